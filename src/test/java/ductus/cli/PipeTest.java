package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static ductus.cli.Complaints.assertWrongUsage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeTest {
  private static final String TUNE = "X:1\nT:Up\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|\n";

  private final Path folder;

  PipeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What a command came to, and the bytes that went on. */
  private record Through(CommandRun run, ByteArrayOutputStream out) {
    byte[] bytes() {
      return out.toByteArray();
    }
  }

  private static Through through(byte[] in, Object... arguments) {
    InputStream before = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setIn(new ByteArrayInputStream(in));
    System.setOut(new PrintStream(bytes, false, StandardCharsets.UTF_8));
    try {
      CommandRun run = CommandRun.of(arguments);
      System.out.flush();
      return new Through(run, bytes);
    } finally {
      System.setIn(before);
      System.setOut(out);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void sendsTheSameBytesThatAFileGets() throws Exception {
    Path file = folder.resolve("tune.mid");
    assertEquals(0, CommandRun.of("generate", "folk", "--seed", 3, "--out", file).status());
    Through piped = through(new byte[0], "generate", "folk", "--seed", 3, "--out", "-");
    assertEquals(ExitStatus.DONE, piped.run().status(), piped.run().err());
    assertArrayEquals(Files.readAllBytes(file), piped.bytes());
    assertEquals("", piped.run().out());
    assertFalse(piped.run().err().contains("Wrote"), piped.run().err());
    Through again = through(new byte[0], "regenerate", folder.resolve("tune.json"), "--out", "-");
    assertArrayEquals(Files.readAllBytes(file), again.bytes());
  }

  @Test
  void readsATuneOfAnyFormatFromStandardInput() throws Exception {
    Through midi = through(bytes(TUNE), "export", "-", "--to", "midi", "--out", "-");
    assertEquals(ExitStatus.DONE, midi.run().status(), midi.run().err());
    assertTrue(new String(midi.bytes(), StandardCharsets.ISO_8859_1).startsWith("MThd"));
    Through sheet = through(midi.bytes(), "export", "-", "--to", "musicxml", "--out", "-");
    Through back = through(sheet.bytes(), "export", "-", "--to", "abc", "--out", "-");
    assertTrue(new String(back.bytes(), StandardCharsets.UTF_8).contains("G"), back.run().err());
    Path file = folder.resolve("on.mid");
    Through on = through(bytes(TUNE), "generate", "folk", "--primer", "-", "--out", file);
    assertEquals(ExitStatus.DONE, on.run().status(), on.run().err());
    Through again = through(new byte[0], "regenerate", folder.resolve("on.json"), "--out", "-");
    assertArrayEquals(Files.readAllBytes(file), again.bytes());
  }

  @Test
  void writesAndReadsHandwriting() {
    Through page = through(bytes("Dear Anna"), "write", "--text", "-", "--seed", 1, "--out", "-");
    assertTrue(new String(page.bytes(), StandardCharsets.UTF_8).startsWith("<?xml"));
    Through read = through(page.bytes(), "recognise", "-");
    assertEquals("Dear Anna", read.run().out().strip(), read.run().err());
  }

  @Test
  void namesStandardInputInComplaints() {
    Through broken = through(bytes("MThd"), "export", "-", "--to", "wav", "--out", "-");
    assertEquals(ExitStatus.FAILED, broken.run().status());
    assertTrue(broken.run().err().startsWith("ductus: standard input: byte"), broken.run().err());
    Through empty = through(new byte[0], "export", "-", "--to", "wav", "--out", "-");
    assertEquals("ductus: standard input: is empty", empty.run().err().strip());
    assertEquals(0, empty.bytes().length);
  }

  @Test
  void printsOneObjectThoughSomethingWasLeftOut() {
    Through some =
        through(
            bytes(TUNE),
            "export",
            "-",
            folder.resolve("missing.mid"),
            "--to",
            "csv",
            "--json",
            "--out",
            folder.resolve("tables"));
    assertEquals(ExitStatus.LEFT_OUT, some.run().status(), some.run().err());
    JsonObject result = JsonParser.parseString(some.run().out()).getAsJsonObject();
    assertEquals(1, result.getAsJsonArray("written").size());
    assertEquals(1, result.getAsJsonArray("left_out").size());
  }

  @Test
  void refusesWhatIsNoPipe() {
    assertWrongUsage("--json and --out -", "generate", "folk", "--out", "-", "--json");
    assertWrongUsage("commands that make one file", "train", "--out", "-");
    assertWrongUsage("read only once", "export", "-", "-", "--to", "wav", "--out", "-");
    assertWrongUsage("could not be made again", "humanise", "-");
  }

  @Test
  void refusesSeveralFilesBeforeTheyAreMade() {
    String several = "--out - takes one file, but with %s there are several: name a folder";
    // What is named is not there: nothing is opened before.
    assertWrongUsage(
        several.formatted("--merge"), "write", "{name}", "--merge", "none.csv", "--out", "-");
    assertWrongUsage(
        several.formatted("--to"), "write", "Anna", "--hand", "x", "--to=svg,pdf", "--out", "-");
    assertWrongUsage(
        several.formatted("--vary"), "generate", "none", "--vary", "none.csv", "--out", "-");
    assertWrongUsage(several.formatted("--count"), "generate", "none", "--count", 2, "--out", "-");
    Through one =
        through(new byte[0], "generate", "folk", "--bars", 2, "--count", 1, "--seed=1", "-o-");
    assertEquals(ExitStatus.DONE, one.run().status(), one.run().err());
  }

  @Test
  void givesEachRowOfATableWhatWasPiped() throws Exception {
    Path list = Files.writeString(folder.resolve("tunes.csv"), "bars,tempo\n4,100\n6,120\n");
    Path out = folder.resolve("tunes");
    Object[] vary = {"generate", "folk", "--vary", list, "--primer", "-", "--out", out};
    Through made = through(bytes(TUNE), vary);
    assertEquals(ExitStatus.DONE, made.run().status(), made.run().err());
    Path tune = Files.writeString(folder.resolve("tune.abc"), TUNE);
    CommandRun named =
        CommandRun.of(
            "generate", "folk", "--vary", list, "--primer", tune, "--out", folder.resolve("same"));
    assertEquals(ExitStatus.DONE, named.status(), named.err());
    for (String file : List.of("0001.mid", "0002.mid")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("same").resolve(file)),
          Files.readAllBytes(out.resolve(file)));
    }
    Through again = through(bytes(TUNE), vary);
    assertTrue(again.run().out().contains("2 were there already"), again.run().out());
  }

  @Test
  void refusesAListThatCannotBeReadTwice() {
    String list = "-: must be a file, which can be read twice";
    assertFails(list, "write", "{name}", "--merge", "-", "--out", folder.resolve("a"));
    assertFails(list, "generate", "folk", "--vary", "-", "--out", folder.resolve("b"));
    assertFalse(Files.exists(folder.resolve("a")) || Files.exists(folder.resolve("b")));
  }

  @Test
  void stopsWhereNobodyReadsOn() {
    PrintStream out = System.out;
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    System.setOut(new PrintStream(closed, false, StandardCharsets.UTF_8));
    try {
      CommandRun run = CommandRun.of("write", "Anna", "--seed", 1, "--out", "-");
      assertEquals(ExitStatus.DONE, run.status());
      assertEquals("Seed 1", run.err().strip());
    } finally {
      System.setOut(out);
    }
  }
}
