package ductus.cli.config;

import ductus.cli.option.CommandGroup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ductus config}: options that are to hold always. */
@Command(
    name = "config",
    description = {
      "Options that are to hold always, as if they were typed: KEY is an option (seed), or a"
          + " command's words and an option (write.hand, hand.add.model).",
      "",
      "What is typed goes first, then the variable DUCTUS_OPTIONS, then these settings; of those"
          + " the one for the command itself before one for all.",
      ""
    },
    subcommands = {
      ConfigListCommand.class,
      ConfigGetCommand.class,
      ConfigSetCommand.class,
      ConfigUnsetCommand.class
    },
    footer = {"", "Example: ductus config set write.hand italic"})
public final class ConfigCommand implements Callable<Integer> {
  @Mixin private CommandGroup group = new CommandGroup();

  @Override
  public Integer call() {
    return group.printUsage();
  }
}
