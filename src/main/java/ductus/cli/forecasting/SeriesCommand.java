package ductus.cli.forecasting;

import ductus.cli.option.CommandGroup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  @Mixin private CommandGroup group = new CommandGroup();

  @Override
  public Integer call() {
    return group.printUsage();
  }
}
