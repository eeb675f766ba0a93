package ductus.nn.recurrent;

import java.util.Arrays;

/**
 * A recurrent layer over padded sequences of different lengths, in one direction and in double
 * precision. Backwards it starts at each sequence's own last step. Behind the end of a sequence
 * outputs are 0.
 */
final class ReferenceLayer {
  private final ReferenceCell cell;
  private final boolean backwards;

  private int[] lengths = {};
  private double[] input = {};

  /** State before the s-th step that was taken, [B][length][S]. */
  private double[][][] states = {};

  private double[] finalState = {};
  private double[] dInitialState = {};

  ReferenceLayer(ReferenceCell cell, boolean backwards) {
    this.cell = cell;
    this.backwards = backwards;
  }

  /** State behind the last step that was taken of each sequence [B×S]. */
  double[] finalState() {
    return finalState;
  }

  /** The gradient of the initial state [B×S]. */
  double[] dInitialState() {
    return dInitialState;
  }

  /**
   * The hidden states [T×B×H].
   *
   * @param input [T×B×K]
   * @param lengths steps of each sequence, at least 1 [B]
   * @param initialState [B×S]
   */
  double[] forward(double[] input, int time, int[] lengths, double[] initialState) {
    this.input = input;
    this.lengths = lengths;
    int batch = lengths.length;
    double[] output = new double[time * batch * cell.hiddenSize()];
    states = new double[batch][][];
    finalState = new double[batch * cell.stateSize()];
    for (int b = 0; b < batch; b++) {
      states[b] = new double[lengths[b]][];
      double[] state = row(initialState, b, cell.stateSize());
      for (int s = 0; s < lengths[b]; s++) {
        int row = step(s, b) * batch + b;
        states[b][s] = state;
        state = cell.step(row(input, row, cell.inputSize()), state);
        System.arraycopy(state, 0, output, row * cell.hiddenSize(), cell.hiddenSize());
      }
      System.arraycopy(state, 0, finalState, b * cell.stateSize(), cell.stateSize());
    }
    return output;
  }

  /**
   * The gradient of the input [T×B×K]; adds to the gradients of the weights.
   *
   * @param dOutput [T×B×H]
   * @param dFinalState [B×S]
   */
  double[] backward(double[] dOutput, double[] dFinalState) {
    int batch = lengths.length;
    double[] dInput = new double[input.length];
    dInitialState = new double[batch * cell.stateSize()];
    for (int b = 0; b < batch; b++) {
      double[] dState = row(dFinalState, b, cell.stateSize());
      for (int s = lengths[b] - 1; s >= 0; s--) {
        int row = step(s, b) * batch + b;
        for (int u = 0; u < cell.hiddenSize(); u++) {
          dState[u] += dOutput[row * cell.hiddenSize() + u];
        }
        double[] dRow = new double[cell.inputSize()];
        double[] dPrevious = new double[cell.stateSize()];
        cell.back(row(input, row, cell.inputSize()), states[b][s], dState, dRow, dPrevious);
        System.arraycopy(dRow, 0, dInput, row * dRow.length, dRow.length);
        dState = dPrevious;
      }
      System.arraycopy(dState, 0, dInitialState, b * dState.length, dState.length);
    }
    return dInput;
  }

  /** Time step that is the s-th to be taken. */
  private int step(int s, int sequence) {
    return backwards ? lengths[sequence] - 1 - s : s;
  }

  private static double[] row(double[] rows, int row, int size) {
    return Arrays.copyOfRange(rows, row * size, (row + 1) * size);
  }
}
