package ductus.cli.translation;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SeedOption;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.task.translation.PairFile;
import ductus.task.translation.TextPair;
import ductus.task.translation.expression.Expressions;
import ductus.task.translation.german.GermanLessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus translate lessons FILE.tsv}: what the models that ship learned from. */
@Command(
    name = "lessons",
    description = {
      "Writes pairs to learn from, a pair a line with a tab between: dates of 1700 to 2099 and"
          + " numbers below ten million, in English words and in digits, or everyday sentences in"
          + " English and German that a grammar composes.",
      ""
    },
    footer = {
      "",
      "Example: ductus translate lessons pairs.tsv; ductus translate train pairs.tsv --out RUN"
    })
final class TranslateLessonsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.tsv", description = "The file to write; there must be none yet.")
  private Path file = Path.of("");

  /** What pairs are of. */
  private enum Subject {
    EXPRESSIONS,
    GERMAN
  }

  @Option(
      names = "--of",
      paramLabel = "SUBJECT",
      description =
          "expressions, dates and numbers, or german, everyday sentences; expressions by default.")
  private Subject subject = Subject.EXPRESSIONS;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Pairs, 1 to 1,000,000, of german 200,000; ${DEFAULT-VALUE} by default.")
  private int count = 60_000;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** The result: the file that was written. */
  private record Result(String file, int pairs, long seed) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    if (Files.exists(file)) {
      throw new BadFileException(file, "there is a file of that name already; name another place");
    }
    long drawnWith = seed.orElse(1);
    List<TextPair> pairs;
    try {
      pairs =
          subject == Subject.GERMAN
              ? GermanLessons.draw(count, drawnWith)
              : Expressions.draw(count, drawnWith);
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
    PairFile.write(file, pairs);
    common
        .console()
        .print(String.format(Locale.ROOT, "%s: %s", file, NumberText.count(pairs.size(), "pair")));
    common.console().printJson(new Result(file.toString(), pairs.size(), drawnWith));
    return ExitStatus.DONE;
  }
}
