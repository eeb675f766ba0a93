package ductus.cli.console;

import ductus.cli.setting.UserSetting;
import ductus.cli.usage.UsageComplaint;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Says what went wrong in one line on standard error; where in the program, if asked to. With
 * {@code --json} it is one JSON object on standard output, too, in the place of the result.
 */
public final class ErrorMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String JSON = "--json";

  private List<UserSetting> defaults = List.of();

  /** Remembers what nobody typed: a complaint about it says where it came from. */
  public void putByDefault(List<UserSetting> settings) {
    defaults = List.copyOf(settings);
  }

  /**
   * A failure as JSON.
   *
   * @param command that failed, such as {@code ductus hand add}
   */
  private record FailureReport(String command, String message, int status) {}

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    refuse(command, UsageComplaint.of(wrong, arguments), arguments);
    boolean verbose = Stream.of(arguments).anyMatch(Set.of("-v", "--verbose")::contains);
    if (verbose && wrong.getCause() != null) {
      trace(command, wrong);
    }
    return ExitStatus.WRONG_USAGE;
  }

  /**
   * Says that a command line is not understood.
   *
   * @param line what is wrong
   * @param arguments all of them
   */
  public void refuse(CommandLine command, String line, String[] arguments) {
    complain(command, new Failure(ExitStatus.WRONG_USAGE, line), isJson(arguments));
    hint(command);
  }

  /**
   * Says what stands against a command line before it is read, such as broken settings.
   *
   * @return the exit status
   */
  public int refuse(CommandLine command, Exception thrown, String[] arguments) {
    Failure failure = Failure.of(thrown);
    complain(command, failure, isJson(arguments));
    return failure.status();
  }

  private static boolean isJson(String[] arguments) {
    List<String> words = List.of(arguments);
    int end = words.indexOf("--");
    return words.subList(0, end < 0 ? words.size() : end).contains(JSON);
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    return handle(thrown, parsed);
  }

  /** Handles an error that picocli does not catch. */
  public int handle(Throwable thrown, ParseResult parsed) {
    ParseResult last = last(parsed);
    CommandLine command = last.commandSpec().commandLine();
    Failure said = Failure.of(thrown);
    Failure failure =
        said.status() == ExitStatus.WRONG_USAGE
            ? new Failure(said.status(), UsageComplaint.led(last, said.line()))
            : said;
    complain(command, failure, last.hasMatchedOption(JSON));
    if (failure.status() == ExitStatus.WRONG_USAGE) {
      hint(command);
    }
    if (last.hasMatchedOption("--verbose")) {
      trace(command, thrown);
    }
    return failure.status();
  }

  /** Gives a command that failed without a result, having said why, one for programs. */
  public void ended(ParseResult parsed, int status) {
    ParseResult last = last(parsed);
    CommandLine command = last.commandSpec().commandLine();
    if (status != ExitStatus.DONE && last.hasMatchedOption(JSON)) {
      report(command, new Failure(status, "standard error has what went wrong"));
    }
  }

  private static ParseResult last(ParseResult parsed) {
    return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
  }

  /** What a failure says to people, in one line. */
  public static String words(Throwable failure) {
    return failure instanceof ParameterException wrong
        ? UsageComplaint.of(wrong).strip().replaceAll("\\s*\\p{Cntrl}+\\s*", " ")
        : Failure.of(failure).line();
  }

  private void complain(CommandLine command, Failure told, boolean json) {
    Failure failure =
        told.status() == ExitStatus.WRONG_USAGE
            ? new Failure(told.status(), origin(told.line()) + told.line())
            : told;
    PrintWriter err = command.getErr();
    err.println("ductus: " + failure.line());
    err.flush();
    if (json) {
      report(command, failure);
    }
  }

  private String origin(String line) {
    return defaults.stream()
        .filter(
            setting ->
                line.matches(".*(^|[^\\w-])" + setting.option() + "($|[^\\w-]).*")
                    || line.startsWith(setting.option().substring(2).replace('-', ' ')))
        .findFirst()
        .map(setting -> setting.origin() + ": ")
        .orElse("");
  }

  /** A result that is there already stays alone. */
  private static void report(CommandLine command, Failure failure) {
    PrintWriter out = command.getOut();
    if (out instanceof ResultWriter result && result.isUsed()) {
      return;
    }
    String name = command.getCommandSpec().qualifiedName();
    out.println(
        Console.json(Map.of("error", new FailureReport(name, failure.line(), failure.status()))));
    out.flush();
  }

  private static void hint(CommandLine command) {
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'");
    command.getErr().flush();
  }

  private static void trace(CommandLine command, Throwable thrown) {
    thrown.printStackTrace(command.getErr());
    command.getErr().flush();
  }
}
