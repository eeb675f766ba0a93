package ductus.music.jfugue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jfugue.MidiRenderer;
import org.jfugue.MusicStringParser;
import org.jfugue.Pattern;
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
  void theReadableFormSaysTheSameNotes() {
    for (int seed = 0; seed < 300; seed++) {
      Score score = randomTune(seed);
      String text = JFugueText.readable(score).orElseThrow();
      Score read = PrimerText.parse(text);
      List<Note> expected =
          Resolution.of(score, PrimerText.TICKS_PER_QUARTER).notes().stream()
              .map(n -> new Note(n.onset(), n.duration(), n.pitch(), 64, 0, 0))
              .toList();
      assertEquals(expected, read.notes(), "seed " + seed + "\n" + text);
      assertEquals(score.keySignatures(), read.keySignatures());
      assertEquals(score.programs().get(0).program(), read.programs().get(0).program());
      assertEquals(score.length() * 2, read.length(), "seed " + seed + "\n" + text);
    }
  }

  @Test
  void jfuguePlaysTheReadableForm() {
    String text = JFugueText.readable(randomTune(7)).orElseThrow();
    MusicStringParser parser = new MusicStringParser();
    MidiRenderer renderer = new MidiRenderer(javax.sound.midi.Sequence.PPQ, 120);
    parser.addParserListener(renderer);
    parser.parse(new Pattern(text));
    assertTrue(renderer.getSequence().getTickLength() > 100);
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

  private static Score randomTune(long seed) {
    RandomGenerator random = Seeded.random(seed);
    int[] lengths = {60, 80, 120, 160, 240, 320, 360, 480, 640, 720, 960, 1440, 1920, 2400};
    List<Note> notes = new ArrayList<>();
    long at = 0;
    while (notes.size() < 40) {
      int length = lengths[random.nextInt(lengths.length)];
      if (random.nextInt(4) > 0) {
        notes.add(new Note(at, length, random.nextInt(12, 128), 90, 0, 0));
      }
      at += length;
    }
    return tune((int) at, random.nextInt(-7, 8), notes);
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
