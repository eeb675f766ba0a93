package ductus.series.known;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElectrocardiogramTest {
  @Test
  void beatsOnceASecondWithAPeakOfAboutOneMillivolt() {
    double[] samples = Electrocardiogram.of(60 * Electrocardiogram.RATE, 1);
    List<Integer> peaks = new ArrayList<>();
    for (int t = 30; t < samples.length - 30; t++) {
      double highest = Arrays.stream(samples, t - 30, t + 31).max().orElseThrow();
      if (samples[t] == highest && samples[t] > 0.6) {
        peaks.add(t);
        assertTrue(samples[t] < 1.6, "was " + samples[t]);
      }
    }
    assertEquals(60, peaks.size(), 3);
    double shortest = Double.POSITIVE_INFINITY;
    double longest = 0;
    for (int i = 1; i < peaks.size(); i++) {
      shortest = Math.min(shortest, peaks.get(i) - peaks.get(i - 1));
      longest = Math.max(longest, peaks.get(i) - peaks.get(i - 1));
    }
    assertTrue(shortest > 75 && shortest < 97 && longest > 103 && longest < 125, "the time varies");
  }

  @Test
  void followsFromItsSeed() {
    assertArrayEquals(Electrocardiogram.of(50, 3), Electrocardiogram.of(50, 3));
    assertTrue(!Arrays.equals(Electrocardiogram.of(50, 3), Electrocardiogram.of(50, 4)));
    assertThrows(IllegalArgumentException.class, () -> Electrocardiogram.of(0, 1));
  }
}
