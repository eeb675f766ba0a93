package ductus.task.humanization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.music.midi.MidiWriter;
import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayedPieceTest {
  private final Path folder;
  private final Path file;

  PlayedPieceTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    file = folder.resolve("take.mid");
    Files.write(file, MidiWriter.write(MadePerformances.score(3, 4, 40)));
  }

  private List<PlayedNote> read(Player player) throws Exception {
    return PlayedPiece.kind(player).reader().read(file).takes().get(0);
  }

  @Test
  void strokesAreSetOnTheGridAndKeepTheirTouch() throws Exception {
    List<PlayedNote> strokes = read(Player.DRUMMER);
    assertEquals(80, strokes.size());
    for (PlayedNote stroke : strokes) {
      assertEquals(0, stroke.written().step() % 6);
      // 40 ticks at 120 quarter notes a minute, and the mean is taken away.
      assertTrue(Math.abs(stroke.shift()) < 60, stroke.toString());
    }
    assertEquals(0, strokes.stream().mapToDouble(PlayedNote::shift).sum(), 1e-6);
    assertEquals(0, strokes.stream().mapToDouble(PlayedNote::loudness).sum(), 1e-6);
    assertTrue(strokes.stream().mapToDouble(PlayedNote::shift).max().orElseThrow() > 20);
  }

  @Test
  void keysAreReadByTheBeatsBesideThem() throws Exception {
    assertEquals(80, read(Player.PIANIST).size());
    // Beats of half the tempo, the first bar line at the third.
    StringBuilder beats = new StringBuilder();
    for (int beat = 0; beat < 9; beat++) {
      beats
          .append(beat)
          .append(' ')
          .append("0.0 ")
          .append(beat % 3 == 2 ? "1.0" : "0.0")
          .append('\n');
    }
    Files.writeString(folder.resolve("beat_midi.txt"), beats);
    List<PlayedNote> notes = read(Player.PIANIST);
    // A quarter note of the file is an eighth now.
    assertEquals(
        List.of(0L, 6L, 12L),
        notes.stream().map(n -> n.written().step()).distinct().limit(3).toList());
    assertEquals(60, notes.get(0).written().quartersPerMinute(), 1e-9);
    assertEquals(-1, notes.get(0).written().place().bar());
    assertEquals(24, notes.get(0).written().place().step());
    PlayedNote downbeat =
        notes.stream().filter(note -> note.written().step() == 48).findFirst().orElseThrow();
    assertEquals(0, downbeat.written().place().bar());
    assertEquals(0, downbeat.written().place().step());
  }

  @Test
  void brokenBeatsAreNamedWithTheirLine() throws Exception {
    for (String bad : List.of("0 1 1\nx 0 0\n", "0 1 1\n1 0\n", "1 1 1\n1 0 0\n")) {
      Files.writeString(folder.resolve("beat_midi.txt"), bad);
      BadFileException refused = assertThrows(BadFileException.class, () -> read(Player.PIANIST));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("beat_midi.txt: line 2"),
          refused.getMessage());
    }
    Files.writeString(folder.resolve("beat_midi.txt"), "0 1 1\n");
    assertThrows(BadFileException.class, () -> read(Player.PIANIST));
  }

  @Test
  void whatNobodyPlayedIsRefused() throws Exception {
    MadePerformances.stiff(file, 4);
    for (Player player : Player.values()) {
      BadFileException refused = assertThrows(BadFileException.class, () -> read(player));
      assertTrue(String.valueOf(refused.getMessage()).contains("velocities"), refused.getMessage());
    }
  }
}
