package ductus.cli.usage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Finds options that a command line has twice. Of those in groups the parser would take the last
 * and forget all that stood before it, without a word.
 */
public final class RepeatedOptions {
  private static final String END_OF_OPTIONS = "--";

  private RepeatedOptions() {}

  /**
   * The first option that is given a second time although it has one value.
   *
   * @param parsed result of the command that is to run
   */
  public static Optional<OptionSpec> first(ParseResult parsed) {
    return first(parsed.commandSpec(), parsed.originalArgs());
  }

  /**
   * The first option of a command that is given a second time although it has one value.
   *
   * @param arguments all that was typed
   */
  static Optional<OptionSpec> first(CommandSpec command, List<String> arguments) {
    List<OptionSpec> options = command.options();
    Set<OptionSpec> given = new HashSet<>();
    for (String argument : arguments) {
      if (argument.equals(END_OF_OPTIONS)) {
        break;
      }
      Optional<OptionSpec> named =
          options.stream().filter(option -> isNamed(option, argument)).findFirst();
      if (named.isPresent() && !named.get().isMultiValue() && !given.add(named.get())) {
        return named;
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(OptionSpec option, String argument) {
    for (String name : option.names()) {
      if (argument.equals(name)
          || argument.startsWith(name + "=")
          || (option.negatable() && argument.equals(name.replaceFirst("^--", "--no-")))) {
        return true;
      }
    }
    return false;
  }
}
