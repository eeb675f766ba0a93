package ductus.cli;

import ductus.cli.setting.UserDefaults;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What one call of the command line came to. */
public record CommandRun(int status, String out, String err) {
  /** Runs a command in this process. */
  public static CommandRun of(Object... arguments) {
    return of(Ductus.commandLine(), arguments);
  }

  /** Runs a command line as {@code main} does, by a user with settings of their own. */
  public static CommandRun ofUser(Ductus.DefaultsSource settings, List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Ductus.run(arguments, new PrintWriter(out), new PrintWriter(err), settings);
    return new CommandRun(status, out.toString(), err.toString());
  }

  /** Runs a command line as {@code main} does, by a user who has no settings. */
  public static CommandRun ofUser(List<String> arguments) {
    return ofUser(() -> new UserDefaults("", List.of()), arguments);
  }

  /** Runs a command of a command line of its own. */
  static CommandRun of(CommandLine commandLine, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        commandLine
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new CommandRun(status, out.toString(), err.toString());
  }

  /** The words of all commands, those below groups among them. */
  public static List<String> commands() {
    return below(Ductus.commandLine())
        .map(command -> command.getCommandSpec().qualifiedName().replaceFirst("ductus ", ""))
        .toList();
  }

  private static Stream<CommandLine> below(CommandLine line) {
    return line.getSubcommands().values().stream()
        .distinct()
        .flatMap(command -> Stream.concat(Stream.of(command), below(command)));
  }

  /** The lines of standard error. */
  public List<String> complaints() {
    return err.lines().toList();
  }
}
