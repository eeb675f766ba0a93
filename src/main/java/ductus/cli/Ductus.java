package ductus.cli;

import ductus.cli.caption.CaptionCommand;
import ductus.cli.classification.ClassifyCommand;
import ductus.cli.classification.TagCommand;
import ductus.cli.completion.CompletionCommand;
import ductus.cli.config.ConfigCommand;
import ductus.cli.console.ClassPreloading;
import ductus.cli.console.ErrorMessages;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.ResultWriter;
import ductus.cli.console.StandardOutput;
import ductus.cli.console.VectorModule;
import ductus.cli.console.Version;
import ductus.cli.doctor.DoctorCommand;
import ductus.cli.forecasting.SeriesCommand;
import ductus.cli.handwriting.HandCommand;
import ductus.cli.handwriting.PlotCommand;
import ductus.cli.handwriting.WriteCommand;
import ductus.cli.harmony.HarmonizeCommand;
import ductus.cli.help.CommandTopics;
import ductus.cli.help.HelpCommand;
import ductus.cli.humanization.HumanizeCommand;
import ductus.cli.lab.LabCommand;
import ductus.cli.language.TextCommand;
import ductus.cli.manual.ShareCommand;
import ductus.cli.music.CorpusCommand;
import ductus.cli.music.ExportCommand;
import ductus.cli.music.GenerateCommand;
import ductus.cli.music.JamCommand;
import ductus.cli.music.PlayCommand;
import ductus.cli.music.TrainCommand;
import ductus.cli.pipe.Pipe;
import ductus.cli.recognition.ReaderCommand;
import ductus.cli.recognition.RecognizeCommand;
import ductus.cli.setting.UserDefaults;
import ductus.cli.speech.SpeechCommand;
import ductus.cli.strokerecovery.DrawCommand;
import ductus.cli.surprise.SurpriseCommand;
import ductus.cli.sweep.SweepCommand;
import ductus.cli.train.OptionGroups;
import ductus.cli.train.TaskArgument;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TaskCommand.TaskCommandFinder;
import ductus.cli.transcription.TranscribeCommand;
import ductus.cli.translation.TranslateCommand;
import ductus.cli.usage.OutputPlace;
import ductus.cli.usage.PathArgument;
import ductus.cli.usage.RepeatedOptions;
import ductus.cli.usage.UsageComplaint;
import ductus.file.BadFileException;
import ductus.file.Home;
import ductus.math.KernelChoice;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The root command: {@code ductus COMMAND [options]}. */
@Command(
    name = "ductus",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Learns music and handwriting from examples, and makes new ones.",
    footer = {
      "",
      "Each command has its own --help, or: ductus help COMMAND; ./ductus test runs all tests,"
          + " ./ductus bench measures, ./ductus spark setup fetches what --master needs.",
      "Exit status: 0 done; 1 failed; 2 wrong usage; 3 done, but some inputs were left out."
    })
public final class Ductus implements Runnable, TaskCommandFinder {
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          TrainCommand.class,
          SweepCommand.class,
          GenerateCommand.class,
          HarmonizeCommand.class,
          HumanizeCommand.class,
          WriteCommand.class,
          PlotCommand.class,
          HandCommand.class,
          RecognizeCommand.class,
          ReaderCommand.class,
          EvaluateCommand.class,
          RegenerateCommand.class,
          JamCommand.class,
          PlayCommand.class,
          ExportCommand.class,
          TextCommand.class,
          SeriesCommand.class,
          SurpriseCommand.class,
          LabCommand.class,
          DrawCommand.class,
          TranslateCommand.class,
          ClassifyCommand.class,
          TranscribeCommand.class,
          SpeechCommand.class,
          CaptionCommand.class,
          TagCommand.class,
          StudioCommand.class,
          InspectCommand.class,
          CorpusCommand.class,
          ConfigCommand.class,
          DoctorCommand.class,
          CompletionCommand.class,
          HelpCommand.class,
          ShareCommand.class);

  /** Commands that are about all commands. */
  private static final Set<Class<?>> OF_ALL =
      Set.of(
          ConfigCommand.class,
          DoctorCommand.class,
          CompletionCommand.class,
          HelpCommand.class,
          ShareCommand.class);

  private static final Set<String> VERSION = Set.of("-V", "--version");

  @Spec private CommandSpec spec;

  /** Prints the usage and ends with exit status 2: without a command there is nothing to do. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }

  /** Starts the program and ends the process with the command's exit status. */
  public static void main(String[] arguments) {
    // What Ductus says is English, whatever this machine speaks, and so are the numbers in it.
    Locale.setDefault(Locale.ROOT);
    ClassPreloading.begin();
    settleHands();
    int status = execute(arguments, UnaryOperator.identity(), UserDefaults::here);
    System.exit(StandardOutput.settled(status));
  }

  /** Hands that earlier versions kept beside the launcher go to the user's folder, once. */
  private static void settleHands() {
    try {
      Home.moveHands()
          .ifPresent(now -> System.err.println("ductus: the hands that you added are in " + now));
    } catch (IOException unmovable) {
      // They are used where they are.
      return;
    }
  }

  /** Where the options come from that the user wants always. */
  @FunctionalInterface
  public interface DefaultsSource {
    /** Finds them. */
    UserDefaults find() throws BadFileException, IOException;
  }

  /**
   * Runs a command line inside a program: as alone, but the process goes on, what would be printed
   * goes to these writers, and the user's settings do not count.
   *
   * @return the exit status
   */
  public static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
    return run(arguments, out, err, () -> new UserDefaults("", List.of()));
  }

  static int run(
      List<String> arguments, PrintWriter out, PrintWriter err, DefaultsSource defaults) {
    String kernels = System.getProperty(KernelChoice.PROPERTY);
    try {
      return execute(
          arguments.toArray(String[]::new), line -> line.setOut(out).setErr(err), defaults);
    } finally {
      // What --kernels asked for was for this command.
      if (kernels == null) {
        System.clearProperty(KernelChoice.PROPERTY);
      } else {
        System.setProperty(KernelChoice.PROPERTY, kernels);
      }
    }
  }

  private static int execute(
      String[] arguments, UnaryOperator<CommandLine> streams, DefaultsSource defaults) {
    ErrorMessages complaints = new ErrorMessages();
    String[] line;
    try {
      line = TaskArgument.resolved(arguments);
    } catch (IllegalArgumentException noTask) {
      CommandLine train = commandLineFor(arguments).getSubcommands().get(arguments[0]);
      complaints.refuse(
          streams.apply(Objects.requireNonNull(train)),
          String.valueOf(noTask.getMessage()),
          arguments);
      return ExitStatus.WRONG_USAGE;
    }
    CommandLine ductus = streams.apply(commandLineFor(line, complaints));
    if (!UserDefaults.concern(line)) {
      return ductus.execute(line);
    }
    UserDefaults.Completed completed;
    try {
      completed =
          defaults.find().complete(List.of(line), ductus, Ductus::isCommand, Ductus::commandLine);
    } catch (BadFileException | IOException | IllegalArgumentException broken) {
      return complaints.refuse(ductus, broken, line);
    }
    complaints.putByDefault(completed.put());
    return ductus.execute(completed.arguments().toArray(String[]::new));
  }

  @Override
  @SuppressWarnings("unchecked") // a task's command is of the task's configuration
  public <C extends TrainingConfig<C>> TaskCommand<C> find(Task<C> task) {
    String[] words = task.command().split(" ", -1);
    CommandLine line = commandLineFor(words);
    for (String word : words) {
      if (!word.startsWith("-")) {
        line = Objects.requireNonNull(line.getSubcommands().get(word));
      }
    }
    return (TaskCommand<C>) line.getCommand();
  }

  /** The whole command line, ready to execute. */
  static CommandLine commandLine() {
    return commandLine(COMMANDS, new ErrorMessages());
  }

  /**
   * The command line with the command that the arguments name, with none where they ask for the
   * version alone, or else with all: that takes a quarter of a second longer.
   */
  static CommandLine commandLineFor(String[] arguments) {
    return commandLineFor(arguments, new ErrorMessages());
  }

  private static CommandLine commandLineFor(String[] arguments, ErrorMessages complaints) {
    if (arguments.length == 1 && VERSION.contains(arguments[0])) {
      return commandLine(List.of(), complaints);
    }
    // No names are read behind the one that is meant: that takes a millisecond each.
    Optional<Class<?>> named =
        COMMANDS.stream()
            .filter(command -> !OF_ALL.contains(command))
            .filter(command -> arguments.length > 0 && arguments[0].equals(name(command)))
            .findFirst();
    return commandLine(named.<List<Class<?>>>map(List::of).orElse(COMMANDS), complaints);
  }

  private static String name(Class<?> command) {
    return annotation(command).name();
  }

  private static boolean isCommand(String word) {
    return COMMANDS.stream()
        .map(Ductus::annotation)
        .anyMatch(each -> each.name().equals(word) || Arrays.asList(each.aliases()).contains(word));
  }

  private static Command annotation(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(Command.class));
  }

  private static CommandLine commandLine(List<Class<?>> commands, ErrorMessages complaints) {
    KernelChoice.leaveUnsaid(); // the console says it
    CommandLine ductus = new CommandLine(new Ductus());
    commands.forEach(ductus::addSubcommand);
    OptionGroups.addTo(ductus);
    CommandTopics.addTo(ductus);
    return ductus
        .registerConverter(Path.class, new PathArgument())
        .setExecutionStrategy(parsed -> execute(parsed, complaints))
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .setAbbreviatedOptionsAllowed(false)
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(30)
        .setUsageHelpAutoWidth(true);
  }

  private static ParseResult last(ParseResult parsed) {
    return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
  }

  private static int execute(ParseResult parsed, ErrorMessages complaints) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    ParseResult last = last(parsed);
    Optional<OptionSpec> repeated = RepeatedOptions.first(last);
    if (repeated.isPresent()) {
      throw new ParameterException(
          last.commandSpec().commandLine(), UsageComplaint.twice(repeated.get()));
    }
    Optional<Pipe> pipe = Pipe.of(last);
    try {
      OutputPlace.check(last);
    } catch (IOException unusable) {
      return complaints.handle(unusable, parsed);
    }
    VectorModule.load();
    CommandLine command = last.commandSpec().commandLine();
    command.setOut(new ResultWriter(command.getOut()));
    try {
      int status = pipe.isPresent() ? pipe.get().run(parsed) : new RunLast().execute(parsed);
      complaints.ended(parsed, status);
      return parsed.hasSubcommand() ? status : ExitStatus.WRONG_USAGE;
    } catch (OutOfMemoryError e) {
      return complaints.handle(e, parsed);
    }
  }
}
