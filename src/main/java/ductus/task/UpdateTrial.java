package ductus.task;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Trainable;
import ductus.nn.Tape;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.MemoryPlan;
import ductus.train.Pass;
import ductus.train.SpeedTrial;
import ductus.train.parallel.Peers;
import java.lang.ref.Reference;
import java.util.List;

/**
 * A few updates of a prepared run, tried on this machine without learning anything.
 *
 * @param targetsPerSecond of the updates
 * @param secondsPerEpoch of an epoch's updates, by its first batches
 * @param bytes that the updates left in memory, about
 */
record UpdateTrial(double targetsPerSecond, double secondsPerEpoch, long bytes) {
  /** Batches by which the targets of an epoch are told. */
  private static final int COUNTED = 4;

  /** Tries some updates; takes about three seconds. */
  static <N extends Trainable> UpdateTrial of(TrainingSetup<N> setup, int threads)
      throws DivergenceException {
    long before = usedBytes();
    try (Workers workers = new Workers(threads)) {
      N network = setup.network();
      BatchSource batches = setup.batches(network, Peers.NONE);
      SpeedTrial trial =
          new SpeedTrial(network, setup.config().plan(), batches, KernelChoice.best(), workers);
      double speed = trial.tokensPerSecond();
      long bytes = Math.max(0, usedBytes() - before);
      Reference.reachabilityFence(trial);
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      return new UpdateTrial(speed, targetsPerEpoch(batches, tape) / speed, bytes);
    }
  }

  private static double targetsPerEpoch(BatchSource batches, Tape tape) {
    int counted = Math.min(COUNTED, batches.batches());
    long targets = 0;
    for (int batch = 0; batch < counted; batch++) {
      var updates = batches.updates(0, batch, batch, tape);
      while (updates.hasNext()) {
        List<? extends Pass> passes = updates.next();
        targets += passes.stream().mapToInt(Pass::targets).sum();
      }
    }
    return batches.batches() * ((double) targets / counted);
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
