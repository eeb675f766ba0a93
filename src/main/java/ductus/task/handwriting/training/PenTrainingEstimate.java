package ductus.task.handwriting.training;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.pen.PenNetwork;
import ductus.nn.Tape;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.Pass;
import ductus.train.SpeedTrial;
import ductus.train.plan.TrainingPlan;
import java.lang.ref.Reference;

/**
 * What a training on hands would take, by a few updates of it on this machine.
 *
 * @param hands to learn
 * @param weights of the network
 * @param bytes of memory, about: what the updates left in it, and a checkpoint while it is written
 * @param fits whether three quarters of the heap suffice
 * @param seconds of all epochs
 */
public record PenTrainingEstimate(
    int hands, long weights, long bytes, boolean fits, double seconds) {
  /** Batches by which the points of an epoch are told. */
  private static final int COUNTED = 4;

  /** Floats a weight in a checkpoint: it and the optimizer's two. */
  private static final int CHECKPOINT = 3;

  /**
   * Tries some updates; takes some seconds.
   *
   * @param threads most threads of the engine
   */
  public static PenTrainingEstimate of(PenTraining training, int threads)
      throws DivergenceException {
    PenTrainingConfig config = training.config();
    TrainingPlan plan = config.plan();
    int crew = training.crew(threads);
    long before = usedBytes();
    try (Workers workers = new Workers(crew)) {
      PenNetwork network = new PenNetwork(config.network());
      BatchSource lessons = training.lessons(network);
      SpeedTrial trial = new SpeedTrial(network, plan, lessons, KernelChoice.best(), workers);
      double pointsPerSecond = trial.measure().targetsPerSecond();
      double points = pointsOfABatch(lessons, new Tape(KernelChoice.best(), workers));
      long kept = keptBytes(before, trial);
      long weights = config.network().weights();
      long bytes = kept + Float.BYTES * CHECKPOINT * weights;
      long heap = Runtime.getRuntime().maxMemory();
      return new PenTrainingEstimate(
          config.network().styles().size(),
          weights,
          bytes,
          bytes <= heap - heap / 4,
          points * config.batches() * plan.epochs() / pointsPerSecond);
    }
  }

  /** Bytes in use beyond those before a trial, with all that it keeps. */
  private static long keptBytes(long before, SpeedTrial trial) {
    try {
      return Math.max(0, usedBytes() - before);
    } finally {
      Reference.reachabilityFence(trial);
    }
  }

  /** On the mean; lines are short at first, and then so many more of them side by side. */
  private static double pointsOfABatch(BatchSource lessons, Tape tape) {
    long points = 0;
    for (int batch = 0; batch < COUNTED; batch++) {
      var updates = lessons.updates(0, batch, batch, tape);
      while (updates.hasNext()) {
        points += updates.next().stream().mapToInt(Pass::targets).sum();
      }
    }
    return (double) points / COUNTED;
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
