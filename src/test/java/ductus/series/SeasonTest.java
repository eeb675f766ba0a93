package ductus.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SeasonTest {
  @Test
  void findsWhatRepeatsUnderATrendNoiseAndGaps() {
    RandomGenerator random = Randomness.of(3);
    double[] values = new double[200];
    for (int t = 0; t < values.length; t++) {
      values[t] = 0.05 * t + StrictMath.sin(2 * Math.PI * t / 12) + 0.1 * random.nextGaussian();
    }
    values[50] = Double.NaN;
    assertEquals(12, Season.of(values).orElseThrow());
  }

  @Test
  void findsNoneInNoiseAndInNothing() {
    RandomGenerator random = Randomness.of(4);
    assertTrue(Season.of(random.doubles(300).toArray()).isEmpty());
    assertTrue(Season.of(new double[100]).isEmpty());
    assertTrue(Season.of(new double[1]).isEmpty());
  }
}
