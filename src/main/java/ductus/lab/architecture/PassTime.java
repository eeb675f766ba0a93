package ductus.lab.architecture;

import ductus.lab.trial.TrialContext;
import ductus.model.SequenceBatch;
import ductus.model.SequenceNetwork;
import ductus.nn.State;
import ductus.nn.Tape;

/**
 * How long a network takes for a time step: the least of some blocks, so that what other programs
 * do beside it counts little.
 */
final class PassTime {
  private static final int BLOCKS = 7;
  private static final long BLOCK_NANOS = 150_000_000;
  private static final int STEPS = 1000;

  private PassTime() {}

  /** Time steps a second of a batch there and back, all weights' gradients with it. */
  static <I, T> double trainedStepsPerSecond(
      SequenceNetwork<?, I, T> network, SequenceBatch<I, T> batch, TrialContext bench) {
    Tape tape = new Tape(bench.kernels(), bench.workers());
    network.repack(tape);
    double best = 0;
    for (int block = 0; block < BLOCKS; block++) {
      long passes = 0;
      long start = System.nanoTime();
      long took = 0;
      while (took < BLOCK_NANOS) {
        tape.clearGradients();
        network.begin(batch, network.initialState(batch.size()), tape);
        network.loss(batch, 1, tape);
        network.backward(tape, finished -> {});
        passes++;
        took = System.nanoTime() - start;
      }
      best = Math.max(best, 1e9 * passes * batch.time() * batch.size() / took);
    }
    return best;
  }

  /** Microseconds a step of a single sequence that goes on step by step, as while generating. */
  static <I> double microsAStep(SequenceNetwork<?, I, ?> network, I input, TrialContext bench) {
    Tape tape = new Tape(bench.kernels(), bench.workers());
    network.repack(tape);
    State state = network.initialState(1);
    double best = Double.POSITIVE_INFINITY;
    for (int block = 0; block < BLOCKS; block++) {
      long start = System.nanoTime();
      for (int step = 0; step < STEPS; step++) {
        tape.begin(1, 1, state);
        network.step(input, tape);
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e3 / STEPS);
    }
    return best;
  }
}
