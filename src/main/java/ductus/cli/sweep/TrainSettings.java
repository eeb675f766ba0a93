package ductus.cli.sweep;

import ductus.cli.option.MusicTrainingOptions;
import ductus.cli.train.OptionGroups;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TrainingOptions;
import ductus.sweep.SweepFile;
import ductus.task.Task;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The settings of a sweep, which are called and written as the options of {@code train} are. */
final class TrainSettings implements SweepFile.Settings {
  /** The options of {@code train} that change its settings, and no others. */
  @Command
  private static final class Options implements TaskCommand<MusicTrainingConfig> {
    @ArgGroup(validate = false)
    private MusicTrainingOptions music = new MusicTrainingOptions();

    private final TrainingOptions training = new TrainingOptions();

    @Override
    public Task<MusicTrainingConfig> task() {
      return new MusicTask();
    }

    @Override
    public TrainingOptions training() {
      return training;
    }

    @Override
    public List<Path> sources() {
      return List.of();
    }

    @Override
    public String missing() {
      return "";
    }
  }

  @Override
  public MusicTrainingConfig over(
      @Nullable MusicTrainingConfig base, @Nullable Path folder, Map<String, String> settings) {
    Options options = new Options();
    CommandLine line = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
    OptionGroups.addTo(line);
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.add(argument(line, name, value)));
    try {
      line.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
    MusicTrainingConfig under = base == null ? options.music.usual() : base;
    List<String> sources = folder == null ? under.learned().sources() : List.of(folder.toString());
    return options.training.over(
        options.music.over(under.withLearned(under.learned().withSources(sources))));
  }

  private static String argument(CommandLine line, String name, String value) {
    OptionSpec option = line.getCommandSpec().optionsMap().get("--" + name);
    if (option == null) {
      throw new IllegalArgumentException(
          "%s: there is no such setting; there are %s"
              .formatted(
                  name,
                  line.getCommandSpec().options().stream()
                      .map(each -> each.longestName().substring(2))
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    if (option.arity().max() > 0) {
      return "--%s=%s".formatted(name, value);
    }
    return switch (value) {
      case "true" -> "--" + name;
      case "false" -> option.negatable() ? "--no-" + name : "--%s=false".formatted(name);
      default ->
          throw new IllegalArgumentException(
              "%s: must be true or false but is %s".formatted(name, value));
    };
  }
}
