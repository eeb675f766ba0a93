package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.music.Score.ProgramChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelodyScoreTest {
  private static final Melody MELODY =
      new Melody(
          12,
          54,
          List.of(new TimeSignature(0, 3, 4), new TimeSignature(36, 3, 8)),
          new Key(9, Mode.DORIAN),
          90,
          List.of(
              new MelodyNote(0, 4, 69),
              new MelodyNote(4, 8, 71),
              new MelodyNote(12, 20, 72),
              new MelodyNote(36, 18, 69)));

  @Test
  void writesNotesInTicksWithGentleAccents() {
    Score score = MelodyScore.of(MELODY, 73, 80);
    assertEquals(
        List.of(
            new Note(0, 160, 69, 86, 0, 1),
            new Note(160, 320, 71, 76, 0, 1),
            new Note(480, 800, 72, 82, 0, 1),
            new Note(1440, 720, 69, 86, 0, 1)),
        score.notes());
    assertEquals(480, score.ticksPerQuarter());
    assertEquals(2160, score.length());
  }

  @Test
  void writesTempoMetresKeyAndInstrument() {
    Score score = MelodyScore.of(MELODY, 73, 80);
    assertEquals(List.of(new TempoChange(0, 666_667)), score.tempos());
    assertEquals(
        List.of(new TimeSignature(0, 3, 4), new TimeSignature(1440, 3, 8)), score.timeSignatures());
    assertEquals(List.of(new KeySignature(0, 1, true)), score.keySignatures());
    assertEquals(List.of(new ProgramChange(0, 0, 1, 73)), score.programs());
    assertEquals(
        List.of(
            new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:Ador"),
            new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, Score.MELODY_TRACK)),
        score.texts());
  }

  @Test
  void refusesWhatMidiCannotSay() {
    assertThrows(IllegalArgumentException.class, () -> MelodyScore.of(MELODY, 128, 80));
    assertThrows(IllegalArgumentException.class, () -> MelodyScore.of(MELODY, 0, 0));
  }

  @Test
  void holdsVelocitiesAndTemposWithinTheirRange() {
    TimeSignature metre = new TimeSignature(0, 6, 8);
    assertEquals(127, MelodyScore.accented(125, metre, 0));
    assertEquals(1, MelodyScore.accented(2, metre, 1));
    assertEquals(82, MelodyScore.accented(80, metre, 1.5));
    assertEquals(0xFFFFFF, MelodyScore.microsecondsPerQuarter(1));
  }
}
