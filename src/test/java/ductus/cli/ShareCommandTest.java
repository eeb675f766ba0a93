package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ShareCommandTest {
  private final Path folder;

  ShareCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void write() {
    CommandRun run = CommandRun.of("share", folder);
    assertEquals(0, run.status(), run.err());
  }

  private static Stream<CommandLine> all(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream()
            .distinct()
            .filter(each -> !each.getCommandSpec().usageMessage().hidden())
            .flatMap(ShareCommandTest::all));
  }

  @Test
  void writesAPageForEachCommandWithAllItsOptions() throws IOException {
    List<CommandLine> commands = all(Ductus.commandLine()).toList();
    for (CommandLine command : commands) {
      String name = command.getCommandSpec().qualifiedName("-");
      String page = Files.readString(folder.resolve("man/man1/" + name + ".1"));
      for (OptionSpec option : command.getCommandSpec().options()) {
        String shown = option.longestName().substring(option.negatable() ? 2 : 0);
        String escaped = shown.replace("-", "\\-");
        assertEquals(!option.hidden(), page.contains(escaped + "\\fR"), name + " " + shown);
      }
    }
    try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
      assertEquals(commands.size(), pages.count());
    }
  }

  @Test
  void pagesAreWhatManTakesWithoutAWarning() throws Exception {
    List<String> command = new ArrayList<>(List.of("groff", "-man", "-ww", "-z"));
    try (Stream<Path> pages = Files.list(folder.resolve("man/man1"))) {
      pages.sorted().map(Path::toString).forEach(command::add);
    }
    Path said = folder.resolve("said");
    Process groff;
    try {
      groff =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException none) {
      assumeTrue(false, "groff is not installed: the pages are not checked");
      throw none;
    }
    assertTrue(groff.waitFor(60, TimeUnit.SECONDS), "groff hangs");
    assertEquals("", Files.readString(said));
  }

  @Test
  void saysTheSameEachTime() throws IOException {
    Path again = folder.resolve("again");
    assertEquals(0, CommandRun.of("share", again).status());
    try (Stream<Path> files = Files.walk(again)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertEquals(-1, Files.mismatch(file, folder.resolve(again.relativize(file))));
      }
    }
  }

  @Test
  void writesCompletionWhereShellsLookForIt() throws IOException {
    assertEquals(
        CommandRun.of("completion", "fish").out().strip(),
        Files.readString(folder.resolve("fish/vendor_completions.d/ductus.fish")).strip());
    assertTrue(
        Files.readString(folder.resolve("zsh/site-functions/_ductus"))
            .startsWith("#compdef ductus\n"));
    assertTrue(
        Files.readString(folder.resolve("bash-completion/completions/ductus"))
            .endsWith("complete -F _ductus ductus\n"));
  }
}
