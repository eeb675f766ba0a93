package ductus.music.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.Mode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MelodyHistogramsTest {
  @Test
  void countsPitchClassesFromTheTonic() {
    Melody inD = MelodySamples.of(1, 4, 4, new Key(2, Mode.DORIAN), 1, 62, 2, 74, 1, 60, 3, 65);
    Histogram classes = MelodyHistograms.of(List.of(inD)).pitchClasses();
    assertEquals(12, classes.bins());
    assertEquals(2, classes.count(0));
    assertEquals(1, classes.count(10));
    assertEquals(1, classes.count(3));
    assertEquals(4, classes.total());
  }

  @Test
  void aTransposedCopyHasTheSameHistograms() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int semitones = -11; semitones <= 11; semitones++) {
      Melody melody = MelodySamples.random(30, random);
      MelodyHistograms a = MelodyHistograms.of(List.of(melody));
      MelodyHistograms b = MelodyHistograms.of(List.of(melody.transpose(semitones)));
      assertEquals(1, a.pitchClasses().overlap(b.pitchClasses()), 1e-12);
      assertEquals(1, a.intervals().overlap(b.intervals()), 1e-12);
      assertEquals(1, a.durations().overlap(b.durations()), 1e-12);
    }
  }

  @Test
  void countsIntervalsWithinMelodiesAndWideOnesAtTheEnds() {
    Histogram intervals =
        MelodyHistograms.of(
                List.of(MelodySamples.quarters(60, 60, 75, 60), MelodySamples.quarters(90, 88)))
            .intervals();
    assertEquals(4, intervals.total());
    assertEquals(1, count(intervals, "0"));
    assertEquals(1, count(intervals, "+12"));
    assertEquals(1, count(intervals, "-12"));
    assertEquals(1, count(intervals, "-2"));
  }

  @Test
  void putsEveryLengthInTheNearestBin() {
    assertEquals("1/8", bin(1, 24));
    assertEquals("1/4", bin(1, 4));
    assertEquals("1/3", bin(4, 12));
    assertEquals("1/2", bin(2, 4));
    assertEquals("2/3", bin(2, 3));
    assertEquals("3/4", bin(3, 4));
    assertEquals("1", bin(4, 4));
    assertEquals("4/3", bin(5, 4));
    assertEquals("3/2", bin(6, 4));
    assertEquals("2", bin(7, 4));
    assertEquals("3", bin(12, 4));
    assertEquals("4", bin(4, 1));
    assertEquals("8", bin(100, 1));
  }

  @Test
  void ofNothingIsEmpty() {
    MelodyHistograms empty = MelodyHistograms.of(List.of());
    assertEquals(0, empty.pitchClasses().total());
    assertEquals(0, empty.pitchClasses().overlap(empty.pitchClasses()));
  }

  private static String bin(int steps, int stepsPerQuarter) {
    Melody melody = MelodySamples.of(stepsPerQuarter, 4, 4, MelodySamples.C_MAJOR, steps, 60);
    Histogram durations = MelodyHistograms.of(List.of(melody)).durations();
    assertEquals(1, durations.total());
    int bin = 0;
    while (durations.count(bin) == 0) {
      bin++;
    }
    return durations.labels().get(bin);
  }

  private static long count(Histogram histogram, String label) {
    return histogram.count(histogram.labels().indexOf(label));
  }
}
