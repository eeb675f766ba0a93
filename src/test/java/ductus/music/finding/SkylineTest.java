package ductus.music.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Note;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkylineTest {
  @Test
  void takesTheHighestNoteOfAChord() {
    assertEquals(
        List.of(note(0, 480, 67)),
        Skyline.of(List.of(note(0, 480, 60), note(0, 480, 67), note(0, 480, 64)), 480));
  }

  @Test
  void takesTheHighestNoteOfAChordThatIsSpread() {
    assertEquals(
        List.of(note(0, 500, 67)),
        Skyline.of(List.of(note(0, 480, 60), note(10, 480, 64), note(20, 480, 67)), 480));
  }

  @Test
  void cutsALowerNoteWhereAHigherBegins() {
    assertEquals(
        List.of(note(0, 480, 60), note(480, 480, 67)),
        Skyline.of(List.of(note(0, 1920, 60), note(480, 480, 67)), 480));
  }

  @Test
  void leavesOutLowerNotesBelowAHigherOne() {
    assertEquals(
        List.of(note(0, 1920, 72)),
        Skyline.of(List.of(note(0, 1920, 72), note(480, 480, 60), note(960, 480, 62)), 480));
  }

  @Test
  void cutsANoteThatHangsOverIntoALowerOne() {
    assertEquals(
        List.of(note(0, 480, 72), note(480, 480, 71)),
        Skyline.of(List.of(note(0, 540, 72), note(480, 480, 71)), 480));
  }

  @Test
  void givesNotesWithoutLengthATick() {
    assertEquals(List.of(note(5, 1, 72)), Skyline.of(List.of(note(5, 0, 72)), 480));
  }

  private static Note note(long onset, long duration, int pitch) {
    return new Note(onset, duration, pitch, 64, 0, 0);
  }
}
