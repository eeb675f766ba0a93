package ductus.cli.option;

import ductus.cli.console.ExitStatus;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The help of a command that has subcommands only; to be included with {@code @Mixin}. */
public final class CommandGroup {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  boolean help;

  /**
   * Prints how the command is used: without a subcommand there is nothing to do.
   *
   * @return the exit status
   */
  public int printUsage() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitStatus.WRONG_USAGE;
  }
}
