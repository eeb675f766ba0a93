package ductus.lab.architecture;

import ductus.lab.trial.TrialContext;
import ductus.math.Workers;
import ductus.model.SequenceBatch;
import ductus.model.SequenceNetwork;
import ductus.nn.State;
import ductus.nn.Tape;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long a network takes for a time step on one thread: the thread's own time on the processor,
 * and the least of some blocks, so that what other programs do beside it counts little.
 */
final class PassTime {
  private static final int BLOCKS = 9;
  private static final long BLOCK_NANOS = 150_000_000;
  private static final int STEPS = 1000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PassTime() {}

  /** Time steps a second of a batch there and back, all weights' gradients with it. */
  static <I, T> double trainedStepsPerSecond(
      SequenceNetwork<?, I, T> network, SequenceBatch<I, T> batch, TrialContext bench) {
    try (Workers alone = new Workers(1)) {
      return trainedStepsPerSecond(network, batch, new Tape(bench.kernels(), alone));
    }
  }

  private static <I, T> double trainedStepsPerSecond(
      SequenceNetwork<?, I, T> network, SequenceBatch<I, T> batch, Tape tape) {
    network.repack(tape);
    double best = 0;
    for (int block = 0; block < BLOCKS; block++) {
      long passes = 0;
      long start = THREADS.getCurrentThreadCpuTime();
      long took = 0;
      while (took < BLOCK_NANOS) {
        tape.clearGradients();
        network.begin(batch, network.initialState(batch.size()), tape);
        network.loss(batch, 1, tape);
        network.backward(tape, finished -> {});
        passes++;
        took = THREADS.getCurrentThreadCpuTime() - start;
      }
      best = Math.max(best, 1e9 * passes * batch.time() * batch.size() / took);
    }
    return best;
  }

  /** Microseconds a step of a single sequence that goes on step by step, as while generating. */
  static <I> double microsAStep(SequenceNetwork<?, I, ?> network, I input, TrialContext bench) {
    try (Workers alone = new Workers(1)) {
      return microsAStep(network, input, new Tape(bench.kernels(), alone));
    }
  }

  private static <I> double microsAStep(SequenceNetwork<?, I, ?> network, I input, Tape tape) {
    network.repack(tape);
    State state = network.initialState(1);
    double best = Double.POSITIVE_INFINITY;
    for (int block = 0; block < BLOCKS; block++) {
      long start = THREADS.getCurrentThreadCpuTime();
      for (int step = 0; step < STEPS; step++) {
        tape.begin(1, 1, state);
        network.step(input, tape);
      }
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / STEPS);
    }
    return best;
  }
}
