package ductus.cli;

import ductus.cli.classification.ClassifyCommand;
import ductus.cli.classification.TagCommand;
import ductus.cli.console.ClassPreloading;
import ductus.cli.console.ErrorMessages;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.RepeatedOptions;
import ductus.cli.console.VectorModule;
import ductus.cli.console.Version;
import ductus.cli.forecasting.SeriesCommand;
import ductus.cli.handwriting.HandCommand;
import ductus.cli.handwriting.PlotCommand;
import ductus.cli.handwriting.WriteCommand;
import ductus.cli.harmony.HarmonizeCommand;
import ductus.cli.humanization.HumanizeCommand;
import ductus.cli.lab.LabCommand;
import ductus.cli.language.TextCommand;
import ductus.cli.music.CorpusCommand;
import ductus.cli.music.ExportCommand;
import ductus.cli.music.GenerateCommand;
import ductus.cli.music.JamCommand;
import ductus.cli.music.PlayCommand;
import ductus.cli.music.TrainCommand;
import ductus.cli.recognition.ReaderCommand;
import ductus.cli.recognition.RecognizeCommand;
import ductus.cli.strokerecovery.DrawCommand;
import ductus.cli.surprise.SurpriseCommand;
import ductus.cli.sweep.SweepCommand;
import ductus.cli.train.OptionGroups;
import ductus.cli.train.TaskArgument;
import ductus.cli.train.TaskCommand;
import ductus.cli.train.TaskCommand.TaskCommandFinder;
import ductus.cli.transcription.TranscribeCommand;
import ductus.cli.translation.TranslateCommand;
import ductus.file.Home;
import ductus.math.KernelChoice;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
      "Each command has its own --help; ./ductus test runs all tests, ./ductus bench measures,"
          + " ./ductus spark setup fetches what --master needs.",
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
          TagCommand.class,
          StudioCommand.class,
          InspectCommand.class,
          CorpusCommand.class);

  @Spec private CommandSpec spec;

  /** Prints the usage and ends with exit status 2: without a command there is nothing to do. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }

  /** Starts the program and ends the process with the command's exit status. */
  public static void main(String[] arguments) {
    ClassPreloading.begin();
    settleHands();
    int status = execute(arguments, UnaryOperator.identity());
    if (System.out.checkError() && status == ExitStatus.DONE) {
      System.err.println("ductus: the result could not be written to standard output");
      status = ExitStatus.FAILED;
    }
    System.exit(status);
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

  /**
   * Runs a command line inside a program: as alone, but the process goes on, and what would be
   * printed goes to these writers.
   *
   * @return the exit status
   */
  public static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
    return execute(arguments.toArray(String[]::new), line -> line.setOut(out).setErr(err));
  }

  private static int execute(String[] arguments, UnaryOperator<CommandLine> streams) {
    String[] line;
    try {
      line = TaskArgument.resolved(arguments);
    } catch (IllegalArgumentException noTask) {
      streams
          .apply(commandLineFor(arguments))
          .getErr()
          .println("ductus: --task: " + noTask.getMessage());
      return ExitStatus.WRONG_USAGE;
    }
    return streams.apply(commandLineFor(line)).execute(line);
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
    return commandLine(COMMANDS);
  }

  /**
   * The command line with the command that the arguments name, or else with all: that takes a tenth
   * of a second longer.
   */
  static CommandLine commandLineFor(String[] arguments) {
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(command -> arguments.length > 0 && arguments[0].equals(name(command)))
            .toList();
    return commandLine(named.isEmpty() ? COMMANDS : named);
  }

  private static String name(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(Command.class)).name();
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    KernelChoice.leaveUnsaid(); // the console says it
    ErrorMessages complaints = new ErrorMessages();
    CommandLine ductus = new CommandLine(new Ductus());
    commands.forEach(ductus::addSubcommand);
    OptionGroups.addTo(ductus);
    return ductus
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
    Optional<String> repeated = RepeatedOptions.first(last);
    if (repeated.isPresent()) {
      throw new ParameterException(
          last.commandSpec().commandLine(),
          "option '%s' must be given once but is there twice".formatted(repeated.get()));
    }
    VectorModule.load();
    try {
      int status = new RunLast().execute(parsed);
      return parsed.hasSubcommand() ? status : ExitStatus.WRONG_USAGE;
    } catch (OutOfMemoryError e) {
      return complaints.handle(e, parsed);
    }
  }
}
