package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class SpeedTrialTest {
  private static final long MILLISECOND = 1_000_000;

  /** A trial of two long sequences in windows of 8 steps, each update taking a time of a list. */
  private static SpeedTrial.Speed speed(LongUnaryOperator millisOfUpdate) throws Exception {
    // More than a trial gets through.
    Sequence endless = new Sequence(Seeded.random(1).ints(40_001, 0, 5).toArray(), new int[0], 0);
    Network network =
        new Network(new NetworkConfig(5, 0, 0, 8, NetworkConfig.LSTM, 1, 4, 0, false));
    TrainingPlan plan =
        TrainingPlan.of(
            1, 1, new Batching(1, 8), new LearningRate(1e-3, 0, LearningRate.Shape.CONSTANT));
    BatchSource lessons =
        new TokenBatches(network, plan, List.of(endless, endless), List.of(endless));
    AtomicLong now = new AtomicLong();
    AtomicLong calls = new AtomicLong();
    LongSupplier clock =
        () -> {
          long update = calls.getAndIncrement();
          return update == 0
              ? now.get()
              : now.addAndGet(millisOfUpdate.applyAsLong(update) * MILLISECOND);
        };
    try (Workers workers = new Workers(1)) {
      return new SpeedTrial(network, plan, lessons, KernelChoice.best(), workers, clock)
          .measure(millis -> {});
    }
  }

  @Test
  void whatIsColdDoesNotCount() throws Exception {
    // The fifth update ends at two seconds; from there on each has 8 targets in a tenth.
    SpeedTrial.Speed speed = speed(update -> update <= 5 ? 400 : 100);
    assertEquals(80, speed.targetsPerSecond(), 1e-9);
    assertEquals(1000, speed.epochSeconds(), 1e-9);
    // Nor does a first update that alone is longer than the warm-up.
    assertEquals(
        4, speed(update -> update <= 2 ? 3100 - 100 * update : 2000).targetsPerSecond(), 1e-9);
  }

  @Test
  void aTrialThatGetsFasterAndFasterEndsInTime() throws Exception {
    AtomicLong gone = new AtomicLong();
    speed(
        update -> {
          assertTrue(gone.get() <= SpeedTrial.WHOLE.toMillis(), "goes on");
          long millis = Math.round(600 * StrictMath.pow(0.95, (double) update));
          gone.addAndGet(millis);
          return millis;
        });
    assertTrue(gone.get() > SpeedTrial.WHOLE.toMillis(), gone + " ms");
  }

  @Test
  void anUpdateThatIsLongerThanTheTrialIsAllOfIt() throws Exception {
    assertEquals(0.4, speed(update -> 20_000).targetsPerSecond(), 1e-9);
  }

  @Test
  void anEpochIsAllTargetsThoughTheTrialEndsInsideABatch() throws Exception {
    // More than a trial gets through, in windows of 8 steps.
    Sequence endless =
        new Sequence(Seeded.random(1).ints(4_000_001, 0, 5).toArray(), new int[0], 0);
    Network network =
        new Network(new NetworkConfig(5, 0, 0, 8, NetworkConfig.LSTM, 1, 32, 0, false));
    TrainingPlan plan =
        TrainingPlan.of(
            1, 1, new Batching(1, 8), new LearningRate(1e-3, 0, LearningRate.Shape.CONSTANT));
    BatchSource lessons =
        new TokenBatches(network, plan, List.of(endless, endless), List.of(endless));
    try (Workers workers = new Workers(1)) {
      SpeedTrial trial = new SpeedTrial(network, plan, lessons, KernelChoice.best(), workers);
      SpeedTrial.Speed speed = trial.measure(millis -> {});
      assertEquals(8_000_000, speed.targetsPerSecond() * speed.epochSeconds(), 1);
    }
  }
}
