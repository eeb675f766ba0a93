package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CompletionCommandTest {
  private final Path folder;

  CompletionCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path script(String shell) throws IOException {
    CommandRun run = CommandRun.of("completion", shell);
    assertEquals(0, run.status(), run.err());
    return Files.writeString(folder.resolve("ductus." + shell), run.out());
  }

  /** What a program prints, both ways; the test is left out where there is no such program. */
  private String printed(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("printed");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException none) {
      assumeTrue(false, command[0] + " is not installed: nothing is checked");
      throw none;
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), command[0] + " hangs");
    return Files.readString(out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void isAScriptOfItsShell(String shell) throws Exception {
    assertEquals("", printed(shell, "-n", script(shell).toString()));
  }

  private static Stream<CommandLine> all(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream()
            .distinct()
            .filter(each -> !each.getCommandSpec().usageMessage().hidden())
            .flatMap(CompletionCommandTest::all));
  }

  @Test
  void offersEveryCommandAndEveryOption() throws Exception {
    List<CommandLine> commands = all(Ductus.commandLine()).toList();
    List<String> lines = new ArrayList<>();
    for (CommandLine command : commands) {
      lines.add(command.getCommandSpec().qualifiedName() + " ");
      lines.add(command.getCommandSpec().qualifiedName() + " -");
    }
    List<Set<String>> offered = offered(lines);
    for (int i = 0; i < commands.size(); i++) {
      CommandLine command = commands.get(i);
      assertContains(
          lines.get(2 * i),
          offered.get(2 * i),
          command.getSubcommands().entrySet().stream()
              .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
              .map(Map.Entry::getKey)
              .toList());
      assertContains(
          lines.get(2 * i + 1),
          offered.get(2 * i + 1),
          command.getCommandSpec().options().stream()
              .filter(option -> !option.hidden())
              .map(OptionSpec::names)
              .flatMap(Arrays::stream)
              .toList());
    }
  }

  @Test
  void offersWhatShipsAndWhatAnOptionTakes() throws Exception {
    List<Set<String>> offered =
        offered(
            List.of(
                "ductus inspect ",
                "ductus evaluate ",
                "ductus write --hand ",
                "ductus write --ruling ",
                "ductus harmonise x --style ",
                "ductus generate --mode m",
                "ductus write --to svg,p",
                "ductus recognize --model ",
                "ductus generate --bars ",
                "ductus write --to = an"));
    assertContains("inspect", offered.get(0), Tasks.shipped());
    assertContains("evaluate", offered.get(1), Tasks.shipped());
    assertContains("hand", offered.get(2), List.of("italic", "chancery", "fluent"));
    assertEquals(Set.of("plain", "ruled", "squared"), offered.get(3));
    assertEquals(Set.of("folk", "jazz", "chorale", "pop"), offered.get(4));
    assertEquals(Set.of("major", "minor", "mixolydian"), offered.get(5));
    assertEquals(Set.of("svg,png", "svg,pdf"), offered.get(6));
    assertContains("model", offered.get(7), List.of("reader", "people"));
    assertEquals(Set.of(), offered.get(8));
    assertEquals(Set.of("animated-svg"), offered.get(9));
  }

  private static void assertContains(String line, Set<String> offered, Iterable<String> expected) {
    for (String each : expected) {
      assertTrue(offered.contains(each), line + "must offer " + each + " but had " + offered);
    }
  }

  /** What bash offers at the end of each line. */
  private List<Set<String>> offered(List<String> lines) throws Exception {
    StringBuilder driver = new StringBuilder();
    driver.append("source '").append(script("bash")).append("'\n");
    driver.append("compopt() { :; }\n");
    driver.append("t() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($#-1)); _ductus;");
    driver.append(" echo \"${COMPREPLY[*]}\"; }\n");
    for (String line : lines) {
      driver.append("t");
      for (String word : line.split(" ", -1)) {
        driver.append(" '").append(word).append('\'');
      }
      driver.append('\n');
    }
    Path file = Files.writeString(folder.resolve("driver.sh"), driver);
    List<Set<String>> offered =
        printed("bash", file.toString())
            .lines()
            .map(line -> (Set<String>) new TreeSet<>(List.of(line.split(" ", -1))))
            .toList();
    assertEquals(lines.size(), offered.size());
    offered.forEach(each -> each.remove(""));
    return offered;
  }
}
