package ductus.cli.sweep;

import ductus.cli.train.OptionGroups;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TaskCommand.TaskCommandFinder;
import ductus.cli.train.TrainingOptions;
import ductus.cli.usage.UsageComplaint;
import ductus.file.BadFileException;
import ductus.sweep.SweepFile;
import ductus.task.LearnedData;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The settings of a sweep, which are called and written as the options of the task's command. */
final class TrainSettings implements SweepFile.Settings {
  /** Options that say where and how a run is to be done, not what it comes to. */
  private static final Set<String> NO_SETTINGS =
      CommandSpec.forAnnotatedObject(new TrainingOptions()).optionsMap().keySet();

  private static final String FROM = "from";

  /** Settings that say what network learns, in the order of its options. */
  private static final List<String> OF_MODEL =
      List.of("cell", "layers", "hidden", "embedding", "skip", "merges");

  private final TaskCommandFinder commands;

  TrainSettings(TaskCommandFinder commands) {
    this.commands = commands;
  }

  @Override
  public <C extends TrainingConfig<C>> C over(
      Task<C> task, @Nullable C base, List<String> sources, Map<String, String> settings) {
    TaskCommand<C> command = commands.find(task);
    CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
    OptionGroups.addTo(line);
    requireNoneOfModel(settings);
    List<String> arguments = new ArrayList<>();
    Arrays.stream(task.command().split(" ", -1))
        .filter(word -> word.startsWith("-"))
        .filter(word -> !settings.containsKey(word.substring(2).split("=", -1)[0]))
        .forEach(arguments::add);
    settings.forEach((name, value) -> arguments.add(argument(line, name, value)));
    try {
      line.parseArgs(arguments.toArray(String[]::new));
      C under = base == null ? command.usual() : base;
      LearnedData learned = under.learned();
      return command
          .training()
          .over(
              command.withOwnOptions(
                  under.withLearned(
                      learned.withSources(sources.isEmpty() ? learned.sources() : sources))));
    } catch (ParameterException wrong) {
      throw new IllegalArgumentException(UsageComplaint.of(wrong), wrong);
    } catch (BadFileException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A run that begins with a model's weights has the model's shape. */
  private static void requireNoneOfModel(Map<String, String> settings) {
    for (String setting : OF_MODEL) {
      if (settings.containsKey(setting) && settings.containsKey(FROM)) {
        throw new IllegalArgumentException(
            setting + ": is decided by the model that from names; leave it out");
      }
    }
  }

  @Override
  public <C extends TrainingConfig<C>> Task<C> task(Task<C> asked, C settings) {
    return commands.find(asked).task(settings);
  }

  private static String argument(CommandLine line, String name, String value) {
    OptionSpec option = line.getCommandSpec().optionsMap().get("--" + name);
    if (option == null || NO_SETTINGS.contains("--" + name)) {
      throw new IllegalArgumentException(
          "%s: there is no such setting; there are %s"
              .formatted(
                  name,
                  line.getCommandSpec().options().stream()
                      .map(OptionSpec::longestName)
                      .filter(each -> !NO_SETTINGS.contains(each))
                      .map(each -> each.substring(2))
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    if (option.arity().max() > 0) {
      return String.format(Locale.ROOT, "--%s=%s", name, value);
    }
    return switch (value) {
      case "true" -> "--" + name;
      case "false" ->
          option.negatable() ? "--no-" + name : String.format(Locale.ROOT, "--%s=false", name);
      default ->
          throw new IllegalArgumentException(
              "%s: must be true or false but is %s".formatted(name, value));
    };
  }
}
