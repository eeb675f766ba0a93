package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreHashTest {
  private static final Note C = new Note(0, 120, 60, 64, 0, 0);
  private static final Note E = new Note(120, 90, 64, 64, 0, 0);

  private static Score score(int ticksPerQuarter, Note... notes) {
    return new Score(
        ticksPerQuarter,
        1000,
        List.of(notes),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Note note(long onset, long duration, int pitch) {
    return new Note(onset, duration, pitch, 64, 0, 0);
  }

  @Test
  void isSixteenHexadecimalDigits() {
    assertTrue(ScoreHash.of(score(120, C, E)).matches("[0-9a-f]{16}"));
    assertTrue(ScoreHash.of(score(120)).matches("[0-9a-f]{16}"));
  }

  @Test
  void isTheSameInAnotherResolution() {
    String hash = ScoreHash.of(score(120, C, E));
    assertEquals(hash, ScoreHash.of(score(480, note(0, 480, 60), note(480, 360, 64))));
    assertEquals(hash, ScoreHash.of(score(4, note(0, 4, 60), note(4, 3, 64))));
    assertEquals(ScoreHash.of(score(120)), ScoreHash.of(score(96)));
  }

  @Test
  void doesNotHearVelocityTrackChannelTempoOrTitle() {
    Score plain = score(120, C, E);
    Score other =
        new Score(
            120,
            5000,
            List.of(new Note(0, 120, 60, 1, 3, 5), new Note(120, 90, 64, 2, 4, 1)),
            List.of(new TempoChange(0, 1)),
            List.of(new TimeSignature(0, 3, 4)),
            List.of(new KeySignature(0, 1, true)),
            List.of(new ProgramChange(0, 3, 5, 7)),
            List.of(new PedalChange(0, 3, 5, 7)),
            List.of(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "Other")));
    assertEquals(ScoreHash.of(plain), ScoreHash.of(other));
  }

  @Test
  void doesNotDependOnWhichTrackHasWhichOfTwoNotes() {
    Note shorter = new Note(0, 60, 60, 64, 0, 0);
    Note longer = new Note(0, 90, 60, 64, 0, 1);
    Note shorterBelow = new Note(0, 60, 60, 64, 0, 1);
    Note longerAbove = new Note(0, 90, 60, 64, 0, 0);
    assertEquals(
        ScoreHash.of(score(120, shorter, longer)),
        ScoreHash.of(score(120, longerAbove, shorterBelow)));
  }

  @Test
  void hearsEveryDifferenceInTheNotes() {
    String hash = ScoreHash.of(score(120, C, E));
    assertNotEquals(hash, ScoreHash.of(score(121, C, E)));
    assertNotEquals(hash, ScoreHash.of(score(120, C)));
    assertNotEquals(hash, ScoreHash.of(score(120, C, E, E)));
    assertNotEquals(hash, ScoreHash.of(score(120, C, note(120, 91, 64))));
    assertNotEquals(hash, ScoreHash.of(score(120, C, note(121, 90, 64))));
    assertNotEquals(hash, ScoreHash.of(score(120, C, note(120, 90, 65))));
    Note drum = new Note(120, 90, 64, 64, Note.DRUM_CHANNEL, 0);
    assertNotEquals(hash, ScoreHash.of(score(120, C, drum)));
  }
}
