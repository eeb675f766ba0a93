package ductus.lab.turing;

import ductus.lab.task.LongLagTask;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Copying as in Graves, Wayne and Danihelka (2014, §4.1): some vectors of random bits, then a mark,
 * behind which the vectors are to be said again with nothing given any more. The lag is the number
 * of vectors.
 *
 * @param bits of a vector
 */
record VectorCopying(int bits) implements LongLagTask {
  private static final int MOST_BITS = 64;

  VectorCopying {
    if (bits < 1 || bits > MOST_BITS) {
      throw new IllegalArgumentException(
          "bits of a vector must be 1 to %d but were %d".formatted(MOST_BITS, bits));
    }
  }

  @Override
  public String name() {
    return "vectors";
  }

  /** The bits, and the mark. */
  @Override
  public int inputs() {
    return bits + 1;
  }

  @Override
  public Target target() {
    return Target.SWITCHES;
  }

  @Override
  public int outputs() {
    return bits;
  }

  @Override
  public int shortestLag() {
    return 1;
  }

  @Override
  public int length(int lag) {
    return 2 * lag + 1;
  }

  @Override
  public SignalSequence draw(int lag, RandomGenerator random) {
    int length = length(lag);
    float[] inputs = new float[length * inputs()];
    float[] targets = new float[length * bits];
    Arrays.fill(targets, Float.NaN);
    for (int t = 0; t < lag; t++) {
      for (int bit = 0; bit < bits; bit++) {
        float drawn = random.nextBoolean() ? 1 : 0;
        inputs[t * inputs() + bit] = drawn;
        targets[(lag + 1 + t) * bits + bit] = drawn;
      }
    }
    inputs[lag * inputs() + bits] = 1;
    return new SignalSequence(length, inputs, targets);
  }

  /** The loss of one who guesses, in nats a vector. */
  @Override
  public double guessing() {
    return bits * StrictMath.log(2);
  }

  /**
   * The loss from which on the task is solved, in nats a vector: a machine that is so sure keeps to
   * its program on longer sequences.
   */
  @Override
  public double solved() {
    return 0.003;
  }
}
