package ductus.cli;

import ductus.cli.console.ExitStatus;
import ductus.cli.handwriting.HandAddCommand;
import ductus.cli.handwriting.HandListCommand;
import ductus.cli.handwriting.HandRemoveCommand;
import ductus.cli.handwriting.HandScribbleCommand;
import ductus.cli.handwriting.HandShowCommand;
import ductus.cli.handwriting.HandTemplateCommand;
import ductus.cli.handwriting.HandTrainCommand;
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
final class HandCommand implements Callable<Integer> {
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
