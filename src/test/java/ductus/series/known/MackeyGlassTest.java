package ductus.series.known;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MackeyGlassTest {
  @Test
  void obeysItsEquation() {
    // Euler's method from the same past, in far smaller steps, over a short time.
    int steps = 4000;
    double[] series = MackeyGlass.of(60, 17, 3);
    double[] past = series.clone();
    double x = past[40];
    for (int i = 0; i < 2 * steps; i++) {
      double delayed = cubic(past, 40 - 17 + (double) i / steps);
      x += (0.2 * delayed / (1 + StrictMath.pow(delayed, 10)) - 0.1 * x) / steps;
      if (i == steps - 1) {
        assertEquals(series[41], x, 2e-4);
      }
    }
    assertEquals(series[42], x, 4e-4);
  }

  /** Between samples, by Lagrange's cubic. */
  private static double cubic(double[] series, double time) {
    int from = (int) time - 1;
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      double product = series[from + i];
      for (int j = 0; j < 4; j++) {
        product *= j == i ? 1 : (time - from - j) / (i - j);
      }
      sum += product;
    }
    return sum;
  }

  @Test
  void staysWithinItsAttractor() {
    double[] series = MackeyGlass.of(5000, MackeyGlass.DELAY, 1);
    double mean = Arrays.stream(series).average().orElseThrow();
    double variance = Arrays.stream(series).map(x -> (x - mean) * (x - mean)).sum() / 5000;
    assertEquals(0.93, mean, 0.03);
    assertEquals(0.23, Math.sqrt(variance), 0.02);
    assertTrue(Arrays.stream(series).allMatch(x -> x > 0.2 && x < 1.4));
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(MackeyGlass.of(50, 17, 1), MackeyGlass.of(50, 17, 1));
    assertArrayEquals(MackeyGlass.of(50, 17, 1), Arrays.copyOf(MackeyGlass.of(80, 17, 1), 50));
    assertNotEquals(MackeyGlass.of(1, 17, 1)[0], MackeyGlass.of(1, 17, 2)[0]);
    assertThrows(IllegalArgumentException.class, () -> MackeyGlass.of(0, 17, 1));
  }
}
