package ductus.cli.recognition;

import ductus.cli.console.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ductus reader COMMAND}. */
@Command(
    name = "reader",
    description = "Makes networks that read handwriting and tell hands apart; recognise uses them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ReaderTrainCommand.class, ReaderEnrollCommand.class})
public final class ReaderCommand implements Callable<Integer> {
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
