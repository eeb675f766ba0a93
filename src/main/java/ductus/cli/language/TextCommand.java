package ductus.cli.language;

import ductus.cli.option.CommandGroup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  @Mixin private CommandGroup group = new CommandGroup();

  @Override
  public Integer call() {
    return group.printUsage();
  }
}
