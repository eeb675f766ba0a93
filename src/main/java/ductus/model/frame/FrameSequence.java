package ductus.model.frame;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * One piece as a network of frames sees it: for each frame what is known before it, as rows of the
 * embedding table [T×P], and which outputs are on in it. Immutable.
 */
public final class FrameSequence implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The row of an input that a step does not have, where it has fewer than P. */
  public static final int NONE = -1;

  private final int perStep;
  private final int[] inputs;
  private final int[] starts;
  private final int[] on;

  /**
   * Copies its arguments.
   *
   * @param inputs for each frame up to P rows of the table
   * @param perStep P
   * @param on for each frame the outputs that are on
   */
  public FrameSequence(List<int[]> inputs, int perStep, List<int[]> on) {
    if (inputs.size() != on.size()) {
      throw new IllegalArgumentException(
          "inputs must be of as many frames as outputs but were of %d and %d"
              .formatted(inputs.size(), on.size()));
    }
    this.perStep = perStep;
    this.inputs = new int[inputs.size() * perStep];
    Arrays.fill(this.inputs, NONE);
    for (int t = 0; t < inputs.size(); t++) {
      int[] row = inputs.get(t);
      if (row.length > perStep) {
        throw new IllegalArgumentException(
            "inputs must be at most %d a frame but were %d".formatted(perStep, row.length));
      }
      System.arraycopy(row, 0, this.inputs, t * perStep, row.length);
    }
    starts = new int[on.size() + 1];
    for (int t = 0; t < on.size(); t++) {
      starts[t + 1] = starts[t] + on.get(t).length;
    }
    this.on = on.stream().flatMapToInt(Arrays::stream).toArray();
  }

  /** Frames T. */
  public int length() {
    return starts.length - 1;
  }

  /** P, inputs a step. */
  public int perStep() {
    return perStep;
  }

  /** How many outputs are on in a frame. */
  int count(int t) {
    return starts[t + 1] - starts[t];
  }

  /** Copies the inputs of a frame. */
  void copyInputs(int t, int[] to, int at) {
    System.arraycopy(inputs, t * perStep, to, at, perStep);
  }

  /** Copies the outputs that are on in a frame. */
  void copyOn(int t, int[] to, int at) {
    System.arraycopy(on, starts[t], to, at, count(t));
  }
}
