package ductus.music.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TempoEstimateTest {
  private static final double[] RHYTHM = {1, 0.5, 0.5, 1, 1.5, 0.5, 1, 1, 0.5, 0.5, 1};

  @Test
  void findsTheTempoOfPeople() {
    for (long seed = 0; seed < 20; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      for (int tempo : new int[] {80, 96, 110, 132}) {
        List<Long> onsets = new ArrayList<>(List.of(5_000_000L));
        for (double quarters : RHYTHM) {
          long time = Math.round(quarters * 60e6 / tempo + random.nextGaussian() * 12_000);
          onsets.add(onsets.get(onsets.size() - 1) + time);
        }
        double found = TempoEstimate.quartersPerMinute(onsets, TempoEstimate.USUAL);
        assertEquals(tempo, found, 0.05 * tempo, "seed " + seed);
      }
    }
  }

  @Test
  void keepsTheTempoWhereNothingTellsAnother() {
    assertEquals(90, TempoEstimate.quartersPerMinute(List.of(), 90));
    assertEquals(90, TempoEstimate.quartersPerMinute(List.of(7L), 90));
    assertEquals(90, TempoEstimate.quartersPerMinute(List.of(7L, 9L, 20L), 90));
  }
}
