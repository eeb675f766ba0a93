package ductus.cli.translation;

import ductus.cli.console.Console;
import ductus.cli.option.CommonOptions;
import ductus.corpus.LeftOut;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.generate.translation.TranslationCandidate;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.place.FoundModel;
import ductus.model.translation.TranslationNetwork;
import ductus.task.translation.AttentionPicture;
import ductus.task.translation.TextPair;
import ductus.task.translation.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus translate TEXT}. */
@Command(
    name = "translate",
    description = {
      "Turns a text into another, character by character; the model that is taken by default turns"
          + " dates and numbers in English words into digits, and --model german everyday English"
          + " sentences into German.",
      "",
      "An encoder reads the whole text, a decoder writes its translation and looks back at the"
          + " text with an attention; --attention draws where it looked.",
      ""
    },
    subcommands = {TranslateTrainCommand.class, TranslateLessonsCommand.class},
    footer = {
      "",
      "Example: ductus translate the third of May, nineteen ninety-seven",
      "         ductus translate --model german \"where is the station?\"",
      "ductus evaluate MODEL FILE.tsv measures how often a translation is just the one wanted."
    })
public final class TranslateCommand implements Callable<Integer> {
  /** Doubtful translations that are named; {@code --json} names all. */
  private static final int MOST_DOUBTED = 5;

  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "What to translate; one text.")
  private List<String> words = List.of();

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "Translates the lines of a file, or with - of standard input.")
  private @Nullable Path file;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "A model that ships, translator or german, a model file, or a training run's folder;"
              + " translator by default.")
  private String model = Translator.SHIPPED;

  @Option(
      names = "--beam",
      paramLabel = "N",
      description =
          "Beginnings that the search follows side by side, 1 to 100; ${DEFAULT-VALUE} by default.")
  private int beam = Translator.USUAL_BEAM;

  @Option(
      names = "--alternatives",
      description = "Prints all that the search found, with the logarithms of their probabilities.")
  private boolean alternatives;

  @Option(
      names = "--attention",
      paramLabel = "FILE.svg",
      description = "Draws where the network looked in TEXT for each character that it wrote.")
  private @Nullable Path attention;

  @Mixin private CommonOptions common = new CommonOptions();

  /**
   * A text and what came of it.
   *
   * @param meanLogProbability of a character of the target
   * @param doubtful whether the network thinks all other targets together likelier
   * @param strangeNeighbors what stands side by side in the source and nowhere in what was learned
   * @param ended whether the network ended it; otherwise it was cut
   */
  private record Translated(
      String source,
      String target,
      double logProbability,
      double meanLogProbability,
      double probability,
      boolean doubtful,
      List<String> strangeNeighbors,
      boolean ended,
      List<Alternative> alternatives) {}

  /** A further translation that the search found. */
  private record Alternative(String target, double logProbability) {}

  /** The result of all texts. */
  private record Result(String model, String sha256, List<Translated> translations) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (words.isEmpty() == (file == null)) {
      throw common.wrongUsage(
          words.isEmpty()
              ? "Missing TEXT, or --text FILE: what is to be translated?"
              : "--text goes without TEXT: the file says what is to be translated");
    }
    if (attention != null) {
      requireDrawable(attention);
    }
    common.console().noticeOfKernels(KernelChoice.best());
    FoundModel found = Translator.find(model);
    TranslationNetwork network = Translator.open(found).network();
    List<LeftOut> leftOut = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      Translator translator = translator(network, workers);
      List<String> texts =
          file == null
              ? List.of(String.join(" ", words))
              : LineFile.read(file, translator, leftOut);
      List<List<TranslationCandidate>> translations = translator.translate(texts);
      if (attention != null) {
        AtomicFile.write(attention, AttentionPicture.svg(texts.get(0), translations.get(0).get(0)));
        common.console().say("Wrote " + attention);
      }
      print(found, translator, texts, translations);
    }
    return common.console().warnOfLeftOut(leftOut);
  }

  private void requireDrawable(Path picture) {
    if (file != null) {
      throw common.wrongUsage("--attention goes with TEXT, one text, but not with --text");
    }
    if (!picture.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      throw common.wrongUsage("--attention must end in .svg but was " + picture);
    }
  }

  private Translator translator(TranslationNetwork network, Workers workers) {
    try {
      return new Translator(network, beam, KernelChoice.best(), workers);
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private void print(
      FoundModel found,
      Translator translator,
      List<String> texts,
      List<List<TranslationCandidate>> translations) {
    Console console = common.console();
    List<Translated> results = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      List<TranslationCandidate> candidates = translations.get(i);
      TranslationCandidate best = candidates.get(0);
      if (alternatives) {
        candidates.forEach(
            each ->
                console.print(
                    String.format(Locale.ROOT, "%s\t%.4f", each.text(), each.logProbability())));
      } else {
        console.print(best.text());
      }
      if (!best.ended()) {
        console.warn("the network did not end this translation, which was cut: " + best.text());
      }
      results.add(
          new Translated(
              TextPair.tidy(texts.get(i)),
              best.text(),
              best.logProbability(),
              best.meanLogProbability(),
              best.probability(),
              best.isDoubtful(),
              translator.strangeNeighbors(texts.get(i)),
              best.ended(),
              candidates.stream()
                  .map(each -> new Alternative(each.text(), each.logProbability()))
                  .toList()));
    }
    showDoubt(translations.stream().map(candidates -> candidates.get(0)).toList());
    warnOfStrangeNeighbors(results);
    console.printJson(new Result(found.place().name(), found.sha256(), results));
  }

  /** Says how sure the network is of a text, and warns of those that it doubts. */
  private void showDoubt(List<TranslationCandidate> translations) {
    Console console = common.console();
    TranslationCandidate first = translations.get(0);
    if (file == null) {
      console.say(
          String.format(
              Locale.ROOT,
              "Probability %.3f; mean log probability of a character %.4f",
              first.probability(),
              first.meanLogProbability()));
    }
    List<String> doubted =
        translations.stream()
            .filter(TranslationCandidate::isDoubtful)
            .map(each -> String.format(Locale.ROOT, "%s (%.3f)", each.text(), each.probability()))
            .toList();
    if (!doubted.isEmpty()) {
      console.warn(
          String.format(
              Locale.ROOT,
              "the network doubts %d of %d: all other translations together are likelier; %s",
              doubted.size(),
              translations.size(),
              String.join(", ", doubted.subList(0, Math.min(MOST_DOUBTED, doubted.size())))));
    }
  }

  /** Warns of texts that are unlike all that was learned, whatever the network thinks of them. */
  private void warnOfStrangeNeighbors(List<Translated> results) {
    long strange = results.stream().filter(each -> !each.strangeNeighbors.isEmpty()).count();
    if (strange > 0) {
      List<String> pairs =
          results.stream().flatMap(each -> each.strangeNeighbors.stream()).distinct().toList();
      common
          .console()
          .warn(
              String.format(
                  Locale.ROOT,
                  "the model learned nothing with %s%s, so that %s may be wrong",
                  String.join(" or ", pairs.subList(0, Math.min(MOST_DOUBTED, pairs.size()))),
                  pairs.size() > MOST_DOUBTED ? " and the like" : "",
                  file == null
                      ? "this"
                      : String.format(Locale.ROOT, "%d of %d", strange, results.size())));
    }
  }
}
