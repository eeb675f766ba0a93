package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.train.TaskArgument;
import ductus.document.DocumentedCommand;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Every call of a command in README, documents and cards is one that the command line knows. */
class DocumentedCommandsTest {
  /** What the launcher alone knows. */
  private static final List<String> LAUNCHED = List.of("bench", "package", "spark", "test");

  /** Options of those, of tasks, and of Java. */
  private static final Set<String> OTHERS =
      Set.of("--add-modules", "--docs", "--long", "--record", "--spark", "--task");

  private static final CommandLine LINE = Ductus.commandLine();
  private static final Set<String> OPTIONS = options(LINE);

  private static Set<String> options(CommandLine line) {
    Set<String> names = new TreeSet<>(OTHERS);
    for (OptionSpec option : line.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
      if (option.negatable()) {
        names.add(option.longestName().replaceFirst("^--", "--no-"));
      }
    }
    line.getSubcommands().values().forEach(command -> names.addAll(options(command)));
    return names;
  }

  private static Optional<String> complaint(DocumentedCommand command) {
    List<String> words = command.words();
    String first = words.isEmpty() ? "" : words.get(0);
    if (first.startsWith("--")) { // an option by itself
      String option = first.split("=", 2)[0];
      return OPTIONS.contains(option) ? Optional.empty() : Optional.of("unknown: " + option);
    }
    if (!LINE.getSubcommands().containsKey(first)) {
      boolean named = command.isNamed() && !isPlace(first) && !LAUNCHED.contains(first);
      return named && !words.isEmpty() ? Optional.of("unknown: " + first) : Optional.empty();
    }
    // Places for numbers and for tasks stand as capitals.
    List<String> filled = words.stream().map(word -> isPlace(word) ? "1" : word).toList();
    Optional<String> asItIs = complaint(words, command.isWhole());
    return asItIs.filter(complaint -> complaint(filled, command.isWhole()).isPresent());
  }

  private static boolean isPlace(String word) {
    return word.matches("[A-Z]+");
  }

  private static Optional<String> complaint(List<String> words, boolean whole) {
    try {
      LINE.parseArgs(taskNamed(words));
      return Optional.empty();
    } catch (MissingParameterException missing) {
      return whole ? Optional.of(Objects.toString(missing.getMessage())) : Optional.empty();
    } catch (ParameterException wrong) {
      boolean place = isPlace(Objects.toString(wrong.getValue(), ""));
      return place ? Optional.empty() : Optional.of(Objects.toString(wrong.getMessage()));
    }
  }

  /** The command of a task, where {@code train} is to take it. */
  private static String[] taskNamed(List<String> words) {
    int task = words.indexOf("--task");
    List<String> named = new ArrayList<>(words);
    if (task >= 0 && (task + 1 == named.size() || isPlace(named.get(task + 1)))) {
      named.subList(task + 1, named.size()).clear();
      named.add(Tasks.ALL.get(0).name());
    }
    return TaskArgument.resolved(named.toArray(String[]::new));
  }

  @Test
  void eachCanBeCalled() throws IOException {
    List<String> complaints = new ArrayList<>();
    int count = 0;
    for (Path document : DocumentedCommand.documents()) {
      for (DocumentedCommand command : DocumentedCommand.in(document)) {
        complaint(command).ifPresent(said -> complaints.add(command + ": " + said));
        count++;
      }
    }
    assertEquals("", String.join("\n", complaints));
    assertTrue(count > 500, "calls found: " + count);
  }

  @Test
  void whatIsWrongIsSaid() {
    assertTrue(complaint(shown("generate folk --bras 8")).isPresent());
    assertTrue(complaint(shown("write Anna --size big")).isPresent());
    assertTrue(complaint(shown("wriet Anna")).isPresent());
    assertTrue(complaint(shown("--neatnes 0.5")).isPresent());
    assertEquals(Optional.empty(), complaint(shown("generate folk --bars N")));
  }

  private static DocumentedCommand shown(String call) {
    return new DocumentedCommand(
        "here:1", List.of(call.split(" ", -1)), DocumentedCommand.Kind.CALL);
  }
}
