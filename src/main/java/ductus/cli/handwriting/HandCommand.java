package ductus.cli.handwriting;

import ductus.cli.option.CommandGroup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ductus hand COMMAND}. */
@Command(
    name = "hand",
    description = "Lists, shows, adds, trains, exports and removes the hands that write.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      HandListCommand.class,
      HandShowCommand.class,
      HandExportCommand.class,
      HandTemplateCommand.class,
      HandAddCommand.class,
      HandTrainCommand.class,
      HandScribbleCommand.class,
      HandRemoveCommand.class
    })
public final class HandCommand implements Callable<Integer> {
  @Mixin private CommandGroup group = new CommandGroup();

  @Override
  public Integer call() {
    return group.printUsage();
  }
}
