package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.cli.console.ExitStatus;
import ductus.music.midi.MidiReader;
import ductus.task.music.jam.MidiPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JamCommandTest {
  private final Path folder;

  JamCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void playsBetweenTwoFilesAndTheSameAgain() throws Exception {
    Path tune = SampleFiles.abc(folder.resolve("a.abc"), "A");
    Path session = folder.resolve("b.mid");
    CommandRun run = CommandRun.of("jam", "folk", "--from", tune, "--to", session, "--seed", 3);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(session.toString(), run.out().strip());
    Path again = folder.resolve("c.mid");
    CommandRun.of("jam", "folk", "--from", tune, "--to", again, "--seed", 3);
    assertEquals(MidiReader.read(session), MidiReader.read(again));
    assertTrue(MidiReader.read(session).notes().stream().anyMatch(note -> note.track() == 2));
  }

  @Test
  void saysThatThereIsNoPort() {
    assumeTrue(MidiPorts.ofMachine().isEmpty(), "this machine has MIDI ports");
    CommandRun run = CommandRun.of("jam", "folk");
    assertEquals(ExitStatus.FAILED, run.status());
    assertEquals(1, run.complaints().size(), run.err());
    assertTrue(run.err().startsWith("ductus: there is no MIDI input port; no ports"), run.err());
  }

  @Test
  void listsPortsWithoutAModel() {
    CommandRun run = CommandRun.of("jam", "--list-ports", "--json");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("\"inputs\": ["), run.out());
    CommandRun none = CommandRun.of("jam");
    assertEquals(ExitStatus.WRONG_USAGE, none.status());
    assertTrue(none.err().startsWith("ductus: Missing MODEL"), none.err());
  }

  @Test
  void hasOneLineForEachMistake() throws Exception {
    Path tune = SampleFiles.abc(folder.resolve("a.abc"), "A");
    assertMistake("--from needs --to FILE.mid", "--from", tune);
    assertMistake("--to must end in .mid", "--from", tune, "--to", folder.resolve("x.wav"));
    assertMistake("--from and --in-port cannot", "--from", tune, "--port", "x");
    assertMistake("--from and --out-port cannot", "--from", tune, "--out-port", "x");
    assertMistake("--silence must be above 0", "--silence", 0);
    CommandRun missing =
        CommandRun.of(
            "jam", "folk", "--from", folder.resolve("no.mid"), "--to", folder.resolve("x.mid"));
    assertEquals(ExitStatus.FAILED, missing.status());
    assertEquals(1, missing.complaints().size(), missing.err());
  }

  private static void assertMistake(String start, Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "jam";
    all[1] = "folk";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    CommandRun run = CommandRun.of(all);
    assertEquals(ExitStatus.WRONG_USAGE, run.status());
    assertTrue(run.err().startsWith("ductus: " + start), run.err());
  }
}
