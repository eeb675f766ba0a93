package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ductus.math.KernelChoice;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.LearningRate.Shape;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.OptimizerChoice.Rule;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.ScheduledSampling.Ramp;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed gives the same weights, bit for bit, however the run is carried out. */
class TrainerReproducibilityTest {
  private static final int EPOCHS = 3;

  @TempDir Path folder = Path.of("");

  @Test
  void threadsChangeNothing() throws Exception {
    for (int timeSteps : new int[] {0, 5}) {
      Map<String, List<Integer>> one = uninterrupted(timeSteps, 1);
      for (int threads = 2; threads <= 3; threads++) {
        assertEquals(one, uninterrupted(timeSteps, threads), threads + " threads");
      }
    }
  }

  @Test
  void stoppingAndResumingChangesNothing() throws Exception {
    for (int timeSteps : new int[] {0, 5}) {
      Map<String, List<Integer>> expected = uninterrupted(timeSteps, 1);
      // Three batches an epoch: after every one, across epochs, and at the very end of each.
      for (int every : new int[] {1, 2, 3, 4}) {
        int threads = every == 2 ? 2 : 1;
        Path checkpoint = folder.resolve("%d-%d".formatted(timeSteps, every));
        interrupted(TinyTokenRun.plan(EPOCHS, timeSteps), every, threads, checkpoint);
        assertEquals(
            expected,
            TinyTokenRun.bits(checkpoint),
            "stopped after every %d batches on %d threads".formatted(every, threads));
      }
    }
  }

  /** With all that has a state, a schedule or noise. */
  @Test
  void everyFeatureGoesOnAsIfItHadNotStoppedAndOnAnyNumberOfThreads() throws Exception {
    for (Rule rule : Rule.values()) {
      TrainingPlan plan =
          TinyTokenRun.plan(5, 5, new LearningRate(0.01, 2, Shape.PLATEAU, 1, 0.5), 42)
              .withBatching(new Batching(4, 5, 3, rule == Rule.ADAMW))
              .withOptimizer(OptimizerChoice.of(rule))
              .withClipping(new Clipping(1, 0.1, 0))
              .withRegularization(
                  new Regularization(
                      1e-4, 1e-3, 0.05, 0.1, true, 0.9, new ScheduledSampling(0.5, Ramp.LINEAR)));
      Map<String, List<Integer>> expected = after(plan, folder.resolve("features-" + rule), 1);
      Path threads = folder.resolve("threads-" + rule);
      assertEquals(expected, after(plan, threads, 3), rule + " on three threads");
      Path checkpoint = folder.resolve("parts-" + rule);
      interrupted(plan, 1, 2, checkpoint);
      assertEquals(expected, TinyTokenRun.bits(checkpoint), rule + " stopped after every batch");
    }
  }

  @Test
  void metricsAreThoseOfTheUninterruptedRun() throws Exception {
    Path checkpoint = folder.resolve("whole");
    List<EpochMetrics> expected =
        TinyTokenRun.run(TinyTokenRun.plan(EPOCHS, 5), checkpoint, 1).history();
    List<EpochMetrics> actual =
        interrupted(TinyTokenRun.plan(EPOCHS, 5), 2, 1, folder.resolve("parts")).history();
    for (int i = 0; i < EPOCHS; i++) {
      assertEquals(timeless(expected.get(i)), timeless(actual.get(i)));
    }
  }

  private static EpochMetrics timeless(EpochMetrics metrics) {
    return new EpochMetrics(
        metrics.epoch(),
        metrics.updates(),
        metrics.learningRate(),
        metrics.trainingNats(),
        metrics.validationNats(),
        0,
        0);
  }

  @Test
  void aLongerRunIsNoMereExtension() throws Exception {
    // The schedule looks ahead; so this test would notice if the comparison were blind.
    assertFalse(
        uninterrupted(0, 1)
            .equals(after(TinyTokenRun.plan(EPOCHS + 1, 0), folder.resolve("longer"), 1)));
  }

  private Map<String, List<Integer>> uninterrupted(int timeSteps, int threads) throws Exception {
    return after(
        TinyTokenRun.plan(EPOCHS, timeSteps),
        folder.resolve("whole-%d-%d".formatted(timeSteps, threads)),
        threads);
  }

  private static Map<String, List<Integer>> after(TrainingPlan plan, Path checkpoint, int threads)
      throws Exception {
    TinyTokenRun.run(plan, checkpoint, threads);
    return TinyTokenRun.bits(checkpoint);
  }

  /** Stops after every few batches and goes on with new objects from the checkpoint. */
  private static TrainingProgress interrupted(
      TrainingPlan plan, int every, int threads, Path checkpoint) throws Exception {
    while (true) {
      AtomicInteger batches = new AtomicInteger();
      TrainingProgress progress =
          TinyTokenRun.run(
              plan,
              checkpoint,
              KernelChoice.best(),
              threads,
              TrainingListener.NONE,
              () -> batches.incrementAndGet() >= every);
      if (progress.epoch() == plan.epochs()) {
        return progress;
      }
    }
  }
}
