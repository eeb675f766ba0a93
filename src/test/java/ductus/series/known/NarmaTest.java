package ductus.series.known;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NarmaTest {
  @Test
  void obeysItsEquation() {
    Narma narma = Narma.of(200, 4);
    double[] u = narma.input();
    double[] y = narma.output();
    for (int t = 10; t < 200; t++) {
      double sum = 0;
      for (int i = 1; i <= 10; i++) {
        sum += y[t - i];
      }
      double expected = 0.3 * y[t - 1] + 0.05 * y[t - 1] * sum + 1.5 * u[t - 9] * u[t] + 0.1;
      assertEquals(expected, y[t], 1e-12);
      assertTrue(u[t] >= 0 && u[t] < 0.5);
    }
  }

  @Test
  void neverRunsAway() {
    for (long seed = 0; seed < 200; seed++) {
      for (double y : Narma.of(500, seed).output()) {
        assertTrue(y > 0 && y < 1, "seed " + seed);
      }
    }
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(Narma.of(20, 1).output(), Narma.of(20, 1).output());
    assertThrows(IllegalArgumentException.class, () -> Narma.of(0, 1));
  }
}
