package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FastExpTest {
  private static final double RELATIVE = 1e-11;

  @Test
  void isTheExponentialOverItsWholeRange() {
    RandomGenerator random = Seeded.random(1);
    for (int i = 0; i < 200_000; i++) {
      double x = i < 100_000 ? random.nextDouble(-708, 709) : random.nextDouble(-3, 3);
      assertEquals(1, FastExp.exp(x) / StrictMath.exp(x), RELATIVE, () -> "at " + x);
    }
    for (double x : new double[] {0, -0.0, 1, -1, Double.MIN_VALUE, Math.log(2) / 2}) {
      assertEquals(1, FastExp.exp(x) / StrictMath.exp(x), RELATIVE, () -> "at " + x);
    }
    assertEquals(1, FastExp.exp(0));
  }

  @Test
  void staysAtItsEndsAndPassesOnWhatIsNoNumber() {
    assertEquals(FastExp.exp(-708), FastExp.exp(Double.NEGATIVE_INFINITY));
    assertEquals(FastExp.exp(709), FastExp.exp(Double.POSITIVE_INFINITY));
    assertTrue(FastExp.exp(-708) > 0);
    assertTrue(Double.isFinite(FastExp.exp(709)));
    assertTrue(Double.isNaN(FastExp.exp(Double.NaN)));
  }
}
