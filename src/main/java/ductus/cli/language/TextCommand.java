package ductus.cli.language;

import ductus.cli.console.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ductus text COMMAND}. */
@Command(
    name = "text",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Language models of characters or words: train one on a folder of text, have it write, and"
          + " complete lines.",
      "",
      "How well a model predicts text that it has not seen: ductus evaluate MODEL FOLDER.",
      ""
    },
    subcommands = {TextTrainCommand.class, TextGenerateCommand.class, TextCompleteCommand.class})
public final class TextCommand implements Callable<Integer> {
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
