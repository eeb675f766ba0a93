package ductus.cli.pipe;

import ductus.cli.console.ExitStatus;
import ductus.file.BadFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command between standard input and standard output. The command itself works with files,
 * in a folder that is gone when it ends; so every format goes through a pipe that goes into a file.
 */
public final class Pipe {
  private static final String DASH = "-";
  private static final String OUT = "--out";

  private final CommandLine command;
  private final @Nullable ArgSpec in;
  private final @Nullable OptionSpec out;

  private Pipe(CommandLine command, @Nullable ArgSpec in, @Nullable OptionSpec out) {
    this.command = command;
    this.in = in;
    this.out = out;
  }

  /**
   * The pipe that a command line asks for; empty if it asks for none.
   *
   * @param parsed result of the command that is to run
   * @throws ParameterException if the command cannot stand in it
   */
  public static Optional<Pipe> of(ParseResult parsed) {
    CommandLine command = parsed.commandSpec().commandLine();
    Piped piped = parsed.commandSpec().userObject().getClass().getAnnotation(Piped.class);
    ArgSpec in = piped == null || piped.in().isEmpty() ? null : input(parsed, piped.in());
    OptionSpec out = output(parsed);
    if (in == null && out == null) {
      return Optional.empty();
    }
    if (out != null) {
      if (piped == null || !piped.out()) {
        throw new ParameterException(
            command,
            "--out - is for commands that make one file, which %s does not: name a place"
                .formatted(parsed.commandSpec().qualifiedName()));
      }
      for (String name : piped.several()) {
        OptionSpec many = parsed.matchedOption(name);
        if (many != null && isSeveral(many)) {
          throw new ParameterException(
              command,
              "--out - takes one file, but with %s there are several: name a folder"
                  .formatted(name));
        }
      }
      if (parsed.hasMatchedOption("--json")) {
        throw new ParameterException(
            command,
            "--json and --out - both want standard output; for the provenance, too, name a file"
                + " with --out");
      }
    } else if (piped != null && piped.needsInputAgain()) {
      throw new ParameterException(
          command,
          "%s from standard input goes with --out - alone: what is made to be kept could not be"
                  .formatted(piped.in())
              + " made again without its file");
    }
    return Optional.of(new Pipe(command, in, out));
  }

  private static boolean isSeveral(OptionSpec option) {
    Object value = option.getValue();
    if (value instanceof Integer count) {
      return count > 1;
    }
    return !(value instanceof List<?> values) || values.stream().distinct().count() > 1;
  }

  private static @Nullable ArgSpec input(ParseResult parsed, String name) {
    OptionSpec option = parsed.matchedOption(name);
    if (option != null) {
      return names(option).contains(DASH) ? option : null;
    }
    for (PositionalParamSpec parameter : parsed.matchedPositionals()) {
      long dashes = names(parameter).stream().filter(DASH::equals).count();
      if (parameter.paramLabel().equals(name) && dashes > 0) {
        if (dashes > 1) {
          throw new ParameterException(
              parsed.commandSpec().commandLine(), "- (standard input) can be read only once");
        }
        return parameter;
      }
    }
    return null;
  }

  private static @Nullable OptionSpec output(ParseResult parsed) {
    OptionSpec option = parsed.matchedOption(OUT);
    return option != null && names(option).contains(DASH) ? option : null;
  }

  private static List<String> names(ArgSpec argument) {
    Object value = argument.getValue();
    return value instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  /**
   * Runs the command and sends on what it made.
   *
   * @param parsed the whole command line
   * @return the exit status
   */
  public int run(ParseResult parsed) {
    try {
      return between(parsed);
    } catch (IOException | BadFileException | IllegalArgumentException failed) {
      throw new ExecutionException(command, "between standard input and output", failed);
    }
  }

  private int between(ParseResult parsed) throws BadFileException, IOException {
    try (PipeFolder temporary = PipeFolder.create()) {
      Path folder = temporary.path();
      Path results = Files.createDirectory(folder.resolve("results"));
      PrintWriter shown = command.getOut();
      StringWriter said = new StringWriter();
      command.setErr(new RenamingWriter(command.getErr(), folder, results));
      command.setOut(
          new RenamingWriter(out == null ? shown : new PrintWriter(said), folder, results));
      if (in != null) {
        take(in, PipedInput.read(System.in, folder));
      }
      if (out != null) {
        out.setValue(results);
      }
      int status = new RunLast().execute(parsed);
      if (status == ExitStatus.DONE || status == ExitStatus.LEFT_OUT) {
        List<Path> made = PipedOutput.of(results);
        for (Path result : made) {
          PipedOutput.send(result, System.out);
        }
        if (made.isEmpty()) {
          // What it has to tell is all that came of it.
          shown.print(said);
          shown.flush();
        }
      }
      return status;
    }
  }

  private static void take(ArgSpec argument, Path file) {
    Object value = argument.getValue();
    if (value instanceof List<?> several) {
      argument.setValue(
          several.stream().map(each -> String.valueOf(each).equals(DASH) ? file : each).toList());
    } else {
      argument.setValue(value instanceof Path ? file : file.toString());
    }
  }
}
