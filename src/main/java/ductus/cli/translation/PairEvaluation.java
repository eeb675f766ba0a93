package ductus.cli.translation;

import ductus.cli.console.Console;
import ductus.cli.evaluate.EvaluationRequest;
import ductus.cli.evaluate.ModelEvaluation;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import ductus.task.translation.PairFile;
import ductus.task.translation.TextPair;
import ductus.task.translation.TranslationBaseline;
import ductus.task.translation.TranslationEvaluation;
import ductus.task.translation.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code ductus evaluate} with a model that translates. */
public final class PairEvaluation implements ModelEvaluation {
  @Override
  public List<String> encodings() {
    return List.of(TranslationNetwork.ENCODING);
  }

  /**
   * Says how often a translation is the one wanted, of sources that the model did not learn; pairs
   * that cannot be read are left out.
   */
  @Override
  public int run(FoundModel found, EvaluationRequest request) throws BadFileException, IOException {
    Path file = request.folder();
    ModelFile<TranslationConfig, TranslationNetwork> model = Translator.open(found);
    List<LeftOut> leftOut = new ArrayList<>();
    List<TextPair> readable = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      Translator translator =
          new Translator(model.network(), Translator.USUAL_BEAM, KernelChoice.best(), workers);
      for (TextPair pair : unseen(file, model.header().pieces(), request.console())) {
        try {
          translator.require(pair.source());
          readable.add(pair);
        } catch (IllegalArgumentException unreadable) {
          leftOut.add(new LeftOut(file, pair.source() + ": " + unreadable.getMessage()));
        }
      }
      if (readable.isEmpty()) {
        throw new BadFileException(
            file, leftOut.isEmpty() ? "has no pairs" : leftOut.get(0).reason());
      }
      TranslationEvaluation evaluation = TranslationEvaluation.of(translator, readable);
      request.console().print(PairText.of(evaluation));
      List<TranslationBaseline> baselines = baselines(model.header().pieces(), request, readable);
      baselines.forEach(each -> request.console().print(each.text()));
      request.console().printJson(evaluation, new Beside(baselines));
    }
    return request.console().warnOfLeftOut(leftOut);
  }

  /** What counting comes to, of the same pairs; for programs. */
  private record Beside(List<TranslationBaseline> baselines) {
    Beside {
      baselines = List.copyOf(baselines);
    }
  }

  /** What plainer means make of the same pairs, if it is known what the model learned. */
  private static List<TranslationBaseline> baselines(
      List<String> pieces, EvaluationRequest request, List<TextPair> readable)
      throws BadFileException, IOException {
    Path training = request.source().training();
    if (training == null) {
      return List.of();
    }
    Set<String> learned = new HashSet<>(pieces);
    List<TextPair> pairs =
        PairFile.read(training).pairs().stream()
            .filter(pair -> learned.contains(pair.hash()))
            .toList();
    if (pairs.isEmpty()) {
      throw new BadFileException(training, "has no pair that the model learned");
    }
    return TranslationBaseline.of(pairs, readable);
  }

  /** The pairs of a file whose sources were not learned. */
  private static List<TextPair> unseen(Path file, List<String> pieces, Console console)
      throws BadFileException, IOException {
    List<TextPair> pairs = PairFile.read(file).pairs();
    if (pieces.isEmpty()) {
      console.warn("this model does not say which pairs it learned; those count, too");
      return pairs;
    }
    Set<String> learned = new HashSet<>(pieces);
    List<TextPair> unseen = pairs.stream().filter(pair -> !learned.contains(pair.hash())).toList();
    if (unseen.isEmpty() && !pairs.isEmpty()) {
      throw new BadFileException(
          file, "the model learned the sources of all its %,d pairs".formatted(pairs.size()));
    }
    if (unseen.size() < pairs.size()) {
      console.say(
          String.format(
              Locale.ROOT,
              "%,d of %,d pairs have a source that the model learned and are not counted",
              pairs.size() - unseen.size(),
              pairs.size()));
    }
    return unseen;
  }
}
