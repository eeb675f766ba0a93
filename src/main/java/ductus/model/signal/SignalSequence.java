package ductus.model.signal;

import java.util.Arrays;

/** What is given at each time step [T×K] and what is wanted of it [T×N]. Immutable. */
public final class SignalSequence {
  private final int length;
  private final float[] inputs;
  private final float[] targets;

  /**
   * Copies its arguments.
   *
   * @param length time steps, 1 or more
   * @param inputs [T×K], finite
   * @param targets [T×N], NaN where there is none
   */
  public SignalSequence(int length, float[] inputs, float[] targets) {
    if (length < 1
        || inputs.length == 0
        || inputs.length % length != 0
        || targets.length == 0
        || targets.length % length != 0) {
      throw new IllegalArgumentException(
          "inputs and targets must be of %d steps, one or more, but were %d and %d numbers"
              .formatted(length, inputs.length, targets.length));
    }
    for (float input : inputs) {
      if (!Float.isFinite(input)) {
        throw new IllegalArgumentException("inputs must be finite but one was " + input);
      }
    }
    this.length = length;
    this.inputs = inputs.clone();
    this.targets = targets.clone();
  }

  /** A sequence that is only read: no targets of a network of N targets a step. */
  public static SignalSequence of(int length, float[] inputs, int targetsPerStep) {
    float[] none = new float[length * targetsPerStep];
    Arrays.fill(none, Float.NaN);
    return new SignalSequence(length, inputs, none);
  }

  /** Time steps T. */
  public int length() {
    return length;
  }

  /** Numbers given a step, K. */
  public int inputsPerStep() {
    return inputs.length / length;
  }

  /** Numbers wanted a step, N; 1 for classes. */
  public int targetsPerStep() {
    return targets.length / length;
  }

  /** A number that is given. */
  public float input(int step, int number) {
    return inputs[step * inputsPerStep() + number];
  }

  /** All numbers that are given, step by step [T×K]; a copy. */
  public float[] inputs() {
    return inputs.clone();
  }

  /** A number that is wanted, or NaN. */
  public float target(int step, int number) {
    return targets[step * targetsPerStep() + number];
  }

  void copyInputs(int step, float[] to, int at) {
    System.arraycopy(inputs, step * inputsPerStep(), to, at, inputsPerStep());
  }

  void copyTargets(int step, float[] to, int at) {
    System.arraycopy(targets, step * targetsPerStep(), to, at, targetsPerStep());
  }
}
