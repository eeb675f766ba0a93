package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aDryRunSaysWhatWouldBeDone() throws IOException {
    Path file = file("a.ebb", "EM,1,1\nSP,0,100\nXM,900,800,-80\nXM,900,-800,80\nEM,0,0\n");
    CommandRun run = CommandRun.of("plot", file, "--dry-run", "--json");
    assertEquals(0, run.status(), run.err());
    assertEquals(
        1.9,
        JsonParser.parseString(run.out())
            .getAsJsonObject()
            .getAsJsonObject("extent")
            .get("seconds")
            .getAsDouble());
    assertTrue(run.err().contains("5 commands, 1.9 s, from 0.0, -1.0 to 10.0, 0.0 mm"), run.err());
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Path ebb = file("a.ebb", "XM,900,800,80\n");
    assertMistake(2, "--port must say where the plotter is; ", ebb);
    assertMistake(2, "--unlock goes with G-code, and ", ebb, "--unlock");
    assertMistake(2, "--baud must be 300 to 4000000 but was 1", ebb, "--baud", 1);
    assertMistake(
        2,
        "goes from 0.0, 0.0 to 10.0, 1.0 mm but the plotter reaches from 0, 0 to 5.0, 5.0: ",
        ebb,
        "--bed",
        "5x5");
    assertMistake(2, "FILE must end in .ebb (AxiDraw) or .gcode but was ", file("a.svg", "x"));
    assertMistake(2, "plot takes no commands from standard input, ", "-", "--port", "COM1");
    assertMistake(
        2, ".page.json: first ductus export ", file("a.page.json", "{}"), "--port", "COM1");
    assertMistake(1, "no such file", folder.resolve("none.gcode"));
    assertMistake(1, "has no command", file("b.gcode", "; nothing\n"));
    assertMistake(1, "is no text of commands", file("c.gcode", "G0\u0000"));
    assertMistake(1, "no port " + folder.resolve("none"), ebb, "--port", folder.resolve("none"));
  }

  private void assertMistake(int status, String message, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "plot";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandRun run = CommandRun.of(all);
    assertEquals(status, run.status(), run.err());
    assertTrue(run.err().contains(message), run.err());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
