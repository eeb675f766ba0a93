package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ExitStatus;
import ductus.model.cell.CellChoices;
import ductus.task.Task;
import ductus.task.registry.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The cells that the help of a command names are those that it takes. */
class CellOptionTest {
  private static final String OPTION = "--cell";

  /** All commands; to make them anew for each call would take most of the time. */
  private static final CommandLine ALL = Ductus.commandLine();

  private final Path folder;

  CellOptionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What help says of the option, on one line; empty if there is none. */
  private static String help(String command) {
    CommandLine line = found(command);
    if (!line.getCommandSpec().optionsMap().containsKey(OPTION)) {
      return "";
    }
    String all = line.getUsageMessage().replaceAll("\\s+", " ");
    int from = all.indexOf(OPTION + "=CELL");
    return all.substring(from, all.indexOf(" --", from + OPTION.length()));
  }

  private static CommandLine found(String command) {
    CommandLine line = ALL;
    for (String word : command.split(" ", -1)) {
      line = Objects.requireNonNull(line.getSubcommands().get(word), command);
    }
    return line;
  }

  static List<String> commands() {
    return CommandRun.commands().stream().filter(command -> !help(command).isEmpty()).toList();
  }

  static List<String> tasks() {
    return Tasks.ALL.stream()
        .map(Task::name)
        .filter(task -> !help(Tasks.named(task).command().replaceAll(" --.*", "")).isEmpty())
        .toList();
  }

  private static boolean names(String help, String cell) {
    return Pattern.compile("(?<![\\w+-])" + Pattern.quote(cell) + "(?![\\w+-])")
        .matcher(help.replaceAll("\\([^)]*\\)", ""))
        .find();
  }

  /** All first words, and some with what can stand behind them. */
  private static Stream<String> cells() {
    return Stream.concat(CellChoices.all().stream(), Stream.of("feed-forward"));
  }

  private boolean takes(String command, String cell) {
    List<Object> words = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
    words.addAll(List.of(folder.resolve("none"), OPTION, cell, "--out", folder.resolve("run")));
    CommandRun run = CommandRun.of(ALL, words.toArray());
    assertFalse(run.status() == ExitStatus.DONE, run.err());
    return !(run.status() == ExitStatus.WRONG_USAGE && run.err().contains(OPTION));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpNamesTheCellsThatAreTaken(String command) {
    String help = help(command);
    cells()
        .forEach(
            cell ->
                assertEquals(takes(command, cell), names(help, cell), () -> cell + " in " + help));
    assertEquals(takes(command, "lstm+bidirectional"), help.contains("with +bidirectional"), help);
    assertEquals(takes(command, "gru+learned-state"), help.contains("+learned-state"), help);
    assertEquals(takes(command, "ntm+slots-8"), help.contains("+slots-N"), help);
    assertEquals(takes(command, "esn+leak-0.5"), help.contains("+leak-X"), help);
    assertEquals(takes(command, "tcn+kernel-2"), help.contains("+kernel-N"), help);
    assertEquals(takes(command, "attention+window-9"), help.contains("+window-N"), help);
    assertTrue(takes(command, "lstm+peephole+layer-norm") && help.contains("+peephole"), help);
  }

  @Test
  void allCommandsThatTrainSuchLayersAreTried() {
    assertTrue(
        commands()
            .containsAll(
                List.of("train", "text train", "hand train", "translate train", "series train")),
        () -> commands().toString());
  }

  /** What is named can be trained. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("tasks")
  void whatHelpNamesIsTrained(String task) throws Exception {
    TaskSample sample = TaskSample.of(task, folder);
    String command = Tasks.named(task).command();
    String help = help(command.replaceAll(" --.*", ""));
    for (String cell : cells().filter(cell -> names(help, cell)).toList()) {
      List<Object> words = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
      words.add(sample.source());
      words.addAll(sample.options());
      words.addAll(List.of(OPTION, cell, "--until", 1, "--quiet"));
      words.addAll(List.of("--out", folder.resolve("run-" + cell)));
      CommandRun run = CommandRun.of(words.toArray());
      assertEquals(ExitStatus.DONE, run.status(), cell + ": " + run.err());
    }
  }
}
