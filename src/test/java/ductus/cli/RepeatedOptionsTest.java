package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What has one value is refused if it is there twice: each option of each command, in groups too.
 */
class RepeatedOptionsTest {
  private static final String EXPORT_FORMAT = "midi";

  static List<String> commands() {
    return CommandRun.commands();
  }

  private static List<OptionSpec> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp() && !option.isMultiValue())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anOptionThatIsThereTwiceIsRefused(String name) {
    String[] words = name.split(" ", -1);
    CommandLine line = Ductus.commandLineFor(words);
    CommandLine command = line;
    for (String word : words) {
      command = Objects.requireNonNull(command.getSubcommands().get(word), name);
    }
    for (OptionSpec option : options(command)) {
      for (List<String> twice : spellings(option)) {
        List<String> arguments = new ArrayList<>(Arrays.asList(words));
        arguments.addAll(required(command, option));
        arguments.addAll(twice);
        CommandRun run = CommandRun.of(line, arguments.toArray());
        assertEquals(ExitStatus.WRONG_USAGE, run.status(), () -> arguments + run.err());
        assertEquals(
            "ductus: %s must be given once but is there twice".formatted(option.longestName()),
            run.complaints().get(0),
            arguments::toString);
        assertEquals("", run.out().replaceAll("(?s)\\{.*\\}\\s*", ""), arguments::toString);
      }
    }
  }

  /** All that a command cannot do without, but for an option. */
  private static List<String> required(CommandLine command, OptionSpec without) {
    List<String> words = new ArrayList<>();
    for (PositionalParamSpec each : command.getCommandSpec().positionalParameters()) {
      for (int i = 0; i < each.arity().min(); i++) {
        words.add(value(each));
      }
    }
    for (OptionSpec each : command.getCommandSpec().options()) {
      if (each.required() && !each.equals(without)) {
        words.add(each.longestName() + "=" + value(each));
      }
    }
    return words;
  }

  /** An option twice, by all its names, its value apart and attached, for itself and denied. */
  private static List<List<String>> spellings(OptionSpec option) {
    List<List<String>> spellings = new ArrayList<>();
    String longest = option.longestName();
    String[] names = option.names();
    if (option.arity().max() == 0) {
      spellings.add(List.of(names[0], longest));
      if (option.negatable()) {
        spellings.add(List.of(longest, longest.replaceFirst("^--", "--no-")));
      }
      return spellings;
    }
    String value = value(option);
    spellings.add(List.of(names[0], value, longest, value));
    spellings.add(List.of(longest + "=" + value, "--quiet", names[0], value));
    if (names[0].length() == 2) {
      spellings.add(List.of(names[0] + value, names[0] + value));
    }
    return spellings;
  }

  private static String value(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      return type.getEnumConstants()[0].toString();
    }
    if (argument.converters().length > 0) {
      return EXPORT_FORMAT;
    }
    return type == String.class || type == Path.class ? "x" : "1";
  }

  @Test
  void allCommandsAndTheirGroupsAreTried() {
    List<String> commands = commands();
    assertTrue(
        commands.containsAll(List.of("train", "text train", "hand add", "lab run", "share")));
    assertTrue(
        options(Objects.requireNonNull(Ductus.commandLine().getSubcommands().get("train"))).stream()
            .anyMatch(option -> option.group() != null));
  }

  @Test
  void theTaskToTrainIsNamedOnce() {
    CommandRun run = CommandRun.ofUser(List.of("train", "x", "--task", "text", "--task=series"));
    assertEquals(
        List.of(
            "ductus: --task must be given once but is there twice", "Try 'ductus train --help'"),
        run.complaints());
  }
}
