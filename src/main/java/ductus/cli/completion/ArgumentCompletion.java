package ductus.cli.completion;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What can stand for an option's value or an argument.
 *
 * @param words that are offered
 * @param files whether names of files are, too
 */
record ArgumentCompletion(List<String> words, boolean files) {
  private static final int LONGEST = 90;

  private static final Set<String> OF_FILES =
      Set.of("PATH", "FILE", "FOLDER", "TUNE", "INPUT", "DATA", "MODEL", "PICTURE");

  ArgumentCompletion {
    words = List.copyOf(words);
  }

  /** The completion of an option's value or an argument of a command. */
  static ArgumentCompletion of(CommandLine command, ArgSpec argument, ShippedNames shipped) {
    List<String> names = shipped.of(words(command), name(argument), label(argument));
    Iterable<String> candidates = argument.completionCandidates();
    if (names.isEmpty() && candidates != null) {
      boolean constants = argument.type().isEnum() || argument.isMultiValue();
      names =
          StreamSupport.stream(candidates.spliterator(), false)
              .map(word -> constants ? word.toLowerCase(Locale.ROOT) : word)
              .toList();
    }
    boolean path =
        argument.type().equals(Path.class)
            || Stream.of(argument.auxiliaryTypes()).anyMatch(Path.class::equals);
    return new ArgumentCompletion(names, path || OF_FILES.contains(label(argument)));
  }

  /** The words of a command behind the program's name, such as {@code hand add}. */
  static String words(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    int space = name.indexOf(' ');
    return space < 0 ? "" : name.substring(space + 1);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : label(argument);
  }

  /** The label up to its ending: FILE.csv is a FILE. */
  private static String label(ArgSpec argument) {
    return argument.paramLabel().replaceFirst("\\..*", "");
  }

  /** Options that are offered. */
  static List<OptionSpec> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(each -> !each.hidden())
        // Those that are methods come in another order each time.
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .toList();
  }

  /** Arguments that are offered. */
  static List<PositionalParamSpec> arguments(CommandLine command) {
    return command.getCommandSpec().positionalParameters().stream()
        .filter(each -> !each.hidden())
        .toList();
  }

  /** Commands right below a command by their names, hidden ones left out. */
  static List<Map.Entry<String, CommandLine>> commands(CommandLine command) {
    return command.getSubcommands().entrySet().stream()
        .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
        .toList();
  }

  /** A command and all below it. */
  static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        commands(command).stream()
            .map(Map.Entry::getValue)
            .distinct()
            .flatMap(ArgumentCompletion::all));
  }

  /** Whether an option has a value. */
  static boolean hasValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** All names of an option, the one that takes it back included. */
  static List<String> names(OptionSpec option) {
    return Stream.concat(
            Stream.of(option.names()),
            option.negatable()
                ? Stream.of("--no-" + option.longestName().substring(2))
                : Stream.empty())
        .toList();
  }

  /** The first sentence of a description, cut where it is long. */
  static String summary(String... description) {
    String text = description.length == 0 ? "" : description[0].replace("%n", " ").strip();
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end + 1);
    if (first.length() > LONGEST) {
      return first.substring(0, first.lastIndexOf(' ', LONGEST)) + " ...";
    }
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }
}
