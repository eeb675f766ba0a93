package ductus.music.musicstring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import java.util.List;
import org.junit.jupiter.api.Test;

class JFugueTextTest {
  @Test
  void theExactFormHasOneNoteALine() {
    Score score =
        tune(480, 0, List.of(new Note(0, 480, 60, 80, 0, 0), new Note(480, 0, 61, 90, 9, 0)));
    assertEquals(
        """
        T120
        V0 L0 @0 T1831
        V0 L0 @0 I73
        V0 L0 @0 [60]/4.004167a80d64
        V9 L0 @480 [61]/0.004167_[61]/0.004167a90d64
        """,
        JFugueText.exact(score));
  }

  @Test
  void theReadableFormHasLettersBarsAndTies() {
    Score score =
        tune(
            480,
            1,
            List.of(
                new Note(0, 480, 67, 80, 0, 0),
                new Note(480, 720, 66, 80, 0, 0),
                new Note(1200, 240, 65, 80, 0, 0),
                new Note(1440, 1920, 72, 80, 0, 0),
                new Note(4160, 160, 60, 80, 0, 0)));
    assertEquals(
        "T120 I[Flute] KGmaj\nG5q F#5q. Fn5i | C6h.- | C6-q Rhi* C5i* |\n",
        JFugueText.readable(score).orElseThrow());
  }

  @Test
  void whatLettersCannotSayIsLeftToTheExactForm() {
    Note first = new Note(0, 480, 60, 80, 0, 0);
    assertFalse(readable(first, new Note(240, 480, 64, 80, 0, 0)), "two voices");
    assertFalse(readable(first, new Note(480, 481, 64, 80, 0, 0)), "an odd length");
    assertFalse(readable(first, new Note(480, 480, 5, 80, 0, 0)), "a key below octave 1");
    assertFalse(readable(first, new Note(480, 480, 38, 80, 9, 0)), "a drum");
    assertFalse(JFugueText.readable(tune(480, 0, List.of())).isPresent(), "no notes");
    assertTrue(readable(first, new Note(480, 480, 64, 80, 0, 0)));
  }

  @Test
  void theTempoTokenComesNearInJFuguesPlayer() {
    for (int quarters = 30; quarters <= 200; quarters += 1) {
      int microseconds = (int) (60e6 / quarters);
      double played = JFugueTempo.played(JFugueTempo.token(microseconds, 480));
      assertEquals(1, played / (microseconds / 4.0), 0.19, quarters + " a minute");
    }
  }

  private static boolean readable(Note... notes) {
    return JFugueText.readable(tune(480, 0, List.of(notes))).isPresent();
  }

  /** A tune at 480 ticks a quarter note, in 3/4. */
  private static Score tune(int length, int fifths, List<Note> notes) {
    return new Score(
        480,
        length,
        notes,
        List.of(new TempoChange(0, 500_000)),
        List.of(new TimeSignature(0, 3, 4)),
        List.of(new KeySignature(0, fifths, false)),
        List.of(new ProgramChange(0, 0, 0, 73)),
        List.of(),
        List.of());
  }
}
