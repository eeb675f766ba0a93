package ductus.music.hearing.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PulseTest {
  @Test
  void aTempoIsFoundFromNotesThatAreNotQuiteOnTheBeat() {
    RandomGenerator random = Randomness.of(1);
    List<HeardNote> notes = new ArrayList<>();
    double beat = 60 / 84.0;
    for (double at = 0.3; notes.size() < 80; at += beat * (1 + random.nextInt(3)) / 2) {
      double onset = at + 0.01 * random.nextGaussian();
      notes.add(new HeardNote(onset, onset + 0.2, 60, 90));
    }
    assertEquals(84, Pulse.quartersPerMinute(notes, 87), 0.1);
    assertEquals(84, Pulse.quartersPerMinute(notes, 81), 0.1);
  }
}
