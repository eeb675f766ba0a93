package ductus.train.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.train.plan.LearningRate.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateTest {
  private static final double EXACT = 1e-15;

  @Test
  void risesEvenlyToThePeak() {
    LearningRate rate = new LearningRate(0.1, 4, Shape.CONSTANT);
    assertEquals(0.025, rate.at(0, 100, 0), EXACT);
    assertEquals(0.075, rate.at(2, 100, 0), EXACT);
    assertEquals(0.1, rate.at(3, 100, 0), EXACT);
    assertEquals(0.1, rate.at(4, 100, 0), EXACT);
    assertEquals(0.1, rate.at(99, 100, 0), EXACT);
  }

  @Test
  void fallsAlongHalfACosineToATwentieth() {
    LearningRate rate = new LearningRate(0.2, 10, Shape.COSINE);
    assertEquals(0.2, rate.at(10, 110, 0), EXACT);
    assertEquals(0.2 * (0.05 + 0.95 / 2), rate.at(60, 110, 0), EXACT);
    assertEquals(0.01, rate.at(110, 110, 0), EXACT);
    assertEquals(0.01, rate.at(500, 110, 0), EXACT);
    for (int update = 11; update <= 110; update++) {
      assertTrue(rate.at(update, 110, 0) < rate.at(update - 1, 110, 0));
    }
  }

  @Test
  void aRunShorterThanItsWarmUpNeverFalls() {
    LearningRate rate = new LearningRate(0.2, 10, Shape.COSINE);
    assertEquals(0.1, rate.at(4, 5, 0), EXACT);
    assertEquals(0.2, rate.at(10, 5, 0), EXACT);
  }

  @Test
  void startsAtThePeakWithoutWarmUp() {
    assertEquals(0.2, new LearningRate(0.2, 0, Shape.COSINE).at(0, 5, 0), EXACT);
  }

  @Test
  void isCutAfterEverySoManyEpochs() {
    LearningRate rate = new LearningRate(0.2, 0, Shape.STEP, 3, 0.5);
    List<Double> losses = new ArrayList<>();
    for (int epoch = 0; epoch < 10; epoch++) {
      assertEquals(epoch / 3, rate.cuts(losses), "epoch " + epoch);
      losses.add(1.0 / (1 + epoch));
    }
    assertEquals(0.2, rate.at(5, 100, 0), EXACT);
    assertEquals(0.1, rate.at(5, 100, 1), EXACT);
    assertEquals(0.025, rate.at(99, 100, 3), EXACT);
  }

  @Test
  void isCutWhenTheLossHasNotFallenForSoLong() {
    LearningRate rate = new LearningRate(0.2, 0, Shape.PLATEAU, 2, 0.1);
    // Better, better, then no better four times, better, no better twice.
    List<Double> losses = List.of(5.0, 4.0, 4.0, 4.5, 4.1, 4.2, 3.9, 3.9, 3.95, 1.0);
    int[] cuts = {0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 3};
    for (int epochs = 0; epochs <= losses.size(); epochs++) {
      assertEquals(cuts[epochs], rate.cuts(losses.subList(0, epochs)), "after " + epochs);
    }
    assertEquals(0.002, rate.at(5, 100, 2), EXACT);
  }

  @Test
  void everyShapeWarmsUp() {
    for (Shape shape : Shape.values()) {
      LearningRate rate = new LearningRate(0.1, 4, shape);
      assertEquals(0.025, rate.at(0, 100, 0), EXACT);
      assertEquals(0.1, rate.at(3, 100, 0), EXACT);
      assertEquals(0.1, rate.at(4, 100, 0), EXACT);
    }
  }

  @Test
  void constantRatesAndCosinesHaveNoCuts() {
    for (Shape shape : List.of(Shape.CONSTANT, Shape.COSINE)) {
      assertEquals(0, new LearningRate(0.1, 0, shape).cuts(List.of(1.0, 2.0, 3.0, 4.0)));
      assertThrows(IllegalArgumentException.class, () -> new LearningRate(0.1, 0, shape, 1, 0.5));
    }
  }

  @Test
  void refusesCutsThatCutNothing() {
    for (Shape shape : List.of(Shape.STEP, Shape.PLATEAU)) {
      assertThrows(IllegalArgumentException.class, () -> new LearningRate(0.1, 0, shape, 0, 0.5));
      for (double factor : new double[] {0, 1, -1, Double.NaN}) {
        assertThrows(
            IllegalArgumentException.class, () -> new LearningRate(0.1, 0, shape, 2, factor));
      }
    }
  }

  @Test
  void refusesRatesOutsideOfZeroToOneAndANegativeWarmUp() {
    for (double peak : new double[] {0, -1, 1.01, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new LearningRate(peak, 0, Shape.CONSTANT));
    }
    assertThrows(IllegalArgumentException.class, () -> new LearningRate(1, -1, Shape.CONSTANT));
  }
}
