package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ElementaryTest {
  private static final double LOG_ABSOLUTE = 1e-10;
  private static final double SIGMOID_ABSOLUTE = 1e-11;
  private static final int STEPS = 200_000;

  @Test
  void logarithmFollowsStrictMathOnNormalNumbers() {
    RandomGenerator random = Seeded.random(1);
    for (int i = 0; i < STEPS; i++) {
      double x = StrictMath.exp(1400 * random.nextDouble() - 700);
      assertEquals(StrictMath.log(x), Elementary.log(x), LOG_ABSOLUTE, () -> "log " + x);
      double near = 0.4 + 2 * random.nextDouble();
      assertEquals(StrictMath.log(near), Elementary.log(near), LOG_ABSOLUTE, () -> "log " + near);
    }
    assertEquals(0, Elementary.log(1));
  }

  @Test
  void sigmoidTanhAndSoftplusFollowStrictMath() {
    for (int i = 0; i <= STEPS; i++) {
      double x = -100 + 200.0 * i / STEPS;
      double e = StrictMath.exp(-Math.abs(x));
      double sigmoid = x < 0 ? e / (1 + e) : 1 / (1 + e);
      assertEquals(sigmoid, Elementary.sigmoid(x), SIGMOID_ABSOLUTE, () -> "sigmoid " + x);
      assertEquals(StrictMath.tanh(x), Elementary.tanh(x), 2 * SIGMOID_ABSOLUTE, () -> "tanh " + x);
      double softplus = Math.max(x, 0) + StrictMath.log1p(e);
      assertEquals(softplus, Elementary.softplus(x), LOG_ABSOLUTE, () -> "softplus " + x);
    }
  }

  @Test
  void softplusStaysFiniteAtTheEnds() {
    assertEquals(1e30, Elementary.softplus(1e30));
    assertEquals(0, Elementary.softplus(-1e30), LOG_ABSOLUTE);
  }

  @Test
  void addsUpLogarithms() {
    RandomGenerator random = Seeded.random(2);
    for (int i = 0; i < STEPS; i++) {
      double a = 100 * random.nextDouble() - 50;
      double b = a + 40 * random.nextDouble() - 20;
      double c = a + 40 * random.nextDouble() - 20;
      double two = StrictMath.log(StrictMath.exp(a) + StrictMath.exp(b));
      double three = StrictMath.log(StrictMath.exp(a) + StrictMath.exp(b) + StrictMath.exp(c));
      assertEquals(two, Elementary.logAdd(a, b), LOG_ABSOLUTE);
      assertEquals(three, Elementary.logAdd(a, b, c), LOG_ABSOLUTE);
    }
  }

  @Test
  void addsUpLogarithmsOfNothing() {
    double none = Double.NEGATIVE_INFINITY;
    assertEquals(none, Elementary.logAdd(none, none));
    assertEquals(none, Elementary.logAdd(none, none, none));
    assertEquals(-5000, Elementary.logAdd(none, -5000));
    assertEquals(-5000, Elementary.logAdd(-5000, none, none));
    assertEquals(3, Elementary.logAdd(-1e9, 3, -5000));
  }
}
