package ductus.cli.language;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SamplingOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.pipe.Piped;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.provenance.NewNames;
import ductus.task.language.TextGeneration;
import ductus.task.language.TextGeneration.TextRequest;
import ductus.task.language.TextModel;
import ductus.text.WordEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus text generate MODEL}. */
@Piped
@Command(
    name = "generate",
    description = "Makes new text, prints it, and writes it with its provenance file.",
    footer = {
      "",
      "Example: ductus text generate prose --primer \"HAPPINESS, n.\" --temperature 0.7"
    })
final class TextGenerateCommand implements Callable<Integer> {
  private static final int USUAL_CHARACTERS = 1000;
  private static final int USUAL_WORDS = 200;

  @Parameters(
      paramLabel = "MODEL",
      description = "A model file, a training run's folder, or prose, which ships.")
  private String model = "";

  @Option(names = "--primer", paramLabel = "TEXT", description = "What it goes on from.")
  private String primer = "";

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Characters to add, 1000; of a model of words, words and marks, 200.")
  private @Nullable Integer length;

  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    TextModel opened = TextModel.find(model);
    boolean words = opened.encoding().name().equals(WordEncoding.NAME);
    int usual = words ? USUAL_WORDS : USUAL_CHARACTERS;
    TextRequest request;
    try {
      request =
          new TextRequest(
              primer,
              sampling.sampling(Sampling.PLAIN),
              length == null ? usual : length,
              seed.orFresh());
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
    try (NewNames names = NewNames.of(out.path().orElse(null), "text", TextGeneration.ENDINGS)) {
      Path stem = names.next();
      console.say("Seed " + request.seed());
      console.report(
          new TextGeneration(Version.text(), common.threads())
              .write(opened, request, stem)
              .report());
      return ExitStatus.DONE;
    }
  }
}
