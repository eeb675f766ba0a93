package ductus.music.touch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.touch.WrittenNote.BarPlace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandTimingTest {
  private static final int BEATS = 4000;

  /** A chord of three on each beat, the highest louder than the others. */
  private static List<PlayedNote> chords(double melody) {
    List<PlayedNote> notes = new ArrayList<>();
    for (int beat = 0; beat < BEATS; beat++) {
      for (int i = 0; i < 3; i++) {
        WrittenNote note =
            new WrittenNote(24L * beat, 24, 60 + 4 * i, new BarPlace(beat / 4, 0, 2), 120);
        notes.add(new PlayedNote(note, i == 2 ? melody : 0, 0));
      }
    }
    return notes;
  }

  private static List<PlayedNote> played(double melody, long seed) {
    return new HandTiming(1, seed).played(chords(melody));
  }

  @Test
  void louderNotesOfAChordComeFirst() {
    List<PlayedNote> played = played(30, 1);
    double lead = 0;
    for (int i = 0; i < played.size(); i += 3) {
      lead += played.get(i).shift() - played.get(i + 2).shift();
    }
    assertEquals(30 * 0.46, lead / BEATS, 0.5);
  }

  /** As it was measured of recorded pianists: half of their chords are within 10 ms. */
  @Test
  void chordsStayTogether() {
    List<PlayedNote> played = played(8, 2);
    List<Double> spreads = new ArrayList<>();
    for (int i = 0; i < played.size(); i += 3) {
      double[] shifts =
          played.subList(i, i + 3).stream().mapToDouble(PlayedNote::shift).sorted().toArray();
      spreads.add(shifts[2] - shifts[0]);
    }
    spreads.sort(Double::compare);
    assertEquals(10, spreads.get(BEATS / 2), 2);
    assertTrue(spreads.get(BEATS * 99 / 100) < 30, spreads.get(BEATS * 99 / 100).toString());
  }

  @Test
  void thePulseWandersSlowly() {
    List<PlayedNote> played = played(0, 3);
    double[] beats = new double[BEATS];
    double square = 0;
    double product = 0;
    for (int beat = 0; beat < BEATS; beat++) {
      for (int i = 0; i < 3; i++) {
        beats[beat] += played.get(3 * beat + i).shift() / 3;
      }
      square += beats[beat] * beats[beat];
      product += beat == 0 ? 0 : beats[beat] * beats[beat - 1];
    }
    assertEquals(10.6, Math.sqrt(square / BEATS), 1);
    assertEquals(0.58, product / square, 0.06);
  }

  @Test
  void theSeedDecidesAndTheTemperatureScales() {
    assertEquals(played(10, 4), played(10, 4));
    List<PlayedNote> calm = new HandTiming(0, 4).played(chords(0));
    assertTrue(calm.stream().allMatch(note -> note.shift() == 0));
  }
}
