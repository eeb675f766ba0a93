package ductus.cli.forecasting;

import ductus.cli.console.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ductus series COMMAND}. */
@Command(
    name = "series",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Series of numbers over time, in files of CSV: train a network on one, and have it say how it"
          + " goes on.",
      "",
      "How well a model foretells the rows of another file: ductus evaluate MODEL FILE.csv.",
      ""
    },
    subcommands = {SeriesTrainCommand.class, SeriesForecastCommand.class, SeriesKnownCommand.class})
public final class SeriesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  boolean help;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitStatus.WRONG_USAGE;
  }
}
