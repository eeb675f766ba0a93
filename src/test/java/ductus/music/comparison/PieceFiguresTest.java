package ductus.music.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceFiguresTest {
  private static final int QUARTER = 480;

  /** In 4/4. */
  private static PieceFigures of(int quarters, Note... notes) {
    return new PieceFigures(
        new Score(
            QUARTER,
            (long) quarters * QUARTER,
            List.of(notes),
            List.of(),
            List.of(new TimeSignature(0, 4, 4)),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static Note note(double onset, double length, int pitch, int channel) {
    return new Note((long) (onset * QUARTER), (long) (length * QUARTER), pitch, 80, channel, 1);
  }

  @Test
  void countsPitchClassesFromTheKeynote() {
    int[] dMajor = {62, 62, 64, 66, 67, 69, 71, 73};
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < dMajor.length; i++) {
      notes.add(note(i, 1, dMajor[i], 0));
    }
    List<Double> shares = of(8, notes.toArray(new Note[0])).pitchClasses();
    assertEquals(List.of(0.25, 0.0, 0.125, 0.0, 0.125), shares.subList(0, 5));
    assertEquals(1, of(8, notes.toArray(new Note[0])).scaleConsistency());
  }

  @Test
  void measuresEntropyInBits() {
    assertEquals(0, of(1, note(0, 1, 60, 0)).pitchClassEntropy(), 1e-12);
    assertEquals(
        2,
        of(4, note(0, 1, 60, 0), note(1, 1, 61, 0), note(2, 1, 74, 0), note(3, 1, 63, 0))
            .pitchClassEntropy(),
        1e-12);
  }

  @Test
  void countsNotesThatSoundTogether() {
    PieceFigures chords =
        of(8, note(0, 4, 60, 0), note(0, 2, 64, 0), note(6, 1, 64, 0), note(6, 1, 67, 0));
    assertEquals(8.0 / 5, chords.polyphony(), 1e-12);
    assertEquals(1, of(8, note(0, 1, 60, 0), note(3, 1, 60, 0)).polyphony(), 1e-12);
    assertEquals(0.25, of(8, note(0, 1, 60, 0), note(3, 1, 60, 0)).notesPerQuarter(), 1e-12);
  }

  @Test
  void takesIntervalsWithinAChannel() {
    List<Double> shares =
        of(4, note(0, 1, 60, 0), note(0, 1, 48, 1), note(1, 1, 62, 0), note(1, 1, 49, 1))
            .intervals();
    assertEquals(25, shares.size());
    assertEquals(0.5, shares.get(12 + 2));
    assertEquals(0.5, shares.get(12 + 1));
  }

  @Test
  void comparesTheOnsetsOfNeighboringBars() {
    Note[] same = {note(0, 1, 60, 0), note(2, 1, 62, 0), note(4, 1, 65, 0), note(6, 1, 60, 0)};
    assertEquals(List.of(1.0), of(8, same).grooveConsistency());
    Note[] other = {note(0, 1, 60, 0), note(4, 1, 60, 0), note(6, 1, 60, 0)};
    assertEquals(List.of(1 - 1.0 / 96), of(8, other).grooveConsistency());
    assertEquals(List.of(), of(4, note(0, 1, 60, 0)).grooveConsistency());
  }

  @Test
  void drumsHaveNoPitches() {
    PieceFigures drums = of(8, note(0, 1, 36, 9), note(4, 1, 38, 9));
    assertEquals(List.of(), drums.pitchClasses());
    assertEquals(List.of(), drums.intervals());
    assertEquals(List.of(), drums.ofPitches(PieceFigures::scaleConsistency));
    assertEquals(List.of(1.0), drums.grooveConsistency());
  }
}
