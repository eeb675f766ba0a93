package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.train.LearningRate.Shape;
import org.junit.jupiter.api.Test;

class LearningRateTest {
  private static final double EXACT = 1e-15;

  @Test
  void risesEvenlyToThePeak() {
    LearningRate rate = new LearningRate(0.1, 4, Shape.CONSTANT);
    assertEquals(0.025, rate.at(0, 100), EXACT);
    assertEquals(0.075, rate.at(2, 100), EXACT);
    assertEquals(0.1, rate.at(3, 100), EXACT);
    assertEquals(0.1, rate.at(4, 100), EXACT);
    assertEquals(0.1, rate.at(99, 100), EXACT);
  }

  @Test
  void fallsAlongHalfACosineToATwentieth() {
    LearningRate rate = new LearningRate(0.2, 10, Shape.COSINE);
    assertEquals(0.2, rate.at(10, 110), EXACT);
    assertEquals(0.2 * (0.05 + 0.95 / 2), rate.at(60, 110), EXACT);
    assertEquals(0.01, rate.at(110, 110), EXACT);
    assertEquals(0.01, rate.at(500, 110), EXACT);
    for (int update = 11; update <= 110; update++) {
      assertTrue(rate.at(update, 110) < rate.at(update - 1, 110));
    }
  }

  @Test
  void aRunShorterThanItsWarmUpNeverFalls() {
    LearningRate rate = new LearningRate(0.2, 10, Shape.COSINE);
    assertEquals(0.1, rate.at(4, 5), EXACT);
    assertEquals(0.2, rate.at(10, 5), EXACT);
  }

  @Test
  void startsAtThePeakWithoutWarmUp() {
    assertEquals(0.2, new LearningRate(0.2, 0, Shape.COSINE).at(0, 5), EXACT);
  }

  @Test
  void refusesRatesOutsideOfZeroToOneAndANegativeWarmUp() {
    for (double peak : new double[] {0, -1, 1.01, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new LearningRate(peak, 0, Shape.CONSTANT));
    }
    assertThrows(IllegalArgumentException.class, () -> new LearningRate(1, -1, Shape.CONSTANT));
  }
}
