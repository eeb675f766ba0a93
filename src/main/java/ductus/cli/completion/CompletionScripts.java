package ductus.cli.completion;

import ductus.file.BadFileException;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine;

/** Completion for the shells that are known. */
public record CompletionScripts(String bash, String zsh, String fish) {
  /**
   * Writes them.
   *
   * @param root the whole command line
   * @throws BadFileException if a model that ships, whose hands they name, is broken
   */
  public static CompletionScripts of(CommandLine root) throws BadFileException, IOException {
    ShippedNames shipped = new ShippedNames();
    return new CompletionScripts(
        BashScript.of(root, shipped), ZshScript.of(root, shipped), FishScript.of(root, shipped));
  }

  /** The scripts by the places below {@code /usr/share} where their shells look for them. */
  public Map<String, String> files() {
    return Map.of(
        "bash-completion/completions/ductus", bash,
        "zsh/site-functions/_ductus", zsh,
        "fish/vendor_completions.d/ductus.fish", fish);
  }
}
