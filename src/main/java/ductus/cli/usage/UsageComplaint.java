package ductus.cli.usage;

import ductus.format.NearestName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the words of this program in place of the parser's. */
public final class UsageComplaint {
  private static final String END_OF_OPTIONS = "--";
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

  private UsageComplaint() {}

  /**
   * Says it in a line.
   *
   * @param wrong what the parser, or a command, complains of
   * @param arguments all that was typed; empty where it is not known
   */
  public static String of(ParameterException wrong, String... arguments) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      return unmatched.isUnknownOption()
          ? unknownOption(wrong.getCommandLine(), first)
          : unknownWord(wrong.getCommandLine(), first);
    }
    if (wrong instanceof OverwrittenOptionException twice) {
      return twice(twice.getOverwritten());
    }
    if (wrong instanceof MissingParameterException missing) {
      // What is there and not known may be what is missing, misspelled.
      return unknown(wrong.getCommandLine(), arguments)
          .map(option -> unknownOption(wrong.getCommandLine(), option))
          .orElseGet(() -> missing(missing));
    }
    if (wrong instanceof MutuallyExclusiveArgsException
        || wrong instanceof MaxValuesExceededException) {
      CommandLine command = wrong.getCommandLine();
      return RepeatedOptions.first(command.getCommandSpec(), List.of(arguments))
          .map(UsageComplaint::twice)
          .orElseGet(() -> exclusive(command, wrong));
    }
    @Nullable ArgSpec of = wrong.getArgSpec();
    @Nullable String value = wrong.getValue();
    if (of != null && value != null) {
      return WrongValue.words(
          of,
          value,
          wrong.getCause() instanceof TypeConversionException conversion ? conversion : null);
    }
    return String.valueOf(wrong.getMessage());
  }

  /** Says that an option that has one value is there again. */
  public static String twice(ArgSpec option) {
    return name(option) + " must be given once but is there twice";
  }

  /**
   * Leads a complaint about a value with the option that it came from: what is wrong begins with
   * the option's words, as in {@code --weight-decay: weight decay must be ...}.
   */
  public static String led(ParseResult parsed, String complaint) {
    return parsed.matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> isAbout(name.substring(2), complaint))
        .max(Comparator.comparingInt(String::length))
        .map(
            name ->
                complaint.startsWith(name.substring(2) + ": ")
                    ? "--" + complaint
                    : name + ": " + complaint)
        .orElse(complaint);
  }

  private static boolean isAbout(String name, String complaint) {
    return Stream.of(name, name.replace('-', ' '))
        .anyMatch(each -> complaint.matches("(?s)" + each + "(s|e?d)?(:? ).*"));
  }

  private static String unknownOption(CommandLine command, String given) {
    String name = given.split("=", 2)[0].replaceFirst("^-+", "");
    List<String> known =
        options(command)
            .flatMap(UsageComplaint::names)
            .filter(each -> each.startsWith("--"))
            .map(each -> each.substring(2))
            .toList();
    return String.format(Locale.ROOT, "there is no option '%s'", given)
        + known.stream()
            .filter(each -> name.length() > 2 && each.startsWith(name))
            .findFirst()
            .or(() -> NearestName.of(name, known.stream()))
            .map(nearest -> "; did you mean '--" + nearest + "'?")
            .orElse("");
  }

  private static String unknownWord(CommandLine command, String given) {
    List<String> known =
        command.getSubcommands().entrySet().stream()
            .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    if (known.isEmpty() || !command.getCommandSpec().positionalParameters().isEmpty()) {
      return String.format(Locale.ROOT, "'%s' is one argument too many", given);
    }
    String meant = meant(given, known.stream());
    if (command.getParent() == null) {
      return String.format(Locale.ROOT, "there is no command '%s'", given) + meant;
    }
    return String.format(
            Locale.ROOT, "%s has no command '%s'", command.getCommandSpec().qualifiedName(), given)
        + (meant.isEmpty() ? "; it has " + String.join(", ", known) : meant);
  }

  private static String meant(String given, Stream<String> known) {
    return NearestName.of(given, known)
        .map(nearest -> "; did you mean '" + nearest + "'?")
        .orElse("");
  }

  /** Says which options cannot go together: those that the parser's complaint names. */
  private static String exclusive(CommandLine command, ParameterException wrong) {
    String message = String.valueOf(wrong.getMessage());
    List<String> named =
        options(command)
            .map(OptionSpec::longestName)
            .filter(name -> message.matches("(?s).*" + name + "(?![\\w-]).*"))
            .toList();
    return named.size() < 2
        ? message
        : String.format(
            Locale.ROOT,
            "%s cannot go together: leave out all but one",
            String.join(" and ", named));
  }

  private static String missing(MissingParameterException wrong) {
    List<ArgSpec> missing = wrong.getMissing();
    if (missing.size() == 1 && missing.get(0) instanceof OptionSpec option && !option.required()) {
      return String.format(
          Locale.ROOT, "%s must have a value, %s, but has none", name(option), option.paramLabel());
    }
    // Of arguments, the parser's list has the first alone; its message has all.
    String named =
        QUOTED
            .matcher(String.valueOf(wrong.getMessage()))
            .results()
            .map(each -> each.group(1).replace('=', ' '))
            .collect(Collectors.joining(" and "));
    return "Missing " + named;
  }

  /** The first option that a command does not have. */
  private static Optional<String> unknown(CommandLine command, String... arguments) {
    return Stream.of(arguments)
        .takeWhile(argument -> !argument.equals(END_OF_OPTIONS))
        .filter(argument -> argument.startsWith("--"))
        .filter(
            argument ->
                options(command)
                    .flatMap(UsageComplaint::names)
                    .noneMatch(name -> name.equals(argument.split("=", 2)[0])))
        .findFirst();
  }

  private static Stream<OptionSpec> options(CommandLine command) {
    return command.getCommandSpec().options().stream().filter(option -> !option.hidden());
  }

  /** The names of an option, those that deny it among them. */
  private static Stream<String> names(OptionSpec option) {
    return Stream.concat(
        Stream.of(option.names()),
        option.negatable()
            ? Stream.of(option.longestName().replaceFirst("^--", "--no-"))
            : Stream.empty());
  }

  /** What an option or an argument is called where one types it. */
  static String name(ArgSpec of) {
    return of instanceof OptionSpec option ? option.longestName() : of.paramLabel();
  }
}
