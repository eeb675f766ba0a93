package ductus.cli.recognition;

import ductus.cli.option.CommandGroup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ductus reader COMMAND}. */
@Command(
    name = "reader",
    description = "Makes networks that read handwriting and tell hands apart; recognise uses them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ReaderTrainCommand.class, ReaderAdaptCommand.class, ReaderEnrollCommand.class})
public final class ReaderCommand implements Callable<Integer> {
  @Mixin private CommandGroup group = new CommandGroup();

  @Override
  public Integer call() {
    return group.printUsage();
  }
}
