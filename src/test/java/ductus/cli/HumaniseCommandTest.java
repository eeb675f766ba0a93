package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.ExitStatus;
import ductus.music.Score;
import ductus.music.midi.MidiReader;
import ductus.music.midi.MidiWriter;
import ductus.task.humanization.MadePerformances;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HumaniseCommandTest {
  private final Path folder;
  private final Path stiff;

  HumaniseCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    stiff = MadePerformances.stiff(folder.resolve("stiff.mid"), 8);
  }

  private CommandRun humanise(Object file, String out, Object... options) {
    List<Object> all = new ArrayList<>(List.of("humanise", file, "--out", folder.resolve(out)));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray());
  }

  private byte[] bytes(String name) throws Exception {
    return Files.readAllBytes(folder.resolve(name));
  }

  private static List<String> keys(Score score) {
    return score.notes().stream()
        .map(note -> note.channel() + " " + note.pitch())
        .sorted()
        .toList();
  }

  @Test
  void keepsNotesAndBarsAndIsMadeAgain() throws Exception {
    CommandRun run = humanise(stiff, "a.mid", "--seed", 5);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("pianist: 160 notes"), run.out());
    assertTrue(run.out().contains("drummer: 160 notes"), run.out());
    Score written = MidiReader.read(stiff);
    Score played = MidiReader.read(folder.resolve("a.mid"));
    assertEquals(keys(written), keys(played));
    assertEquals(written.timeSignatures(), played.timeSignatures());
    assertEquals(written.tempos(), played.tempos());
    assertTrue(played.notes().stream().map(note -> note.velocity()).distinct().count() > 20);
    assertTrue(played.notes().stream().filter(note -> note.onset() % 120 != 0).count() > 200);

    humanise(stiff, "b.mid", "--seed", 5);
    assertArrayEquals(bytes("a.mid"), bytes("b.mid"));
    humanise(stiff, "c.mid", "--seed", 6);
    assertFalse(Arrays.equals(bytes("a.mid"), bytes("c.mid")));
    CommandRun again =
        CommandRun.of("regenerate", folder.resolve("a.json"), "--out", folder.resolve("d.mid"));
    assertEquals(ExitStatus.DONE, again.status(), again.err());
    assertArrayEquals(bytes("a.mid"), bytes("d.mid"));
    CommandRun taken = humanise(stiff, "a.mid");
    assertEquals(ExitStatus.FAILED, taken.status());
    assertEquals(1, taken.complaints().size(), taken.err());
  }

  @Test
  void noAmountChangesNothing() throws Exception {
    CommandRun run = humanise(stiff, "a.mid", "--seed", 5, "--amount", 0);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertArrayEquals(Files.readAllBytes(stiff), bytes("a.mid"));
  }

  @Test
  void whatWasPlayedIsNotMoved() throws Exception {
    Path played = folder.resolve("played.mid");
    Files.write(played, MidiWriter.write(MadePerformances.score(2, 8, 40)));
    CommandRun run = humanise(played, "a.mid", "--seed", 5);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.err().contains("of the drummer lie beside the grid"), run.err());
    assertEquals(strokes(played), strokes(folder.resolve("a.mid")));
  }

  private static List<Long> strokes(Path file) throws Exception {
    return MidiReader.read(file).notes().stream()
        .filter(note -> note.isDrum())
        .map(note -> note.onset())
        .toList();
  }

  @Test
  void aTouchIsLearnedMeasuredAndUsed() throws Exception {
    Path takes = MadePerformances.folder(folder.resolve("takes"), 5);
    Path drummer = folder.resolve("drummer");
    CommandRun trained =
        CommandRun.of(
            "humanise",
            "train",
            takes,
            "--player",
            "drummer",
            "--epochs",
            1,
            "--hidden",
            8,
            "--out",
            drummer);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    assertTrue(trained.out().contains("nats per token on held-out performances"), trained.out());
    CommandRun measured = CommandRun.of("evaluate", drummer, takes);
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().startsWith("1 held-out performances, 80 notes"), measured.out());
    assertTrue(measured.out().contains("moment, overlap with people"), measured.out());
    CommandRun inspected = CommandRun.of("inspect", drummer);
    assertTrue(inspected.out().contains("how hard each stroke is, and when"), inspected.out());
    assertEquals(ExitStatus.DONE, humanise(stiff, "a.mid", "--drummer", drummer).status());
    CommandRun wrong = humanise(stiff, "b.mid", "--pianist", drummer);
    assertEquals(ExitStatus.FAILED, wrong.status());
    assertTrue(wrong.err().contains("a model of a drummer, not of a pianist"), wrong.err());
    assertEquals(1, wrong.complaints().size(), wrong.err());
  }

  @Test
  void complainsInOneLineAndTakesTimeCodes() throws Exception {
    assertEquals(ExitStatus.WRONG_USAGE, CommandRun.of("humanise").status());
    assertEquals(ExitStatus.WRONG_USAGE, CommandRun.of("humanise", "train").status());
    Path text = Files.writeString(folder.resolve("words.mid"), "words");
    Path silent = folder.resolve("silent.mid");
    Score score = MidiReader.read(stiff);
    Files.write(silent, MidiWriter.write(score.withNotes(List.of())));
    Path odd = folder.resolve("smpte.mid");
    byte[] smpte = Files.readAllBytes(stiff);
    // 25 frames of 40 ticks a second in place of ticks a quarter note.
    smpte[12] = (byte) -25;
    smpte[13] = 40;
    Files.write(odd, smpte);
    for (Object file : new Object[] {text, silent, folder.resolve("none.mid"), folder}) {
      CommandRun run = humanise(file, "x.mid");
      assertEquals(ExitStatus.FAILED, run.status(), run.err());
      assertEquals(1, run.complaints().size(), run.err());
    }
    assertEquals(ExitStatus.DONE, humanise(odd, "y.mid").status());
    assertEquals(keys(score), keys(MidiReader.read(folder.resolve("y.mid"))));
    for (Object amount : new Object[] {-0.1, 1.1, "NaN"}) {
      CommandRun run = humanise(stiff, "z.mid", "--amount", amount);
      assertFalse(run.status() == ExitStatus.DONE, run.err());
      assertTrue(run.err().contains("amount must be 0 to 1"), run.err());
    }
    assertFalse(Files.exists(folder.resolve("z.json")));
  }
}
