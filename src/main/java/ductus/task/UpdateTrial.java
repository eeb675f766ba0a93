package ductus.task;

import ductus.corpus.ReadingListener;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Trainable;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.MemoryPlan;
import ductus.train.SpeedTrial;
import ductus.train.parallel.Peers;
import java.lang.ref.Reference;
import java.util.OptionalDouble;

/**
 * A few updates of a prepared run, tried on this machine without learning anything.
 *
 * @param bytes that they left in memory, about
 * @param padding share of an epoch's time steps that only fill up shorter sequences; empty where it
 *     is not known
 */
record UpdateTrial(SpeedTrial.Speed speed, long bytes, OptionalDouble padding) {
  /**
   * Tries some updates; takes some three seconds, eight at most, or one update where that is
   * longer.
   *
   * @param listener told how far it is, in milliseconds
   */
  static <N extends Trainable> UpdateTrial of(
      TrainingSetup<N> setup, int threads, ReadingListener listener) throws DivergenceException {
    int whole = (int) SpeedTrial.WHOLE.toMillis();
    listener.progress(0, whole);
    long before = usedBytes();
    try (Workers workers = new Workers(threads)) {
      N network = setup.network();
      BatchSource lessons = setup.batches(network, Peers.NONE);
      SpeedTrial trial =
          new SpeedTrial(network, setup.config().plan(), lessons, KernelChoice.best(), workers);
      try {
        SpeedTrial.Speed speed =
            trial.measure(millis -> listener.progress(Math.min(millis, whole), whole));
        return new UpdateTrial(speed, Math.max(0, usedBytes() - before), lessons.padding());
      } finally {
        Reference.reachabilityFence(trial);
      }
    }
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The memory of a run; where its activations are not known before, those of the trial. */
  MemoryPlan completed(MemoryPlan memory) {
    long others =
        memory.weightBytes()
            + memory.optimizerBytes()
            + memory.gradientBytes()
            + memory.packedBytes();
    return memory.activationBytes() > 0
        ? memory
        : memory.withActivations(Math.max(0, bytes - others));
  }
}
