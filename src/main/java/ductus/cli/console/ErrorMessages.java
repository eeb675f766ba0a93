package ductus.cli.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line on standard error; where in the program, if asked to. */
public final class ErrorMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    complain(command, usage(wrong));
    hint(command);
    boolean verbose = Stream.of(arguments).anyMatch(Set.of("-v", "--verbose")::contains);
    if (verbose && wrong.getCause() != null) {
      trace(command, wrong);
    }
    return ExitStatus.WRONG_USAGE;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    return handle(thrown, parsed);
  }

  /** Handles an error that picocli does not catch. */
  public int handle(Throwable thrown, ParseResult parsed) {
    ParseResult deepest = parsed;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    CommandLine command = deepest.commandSpec().commandLine();
    Failure failure = Failure.of(thrown);
    complain(command, failure.line());
    if (failure.status() == ExitStatus.WRONG_USAGE) {
      hint(command);
    }
    if (deepest.hasMatchedOption("--verbose")) {
      trace(command, thrown);
    }
    return failure.status();
  }

  /** What a failure says to people, in one line. */
  public static String words(Throwable failure) {
    return failure instanceof ParameterException wrong
        ? usage(wrong).strip().replaceAll("\\s*\\p{Cntrl}+\\s*", " ")
        : Failure.of(failure).line();
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

  private static void complain(CommandLine command, String line) {
    PrintWriter err = command.getErr();
    err.println("ductus: " + line.strip().replaceAll("\\s*\\p{Cntrl}+\\s*", " "));
    err.flush();
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
