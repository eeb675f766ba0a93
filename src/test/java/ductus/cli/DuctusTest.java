package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ErrorMessages;
import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.math.KernelChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DuctusTest {
  /** A command that ends as it is told. */
  @Command(name = "fall")
  static final class Fall implements Callable<Integer> {
    @Mixin final CommonOptions common = new CommonOptions();
    private final Throwable cause;

    Fall(Throwable cause) {
      this.cause = cause;
    }

    @Override
    public Integer call() throws Exception {
      if (cause instanceof Error error) {
        throw error;
      }
      throw (Exception) cause;
    }
  }

  @Test
  void printsTheUsageWithoutACommand() {
    CommandRun run = CommandRun.of();
    assertEquals(ExitStatus.WRONG_USAGE, run.status());
    assertTrue(run.err().startsWith("Usage: ductus"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void listsItsCommandsAndExplainsEachOfThem() {
    CommandRun help = CommandRun.of("--help");
    assertEquals(ExitStatus.DONE, help.status());
    CommandLine ductus = Ductus.commandLine();
    ductus
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (command.getCommandSpec().usageMessage().hidden()) {
                return;
              }
              String listed = "(?s).*  (\\S+, )?" + name + "[ ,].*";
              assertTrue(help.out().matches(listed), name);
              CommandRun run = CommandRun.of(name, "--help");
              assertEquals(ExitStatus.DONE, run.status(), name);
              String usage = "Usage: ductus " + command.getCommandName();
              assertTrue(run.out().startsWith(usage), run.out());
            });
  }

  @Test
  void helpExplainsCommandsOfAnyDepth() {
    assertEquals(CommandRun.of("write", "--help").out(), CommandRun.of("help", "write").out());
    assertEquals(
        CommandRun.of("hand", "add", "--help").out(), CommandRun.of("help", "hand", "add").out());
    assertEquals(CommandRun.of("--help").out(), CommandRun.of("help").out());
    assertTrue(
        CommandRun.of("help", "wirte").err().contains("'write'"),
        CommandRun.of("help", "wirte").err());
    CommandRun deep = CommandRun.of("help", "hand", "ad");
    assertEquals(ExitStatus.WRONG_USAGE, deep.status());
    assertTrue(deep.err().contains("ductus hand has no command 'ad'; it has list"), deep.err());
  }

  @Test
  void listsCommandsByTopics() {
    List<String> lines = CommandRun.of("--help").out().lines().toList();
    List<String> topics = lines.stream().filter(line -> line.matches("[A-Z][a-z]+:")).toList();
    assertEquals(List.of("Make:", "Learn:", "Read:", "Measure:", "Look:"), topics);
    Ductus.commandLine().getSubcommands().values().stream()
        .distinct()
        .filter(command -> !command.getCommandSpec().usageMessage().hidden())
        .forEach(
            command -> {
              String name = command.getCommandName();
              long times =
                  lines.stream().filter(line -> line.matches("  " + name + "[ ,].*")).count();
              assertEquals(1, times, name);
            });
  }

  @Test
  void versionNamesJavaAndTheKernels() {
    List<String> lines = CommandRun.of("--version").out().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).startsWith("ductus "), lines.get(0));
    assertTrue(lines.get(1).startsWith("Java " + Runtime.version()), lines.get(1));
    assertEquals("Kernels: " + KernelChoice.best().description(), lines.get(2));
  }

  @Test
  void leavesTheKernelsOfAProgramThatRunsACommandAsTheyWere() {
    String before = System.getProperty(KernelChoice.PROPERTY);
    List<String> line = List.of("inspect", "none", "--kernels", "ejml");
    try {
      for (String kernels : List.of("", "vector")) {
        System.setProperty(KernelChoice.PROPERTY, kernels);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertEquals(ExitStatus.FAILED, Ductus.run(line, nowhere, nowhere));
        assertEquals(kernels, System.getProperty(KernelChoice.PROPERTY));
      }
    } finally {
      if (before == null) {
        System.clearProperty(KernelChoice.PROPERTY);
      } else {
        System.setProperty(KernelChoice.PROPERTY, before);
      }
    }
  }

  @Test
  void readsTheOptionsOfTheNamedCommandOnly() {
    Set<String> all = Ductus.commandLine().getSubcommands().keySet();
    assertEquals(Set.of("write"), commandsFor("write", "--help"));
    assertEquals(Set.of("hand"), commandsFor("hand", "train"));
    assertEquals(all, commandsFor("recognize"));
    assertEquals(all, commandsFor());
    assertEquals(all, commandsFor("--help"));
    assertEquals(all, commandsFor("wrte", "write"));
    assertEquals(Set.of(), commandsFor("--version"));
    assertEquals(all, commandsFor("--version", "write"));
  }

  private static Set<String> commandsFor(String... arguments) {
    return Ductus.commandLineFor(arguments).getSubcommands().keySet();
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    CommandRun run = CommandRun.of("inspct", "x");
    assertEquals(ExitStatus.WRONG_USAGE, run.status());
    assertTrue(
        run.complaints()
            .get(0)
            .startsWith("ductus: there is no command 'inspct'; did you mean 'inspect'"),
        run.err());
    assertEquals(List.of("Try 'ductus --help'"), run.complaints().subList(1, 2));
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    assertEquals(
        List.of(
            "ductus: there is no option '--jsn'; did you mean '--json'?",
            "Try 'ductus inspect --help'"),
        CommandRun.of("inspect", "--jsn", "x").complaints());
  }

  @Test
  void refusesMoreThreadsThanCoresAndNone() {
    for (int threads : new int[] {-1, 0, 1_000_000}) {
      CommandRun run = CommandRun.of("inspect", "--threads", threads, "x");
      assertEquals(ExitStatus.WRONG_USAGE, run.status());
      assertTrue(run.err().startsWith("ductus: --threads must be 1 to "), run.err());
    }
  }

  @Test
  void putsAFailureIntoOneLineWithoutATrace() {
    CommandRun run = fall(new IOException("the cable\nis out"));
    assertEquals(ExitStatus.FAILED, run.status());
    assertEquals(List.of("ductus: the cable is out"), run.complaints());
  }

  @Test
  void tracesAFailureIfAskedTo() {
    CommandRun run = fall(new IOException("the cable is out"), "--verbose");
    assertTrue(run.err().contains("DuctusTest"), run.err());
  }

  @Test
  void takesAnImpossibleValueForWrongUsage() {
    CommandRun run = fall(new IllegalArgumentException("temperature must be 0 or more but was -1"));
    assertEquals(ExitStatus.WRONG_USAGE, run.status());
    assertEquals(
        List.of("ductus: temperature must be 0 or more but was -1", "Try 'ductus fall --help'"),
        run.complaints());
  }

  @Test
  void survivesTheEndOfMemory() {
    CommandRun run = fall(new OutOfMemoryError("Java heap space"));
    assertEquals(ExitStatus.FAILED, run.status());
    assertEquals(1, run.complaints().size());
    assertTrue(run.err().contains("not enough memory"), run.err());
  }

  @Test
  void ownsUpToItsOwnErrors() {
    CommandRun run = fall(new NumberFormatException("For input string"));
    assertEquals(ExitStatus.FAILED, run.status());
    assertTrue(run.err().startsWith("ductus: an error in Ductus itself"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  private static CommandRun fall(Throwable cause, String... options) {
    CommandLine fall =
        new CommandLine(new Fall(cause)).setExecutionExceptionHandler(new ErrorMessages());
    CommandLine ductus = Ductus.commandLine().addSubcommand(fall);
    return CommandRun.of(
        ductus, Stream.concat(Stream.of("fall"), Arrays.stream(options)).toArray());
  }
}
