package ductus.cli.speech;

import ductus.cli.option.CommonOptions;
import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.format.NameList;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.speech.SpeechConfig;
import ductus.model.speech.SpeechNetwork;
import ductus.task.speech.SpeechReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus speech FILE.wav}: words from sound. */
@Command(
    name = "speech",
    description = {
      "Says which words are spoken in WAV files; the model that ships knows the English digits from"
          + " zero to nine.",
      "",
      "Any rate, 8 to 32 bits or floats, any number of channels, 30 seconds at most.",
      ""
    },
    subcommands = SpeechTrainCommand.class,
    footer = {
      "",
      "Example: ductus speech number.wav",
      "ductus evaluate MODEL DATA measures how many words are wrong."
    })
public final class SpeechCommand implements Callable<Integer> {
  /** Probability below which an answer is as good as none. */
  private static final double DOUBTFUL = 0.5;

  @Parameters(arity = "0..*", paramLabel = "FILE.wav", description = "Sounds.")
  private List<Path> files = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model file or a training run's folder; by default digits, which ships.")
  private String model = SpeechReader.SHIPPED;

  @Mixin private CommonOptions common = new CommonOptions();

  /** A sound with its words. */
  private record Spoken(String file, String text, List<String> words, double probability) {}

  /** The result of all sounds. */
  private record Result(String model, String sha256, List<Spoken> results) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (files.isEmpty()) {
      throw common.wrongUsage("Missing FILE.wav: which sound?");
    }
    common.console().noticeOfKernels(KernelChoice.best());
    FoundModel found = SpeechReader.find(model);
    ModelFile<SpeechConfig, SpeechNetwork> opened = SpeechReader.open(found);
    List<Spoken> results = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      SpeechReader reader = new SpeechReader(opened, workers);
      for (Path file : files) {
        try {
          SpeechReader.Heard heard = reader.hear(file);
          results.add(
              new Spoken(file.toString(), heard.text(), heard.words(), heard.probability()));
        } catch (BadFileException unusable) {
          if (files.size() == 1) {
            throw unusable;
          }
          leftOut.add(new LeftOut(unusable.path(), unusable.reason()));
        }
      }
    }
    results.forEach(each -> print(each, opened.header().network().words()));
    common.console().printJson(new Result(found.place().name(), found.sha256(), results));
    return common.console().warnOfLeftOut(leftOut);
  }

  private void print(Spoken spoken, List<String> known) {
    String words = spoken.words().isEmpty() ? "(no word)" : spoken.text();
    String said = String.format(Locale.ROOT, "%s\t%.1f %%", words, 100 * spoken.probability());
    common.console().print(files.size() == 1 ? said : said + "\t" + spoken.file());
    if (spoken.words().isEmpty() || spoken.probability() < DOUBTFUL) {
      common
          .console()
          .warn(
              String.format(
                  Locale.ROOT,
                  "%s: do not trust this: the model knows %s, and hears nothing else",
                  spoken.file(),
                  NameList.of(known)));
    }
  }
}
