package ductus.cli.setting;

import ductus.file.BadFileException;
import ductus.file.UserFolders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that the user wants always, put into a command line where nothing typed stands against
 * them: first those of {@code DUCTUS_OPTIONS}, then those of the file of settings, of which the one
 * for the command itself goes before those for a group or for all. As they become words of the
 * command line, whatever notes down what was typed notes them down, too.
 */
public final class UserDefaults {
  /** The variable of the environment. */
  public static final String VARIABLE = UserFolders.OPTIONS;

  /** Commands that must work whatever the settings are. */
  private static final Set<String> WITHOUT =
      Set.of("config", "completion", "doctor", "help", "share");

  private static final String END_OF_OPTIONS = "--";

  private final List<String> words;
  private final List<UserSetting> settings;

  /** A command line with what was put into it. */
  public record Completed(List<String> arguments, List<UserSetting> put) {
    public Completed {
      arguments = List.copyOf(arguments);
      put = List.copyOf(put);
    }
  }

  /**
   * Defaults.
   *
   * @param variable what {@link #VARIABLE} says; null or empty if nothing
   * @throws IllegalArgumentException if its quotes are not closed
   */
  public UserDefaults(@Nullable String variable, List<UserSetting> settings) {
    try {
      this.words = variable == null ? List.of() : OptionWords.of(variable);
    } catch (IllegalArgumentException open) {
      throw new IllegalArgumentException(VARIABLE + ": " + open.getMessage(), open);
    }
    this.settings = List.copyOf(settings);
  }

  /** Defaults of the user who runs this program. */
  public static UserDefaults here() throws BadFileException, IOException {
    Optional<SettingsFile> file = SettingsFile.here();
    return new UserDefaults(
        System.getenv(VARIABLE), file.isPresent() ? file.get().read() : List.of());
  }

  /** Whether the user's settings count for a command line at all. */
  public static boolean concern(String... arguments) {
    return arguments.length > 0
        && !WITHOUT.contains(arguments[0])
        && !Arrays.asList(arguments).contains("--help")
        && !Arrays.asList(arguments).contains("--version")
        && !Arrays.asList(arguments).contains("-h");
  }

  /**
   * Completes a command line.
   *
   * @param line that has the command
   * @param isCommand whether a word is one of all commands
   * @param all a command line with all commands, asked only about what the command does not have
   * @throws IllegalArgumentException if a setting is of no option
   */
  public Completed complete(
      List<String> arguments,
      CommandLine line,
      Predicate<String> isCommand,
      Supplier<CommandLine> all) {
    if (words.isEmpty() && settings.isEmpty()) {
      return new Completed(arguments, List.of());
    }
    int place = 0;
    CommandLine command = line;
    List<CommandLine> path = new ArrayList<>();
    while (place < arguments.size()) {
      CommandLine next = command.getSubcommands().get(arguments.get(place));
      if (next == null) {
        break;
      }
      command = next;
      path.add(next);
      place++;
    }
    if (place == 0) {
      return new Completed(arguments, List.of());
    }
    Typed typed = Typed.of(command, arguments.subList(place, arguments.size()));
    Map<OptionSpec, UserSetting> wanted = new LinkedHashMap<>();
    ofVariable(command, all, wanted);
    for (UserSetting setting : settings) {
      if (!setting.command().isEmpty() && !isCommand.test(setting.command().get(0))) {
        new OptionKeys(all.get()).requireKnown(setting);
      }
    }
    ofFile(line, path, all, wanted);
    List<String> completed = new ArrayList<>(arguments.subList(0, place));
    List<UserSetting> put = new ArrayList<>();
    wanted.forEach(
        (option, setting) -> {
          String word = typed.leavesOpen(option) ? OptionKeys.word(option, setting) : null;
          if (word != null) {
            typed.options().add(option);
            completed.add(word);
            put.add(setting);
          }
        });
    Set<String> useless = NarrowOptions.useless(command, arguments, completed);
    completed.removeIf(word -> useless.contains(word.split("=", 2)[0]));
    put.removeIf(setting -> useless.contains(setting.option()));
    completed.addAll(arguments.subList(place, arguments.size()));
    return new Completed(completed, put);
  }

  private void ofVariable(
      CommandLine command, Supplier<CommandLine> all, Map<OptionSpec, UserSetting> wanted) {
    for (int i = 0; i < words.size(); i++) {
      String[] parts = words.get(i).split("=", 2);
      boolean negated = parts[0].startsWith("--no-");
      String name = negated ? "--" + parts[0].substring("--no-".length()) : parts[0];
      Optional<OptionSpec> own =
          OptionKeys.option(command, parts[0])
              .or(() -> OptionKeys.option(command, name).filter(OptionSpec::negatable));
      Optional<OptionSpec> option =
          own.or(() -> new OptionKeys(all.get()).anywhere(parts[0]))
              .or(() -> new OptionKeys(all.get()).anywhere(name).filter(OptionSpec::negatable));
      if (!parts[0].startsWith("-")) {
        throw new IllegalArgumentException(
            "%s: there must be options but there was %s".formatted(VARIABLE, words.get(i)));
      }
      if (option.isEmpty()) {
        new OptionKeys(all.get())
            .requireKnown(
                new UserSetting(parts[0].replaceFirst("^-+", ""), "", VARIABLE + ": " + parts[0]));
        throw new IllegalArgumentException("%s: %s cannot be set".formatted(VARIABLE, parts[0]));
      }
      String value;
      if (option.get().arity().max() == 0) {
        value =
            parts.length > 1
                ? parts[1]
                : String.valueOf(!negated || option.get().longestName().equals(parts[0]));
      } else if (parts.length > 1) {
        value = parts[1];
      } else if (i + 1 < words.size()) {
        i++;
        value = words.get(i);
      } else {
        throw new IllegalArgumentException(
            "%s: %s must have a value".formatted(VARIABLE, parts[0]));
      }
      own.ifPresent(
          each ->
              wanted.putIfAbsent(
                  each, new UserSetting(each.longestName().substring(2), value, VARIABLE)));
    }
  }

  private void ofFile(
      CommandLine line,
      List<CommandLine> path,
      Supplier<CommandLine> all,
      Map<OptionSpec, UserSetting> wanted) {
    CommandLine command = path.get(path.size() - 1);
    settings.stream()
        .filter(setting -> isFor(setting, line, path))
        .sorted(Comparator.comparingInt((UserSetting setting) -> -setting.command().size()))
        .forEach(
            setting -> {
              Optional<OptionSpec> option = OptionKeys.option(command, setting.option());
              if (option.isPresent()) {
                wanted.putIfAbsent(option.get(), setting);
              } else {
                new OptionKeys(all.get()).requireKnown(setting);
              }
            });
  }

  private static boolean isFor(UserSetting setting, CommandLine line, List<CommandLine> path) {
    List<String> words = setting.command();
    CommandLine place = line;
    for (int i = 0; i < words.size(); i++) {
      CommandLine next = place.getSubcommands().get(words.get(i));
      if (next == null || i >= path.size() || next != path.get(i)) {
        return false;
      }
      place = next;
    }
    return true;
  }

  /**
   * What is on a command line.
   *
   * @param options its options, to which those that are put into it are added
   * @param resumes whether a run goes on
   */
  private record Typed(Set<OptionSpec> options, boolean resumes) {
    static Typed of(CommandLine command, List<String> arguments) {
      int end = arguments.indexOf(END_OF_OPTIONS);
      List<String> words = arguments.subList(0, end < 0 ? arguments.size() : end);
      return new Typed(
          command.getCommandSpec().options().stream()
              .filter(option -> words.stream().anyMatch(word -> OptionKeys.isNamed(option, word)))
              .collect(Collectors.toCollection(HashSet::new)),
          words.contains("--resume"));
    }

    /** Whether neither it nor what it excludes is there. */
    boolean leavesOpen(OptionSpec option) {
      // A run that goes on knows all else from its beginning.
      if (options.contains(option)
          || (resumes && !OptionKeys.OF_PROCESS.contains(option.longestName()))) {
        return false;
      }
      for (ArgGroupSpec group = option.group(); group != null; group = group.parentGroup()) {
        if (group.exclusive() && group.allOptionsNested().stream().anyMatch(options::contains)) {
          return false;
        }
      }
      return true;
    }
  }
}
