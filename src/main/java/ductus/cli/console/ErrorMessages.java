package ductus.cli.console;

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
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what went wrong in one line on standard error; where in the program, if asked to. With
 * {@code --json} it is one JSON object on standard output, too, in the place of the result.
 */
public final class ErrorMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String JSON = "--json";

  /**
   * A failure as JSON.
   *
   * @param command that failed, such as {@code ductus hand add}
   */
  private record FailureReport(String command, String message, int status) {}

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    refuse(command, usage(wrong), arguments);
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
    List<String> words = List.of(arguments);
    int end = words.indexOf("--");
    boolean json = words.subList(0, end < 0 ? words.size() : end).contains(JSON);
    complain(command, new Failure(ExitStatus.WRONG_USAGE, line), json);
    hint(command);
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    return handle(thrown, parsed);
  }

  /** Handles an error that picocli does not catch. */
  public int handle(Throwable thrown, ParseResult parsed) {
    ParseResult last = last(parsed);
    CommandLine command = last.commandSpec().commandLine();
    Failure failure = Failure.of(thrown);
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

  private static String usage(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      boolean command = wrong.getCommandLine().getParent() == null && !unmatched.isUnknownOption();
      List<String> suggestions = unmatched.getSuggestions();
      String what =
          command
              ? "there is no command '" + first + "'"
              : unmatched.isUnknownOption()
                  ? "there is no option '" + first + "'"
                  : "'" + first + "' is one argument too many";
      return suggestions.isEmpty()
          ? what
          : what + "; did you mean '" + String.join("' or '", suggestions) + "'?";
    }
    return String.valueOf(wrong.getMessage());
  }

  private static void complain(CommandLine command, Failure failure, boolean json) {
    PrintWriter err = command.getErr();
    err.println("ductus: " + failure.line());
    err.flush();
    if (json) {
      report(command, failure);
    }
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
