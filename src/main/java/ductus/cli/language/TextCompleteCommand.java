package ductus.cli.language;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SamplingOptions;
import ductus.cli.option.SeedOption;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.task.language.NextWords;
import ductus.task.language.TextGeneration;
import ductus.task.language.TextGeneration.TextRequest;
import ductus.task.language.TextModel;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus text complete MODEL TEXT}. */
@Command(
    name = "complete",
    description = {
      "Completes a line, and prints the likeliest next words with their probabilities.",
      "",
      "A probability is that of the whole word, given that a word follows; a model of characters is"
          + " searched to the end of each word.",
      ""
    },
    footer = {"", "Example: ductus text complete prose \"The sky is\" --top 5"})
final class TextCompleteCommand implements Callable<Integer> {
  private static final int MOST = 100;
  private static final long USUAL_SEED = 1;

  /** A line is completed more soberly than a text is drawn. */
  private static final Sampling USUAL = new Sampling(0.5, 0, 1);

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model file, a training run's folder, or prose, which ships.")
  private String model = "";

  @Parameters(index = "1", paramLabel = "TEXT", description = "The beginning of a line.")
  private String text = "";

  @Option(names = "--top", paramLabel = "N", description = "So many next words, 1 to 100; 10.")
  private int top = 10;

  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    if (top < 1 || top > MOST) {
      throw common.wrongUsage("--top must be 1 to %d but was %d".formatted(MOST, top));
    }
    Console console = common.console();
    console.noticeOfKernels(KernelChoice.best());
    TextModel opened = TextModel.find(model);
    TextRequest request =
        new TextRequest(text, sampling.sampling(USUAL), 1, seed.orElse(USUAL_SEED));
    TextGeneration.Completion completion =
        new TextGeneration(Version.text(), common.threads()).complete(opened, request, top);
    Table table = new Table("next word", "probability");
    for (NextWords.Word word : completion.words()) {
      table.row(word.word(), String.format(Locale.ROOT, "%.4f", word.probability()));
    }
    console.print(completion.line());
    console.print("");
    console.print(table.toString());
    console.printJson(completion);
    return ExitStatus.DONE;
  }
}
