package ductus.cli.sweep;

import ductus.cli.option.TrainingOptions;
import ductus.sweep.SweepFile;
import ductus.task.music.request.TrainingConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The settings of a sweep, which are called and written as the options of {@code train} are. */
final class TrainSettings implements SweepFile.Settings {
  @Command
  private static final class Options {
    @Mixin private TrainingOptions training = new TrainingOptions();
  }

  @Override
  public TrainingConfig over(
      @Nullable TrainingConfig base, @Nullable Path folder, Map<String, String> settings) {
    Options options = new Options();
    CommandLine line = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.add(argument(line, name, value)));
    try {
      line.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
    TrainingConfig under = base == null ? options.training.recipe() : base;
    Path source = folder == null ? Path.of(under.corpus().folder()) : folder;
    return options.training.over(under, source, under.plan().seed());
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
