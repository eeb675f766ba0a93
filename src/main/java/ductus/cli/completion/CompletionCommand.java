package ductus.cli.completion;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.file.BadFileException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ductus completion SHELL}. */
@Command(
    name = "completion",
    description = "Prints what makes a shell complete commands, options and names.",
    footer = {
      "",
      "In ~/.bashrc:                 eval \"$(ductus completion bash)\"",
      "In ~/.zshrc, behind compinit: eval \"$(ductus completion zsh)\"",
      "For fish:  ductus completion fish > ~/.config/fish/completions/ductus.fish"
    })
public final class CompletionCommand implements Callable<Integer> {
  /** The shells that are known. */
  private enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    CompletionScripts scripts = CompletionScripts.of(spec.root().commandLine());
    String script =
        switch (shell) {
          case BASH -> scripts.bash();
          case ZSH -> scripts.zsh();
          case FISH -> scripts.fish();
        };
    common.console().print(script.stripTrailing());
    common.console().printJson(Map.of("script", script));
    return ExitStatus.DONE;
  }
}
