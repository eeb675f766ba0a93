package ductus.cli.handwriting;

import ductus.cli.console.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ductus hand COMMAND}. */
@Command(
    name = "hand",
    description = "Lists, shows, adds, trains and removes the hands that write.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      HandListCommand.class,
      HandShowCommand.class,
      HandTemplateCommand.class,
      HandAddCommand.class,
      HandTrainCommand.class,
      HandScribbleCommand.class,
      HandRemoveCommand.class
    })
public final class HandCommand implements Callable<Integer> {
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
