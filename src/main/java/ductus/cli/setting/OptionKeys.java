package ductus.cli.setting;

import ductus.cli.usage.UsageComplaint;
import ductus.file.UserFolders;
import ductus.format.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The keys that settings may have: the options of a whole command line. */
public final class OptionKeys {
  /** Options that every command has: they are of the process, not of anything that it makes. */
  public static final Set<String> OF_PROCESS =
      Set.of("--threads", "--kernels", "--json", "--quiet", "--verbose", "--help");

  private final CommandLine all;

  /** The keys of a command line with all its commands. */
  public OptionKeys(CommandLine all) {
    this.all = all;
  }

  /**
   * Whether an option can be set at all: not one that asks for help instead of work, and none that
   * only Ductus itself uses.
   */
  static boolean isSettable(OptionSpec option) {
    return !option.usageHelp()
        && !option.versionHelp()
        && !option.hidden()
        && !option.longestName().equals("--resume");
  }

  /** The option of a name that a command can have set. */
  static Optional<OptionSpec> option(CommandLine command, String name) {
    return Optional.ofNullable(command.getCommandSpec().findOption(name))
        .filter(OptionKeys::isSettable);
  }

  /** Whether a word of a command line is an option, its value attached or not. */
  public static boolean isNamed(OptionSpec option, String word) {
    for (String name : option.names()) {
      boolean attached = !name.startsWith("--") && word.startsWith(name);
      boolean negated = option.negatable() && word.equals(name.replaceFirst("^--", "--no-"));
      if (word.equals(name) || word.startsWith(name + "=") || attached || negated) {
        return true;
      }
    }
    return false;
  }

  /** Commands below a command line, each once. */
  static Stream<CommandLine> below(CommandLine line) {
    return line.getSubcommands().values().stream()
        .distinct()
        .flatMap(command -> Stream.concat(Stream.of(command), below(command)));
  }

  /** An option of that name, of whichever command has one. */
  Optional<OptionSpec> anywhere(String name) {
    return below(all).flatMap(command -> option(command, name).stream()).findFirst();
  }

  /**
   * Checks the key of a setting.
   *
   * @throws IllegalArgumentException if there is none of the kind
   */
  public void requireKnown(UserSetting setting) {
    if (commands(setting).isEmpty()) {
      throw unknown(setting);
    }
  }

  /**
   * Checks a setting, and as far as that can be told without the rest of a command line, its value.
   *
   * @throws IllegalArgumentException if it could not be an option of any command
   */
  public void requireFits(UserSetting setting) {
    List<CommandLine> commands = commands(setting);
    if (commands.isEmpty()) {
      throw unknown(setting);
    }
    CommandLine command = commands.get(0);
    OptionSpec option = option(command, setting.option()).orElseThrow();
    @Nullable String word = word(option, setting);
    if (word == null) {
      return;
    }
    // From the top: picocli parses no command below a group that was not parsed itself.
    List<String> arguments = new ArrayList<>();
    for (CommandLine each = command; each.getParent() != null; each = each.getParent()) {
      arguments.add(0, each.getCommandName());
    }
    arguments.add(word);
    try {
      all.parseArgs(arguments.toArray(String[]::new));
    } catch (MissingParameterException incomplete) {
      // It is the command's arguments that are missing.
      return;
    } catch (ParameterException wrong) {
      throw new IllegalArgumentException(setting.origin() + ": " + UsageComplaint.of(wrong), wrong);
    }
  }

  /** Commands that a setting is for. */
  private List<CommandLine> commands(UserSetting setting) {
    CommandLine place = all;
    for (String word : setting.command()) {
      CommandLine next = place.getSubcommands().get(word);
      if (next == null) {
        return List.of();
      }
      place = next;
    }
    return Stream.concat(Stream.of(place), below(place))
        .filter(command -> command.getParent() != null)
        .filter(command -> option(command, setting.option()).isPresent())
        .toList();
  }

  private IllegalArgumentException unknown(UserSetting setting) {
    boolean known =
        below(all)
            .anyMatch(command -> command.getCommandSpec().findOption(setting.option()) != null);
    if (known && anywhere(setting.option()).isEmpty()) {
      return new IllegalArgumentException(
          setting.origin() + ": this option cannot be set: type it where it is meant");
    }
    String nearest =
        NearestName.of(setting.key(), keys(setting.command().isEmpty()))
            .map(key -> "; did you mean " + key + "?")
            .orElse("; a key is an option, or a command's words and an option: write.hand");
    return new IllegalArgumentException(
        setting.origin() + ": there is no such option to set" + nearest);
  }

  /** All keys, or only those that are for every command. */
  public Stream<String> keys(boolean plain) {
    return below(all)
        .flatMap(
            command -> {
              String words =
                  plain ? "" : command.getCommandSpec().qualifiedName(".").split("\\.", 2)[1] + ".";
              return command.getCommandSpec().options().stream()
                  .filter(OptionKeys::isSettable)
                  .map(option -> words + option.longestName().substring(2));
            })
        .distinct()
        .sorted();
  }

  /**
   * What a setting is on a command line; null for a flag that is not raised.
   *
   * @throws IllegalArgumentException if it is a flag, and the value is neither true nor false
   */
  static @Nullable String word(OptionSpec option, UserSetting setting) {
    String name = option.longestName();
    if (option.arity().max() > 0) {
      return name + "=" + expanded(option, setting.value());
    }
    return switch (setting.value()) {
      case "true" -> name;
      case "false" -> option.negatable() ? "--no-" + name.substring(2) : null;
      default ->
          throw new IllegalArgumentException(
              "%s: %s must be true or false but was %s"
                  .formatted(setting.origin(), name, setting.value()));
    };
  }

  /** There is no shell that would know what {@code ~} is. */
  private static String expanded(OptionSpec option, String value) {
    boolean below = value.startsWith("~/") && option.type().equals(Path.class);
    Path home = below ? UserFolders.home() : null;
    return home == null ? value : home + value.substring(1);
  }
}
