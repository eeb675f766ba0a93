package ductus.lab.task;

import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The adding problem (Hochreiter and Schmidhuber 1997, §5.4), in the form of Arjovsky, Shah and
 * Bengio (2016): each step has a number, uniform in [0, 1), and a mark; one step of the first half
 * and one of the second are marked; at the end the sum of their numbers is asked for. The variance
 * of the sum is 1/6.
 */
public final class Adding implements LongLagTask {
  @Override
  public String name() {
    return "adding";
  }

  @Override
  public int inputs() {
    return 2;
  }

  @Override
  public Target target() {
    return Target.SQUARES;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public int shortestLag() {
    return 2;
  }

  /** The lag is that of the first step. */
  @Override
  public int length(int lag) {
    return lag;
  }

  @Override
  public SignalSequence draw(int lag, RandomGenerator random) {
    float[] inputs = new float[2 * lag];
    float[] targets = new float[lag];
    Arrays.fill(targets, Float.NaN);
    for (int t = 0; t < lag; t++) {
      inputs[2 * t] = random.nextFloat();
    }
    int first = random.nextInt(lag / 2);
    int second = lag / 2 + random.nextInt(lag - lag / 2);
    inputs[2 * first + 1] = 1;
    inputs[2 * second + 1] = 1;
    targets[lag - 1] = inputs[2 * first] + inputs[2 * second];
    return new SignalSequence(lag, inputs, targets);
  }

  @Override
  public double guessing() {
    return 1.0 / 6;
  }

  /** Hochreiter and Schmidhuber (1997), table 7: of sequences of T to 1.1·T steps. */
  @Override
  public double published(int lag) {
    return switch (lag) {
      case 100 -> 74_000;
      case 500 -> 209_000;
      case 1000 -> 853_000;
      default -> Double.NaN;
    };
  }

  /** The square of an error of 0.04, which Hochreiter and Schmidhuber let pass. */
  @Override
  public double solved() {
    return 0.0016;
  }
}
