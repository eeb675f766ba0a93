package ductus.train.plan;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import ductus.train.plan.LearningRate.Shape;
import ductus.train.plan.OptimizerChoice.Rule;
import ductus.train.plan.ScheduledSampling.Ramp;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
  private static final LearningRate RATE = new LearningRate(0.1, 0, Shape.CONSTANT);
  private static final double[] NO_STRENGTHS = {
    -1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };
  private static final double[] NO_SHARES = {-1e-9, 1, 2, Double.NaN, Double.POSITIVE_INFINITY};

  private static TrainingPlan plan(int epochs, int patience) {
    return new TrainingPlan(
        epochs,
        patience,
        1,
        new Batching(8, 0),
        RATE,
        OptimizerChoice.of(Rule.ADAM),
        Clipping.NONE,
        Regularization.NONE);
  }

  @Test
  void fewExamplesArePassedOverMoreOften() {
    TrainingPlan plan = plan(10, 10);
    assertEquals(plan, plan.withLeastUpdates(0, 1));
    assertEquals(plan, plan.withLeastUpdates(100, 80));
    assertEquals(plan, plan.withLeastUpdates(2000, 100_000));
    assertEquals(plan(200, 200), plan.withLeastUpdates(2000, 73));
    assertEquals(plan(667, 667), plan.withLeastUpdates(2000, 17));
    assertEquals(plan(100_000, 100_000), plan.withLeastUpdates(Integer.MAX_VALUE, 1));
    assertEquals(plan(200, 3), plan(10, 3).withLeastUpdates(2000, 73));
  }

  @Test
  void refusesSizesOfZero() {
    assertRefused("epochs must be 1 or more but was 0", () -> plan(0, 1));
    assertRefused("epochs must be at most 100,000 but was 100,001", () -> plan(100_001, 1));
    assertRefused("patience must be 1 or more but was -1", () -> plan(1, -1));
    assertRefused("batch size must be 1 or more but was 0", () -> new Batching(0, 1));
    assertRefused("time steps must be 0 or more but was -1", () -> new Batching(1, -1));
    assertRefused(
        "accumulated batches must be 1 or more but was 0", () -> new Batching(1, 1, 0, false));
    assertRefused(
        "batch size times accumulated batches must be at most 1,048,576 but was 65536 times 65536",
        () -> new Batching(1 << 16, 1, 1 << 16, false));
  }

  @Test
  void refusesStrengthsThatAreNoneAndSharesOfAll() {
    for (double x : NO_STRENGTHS) {
      assertThrows(IllegalArgumentException.class, () -> new Clipping(x, 0, 0));
      assertThrows(IllegalArgumentException.class, () -> new Clipping(0, x, 0));
      assertThrows(IllegalArgumentException.class, () -> new Clipping(0, 0, x));
      assertThrows(IllegalArgumentException.class, () -> regularization(x, 0, 0, 0, 0));
      assertThrows(IllegalArgumentException.class, () -> regularization(0, x, 0, 0, 0));
      assertThrows(IllegalArgumentException.class, () -> regularization(0, 0, x, 0, 0));
    }
    for (double x : NO_SHARES) {
      assertThrows(IllegalArgumentException.class, () -> regularization(0, 0, 0, x, 0));
      assertThrows(IllegalArgumentException.class, () -> regularization(0, 0, 0, 0, x));
      assertThrows(IllegalArgumentException.class, () -> new OptimizerChoice(Rule.SGD, x, 0));
      assertThrows(IllegalArgumentException.class, () -> new OptimizerChoice(Rule.ADAMW, 0, x));
    }
    for (double x : new double[] {-1e-9, 1.001, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new ScheduledSampling(x, Ramp.CONSTANT));
    }
    assertThrows(IllegalArgumentException.class, () -> new ScheduledSampling(0, Ramp.LINEAR));
  }

  private static Regularization regularization(
      double l1, double l2, double noise, double smoothing, double average) {
    return new Regularization(l1, l2, noise, smoothing, false, average, ScheduledSampling.NONE);
  }

  @Test
  void refusesWhatDoesNotGoWithTheOptimizer() {
    for (Rule rule : Rule.values()) {
      if (!rule.hasMomentum()) {
        assertThrows(IllegalArgumentException.class, () -> new OptimizerChoice(rule, 0.5, 0));
      }
      if (rule != Rule.ADAMW) {
        assertThrows(IllegalArgumentException.class, () -> new OptimizerChoice(rule, 0, 0.01));
      }
      assertEquals(rule, OptimizerChoice.of(rule).rule());
    }
  }

  @Test
  void clippingScalesLongGradientsDownToTheNorm() {
    Clipping clipping = Clipping.byNorm(2);
    assertEquals(1, clipping.scale(0));
    assertEquals(1, clipping.scale(2));
    assertEquals(0.25, clipping.scale(8));
    assertEquals(1, Clipping.NONE.scale(1e30));
  }

  @Test
  void samplingRampsOverTheRun() {
    ScheduledSampling constant = new ScheduledSampling(0.4, Ramp.CONSTANT);
    ScheduledSampling linear = new ScheduledSampling(0.4, Ramp.LINEAR);
    for (long batch : new long[] {0, 25, 50, 100, 200}) {
      assertEquals(0.4, constant.at(batch, 100));
      assertEquals(0.4 * Math.min(1, batch / 100.0), linear.at(batch, 100), 1e-15);
    }
  }

  @Test
  void readsItselfFromJsonAndTakesDefaultsForGroupsThatAreAbsent() {
    TrainingPlan plan =
        new TrainingPlan(
            3,
            2,
            77,
            new Batching(4, 5, 6, true),
            new LearningRate(0.2, 3, Shape.PLATEAU, 4, 0.3),
            new OptimizerChoice(Rule.ADAMW, 0, 0.1),
            new Clipping(1, 2, 3),
            new Regularization(
                0.1, 0.2, 0.3, 0.4, true, 0.5, new ScheduledSampling(0.6, Ramp.LINEAR)));
    Gson gson = new Gson();
    assertEquals(plan, gson.fromJson(gson.toJson(plan), TrainingPlan.class));
    String brief =
        """
        {"epochs": 1, "patience": 1, "seed": 1, "batching": {"size": 8, "accumulate": 1},
         "learningRate": {"peak": 0.1, "shape": "CONSTANT"}}
        """;
    assertEquals(plan(1, 1), gson.fromJson(brief, TrainingPlan.class));
  }
}
