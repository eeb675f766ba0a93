package ductus.bench.history;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a clone stands at, as Git says. */
public final class Commit {
  private static final int DIGITS = 8;

  private Commit() {}

  /**
   * The commit of a clone, in short, with a plus where files that are built were changed since.
   *
   * @return empty where the folder is no clone, or there is no Git
   */
  public static Optional<String> of(Path folder) {
    Optional<String> commit =
        say(folder, "rev-parse", "--short=" + DIGITS, "HEAD").filter(text -> !text.isEmpty());
    Optional<String> changes = say(folder, "status", "--porcelain", "--", "src", "pom.xml");
    return commit.map(text -> changes.filter(String::isEmpty).isPresent() ? text : text + "+");
  }

  private static Optional<String> say(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
