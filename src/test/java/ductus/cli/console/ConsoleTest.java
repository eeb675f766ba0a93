package ductus.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.LeftOut;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsResultsApartFromMessages() {
    Console console = console(Console.Results.TEXT, Console.Verbosity.NORMAL);
    console.print("result");
    console.printJson(Map.of("a", 1));
    console.say("message");
    console.warn("warning");
    assertEquals(List.of("result"), out.toString().lines().toList());
    assertEquals(List.of("message", "ductus: warning"), err.toString().lines().toList());
  }

  @Test
  void printsOneObjectForMachines() {
    Console console = console(Console.Results.JSON, Console.Verbosity.QUIET);
    console.print("result");
    console.printJson(Map.of("a", 1));
    console.say("message");
    console.warn("warning");
    assertEquals("{\"a\":1}", out.toString().replaceAll("\\s", ""));
    assertEquals(List.of("ductus: warning"), err.toString().lines().toList());
  }

  @Test
  void namesTwentyInputsThatWereLeftOutAndCountsTheRest() {
    List<LeftOut> leftOut = leftOut(30);
    int status = console(Console.Results.TEXT, Console.Verbosity.NORMAL).warnOfLeftOut(leftOut);
    assertEquals(ExitStatus.LEFT_OUT, status);
    List<String> lines = err.toString().lines().toList();
    assertEquals(21, lines.size());
    assertEquals("ductus: left out f0: bad", lines.get(0));
    assertEquals("ductus: ... and 10 more; --verbose names all", lines.get(20));
  }

  @Test
  void namesAllThatWereLeftOutIfAskedTo() {
    console(Console.Results.TEXT, Console.Verbosity.VERBOSE).warnOfLeftOut(leftOut(30));
    assertEquals(30, err.toString().lines().count());
    assertEquals(
        ExitStatus.DONE,
        console(Console.Results.TEXT, Console.Verbosity.NORMAL).warnOfLeftOut(List.of()));
  }

  @Test
  void showsABarInATerminalAndTakesItAwayForMessages() throws Exception {
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            true,
            Console.Results.TEXT,
            Console.Verbosity.NORMAL);
    try (Progress progress = console.progress("Work")) {
      progress.reach(1, 10);
      Thread.sleep(600);
      progress.reach(5, 10);
      progress.note("loss 1.5");
      Thread.sleep(400);
      console.say("half");
    }
    String shown = err.toString();
    assertTrue(shown.contains("Work"), shown);
    assertTrue(shown.contains("5/10"), shown);
    assertTrue(shown.contains("loss 1.5"), shown);
    assertTrue(shown.contains("\r\u001b[Khalf"), shown);
    assertTrue(shown.endsWith("\r\u001b[K"), shown);
  }

  @Test
  void showsNoProgressOfWhatIsDoneAtOnceAndNoneIfQuiet() {
    try (Progress progress =
        console(Console.Results.TEXT, Console.Verbosity.QUIET).progress("Work")) {
      progress.reach(10, 10);
    }
    try (Progress progress =
        console(Console.Results.TEXT, Console.Verbosity.NORMAL).progress("Work")) {
      progress.reach(10, 10);
    }
    assertEquals("", err.toString());
  }

  private Console console(Console.Results results, Console.Verbosity talk) {
    return new Console(new PrintWriter(out), new PrintWriter(err), false, results, talk);
  }

  private static List<LeftOut> leftOut(int count) {
    return IntStream.range(0, count).mapToObj(i -> new LeftOut(Path.of("f" + i), "bad")).toList();
  }
}
