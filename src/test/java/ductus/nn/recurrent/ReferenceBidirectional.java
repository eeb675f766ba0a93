package ductus.nn.recurrent;

import java.util.Arrays;

/**
 * Two layers over the same padded sequences (Schuster and Paliwal 1997), one in each direction:
 * outputs [T×B×2H] are the hidden states of the forward one, then of the backward one. Both start
 * from zero.
 */
final class ReferenceBidirectional {
  private final ReferenceLayer forwards;
  private final ReferenceLayer backwards;
  private final int hiddenSize;
  private final int stateSize;
  private int batch;

  ReferenceBidirectional(ReferenceCell forwards, ReferenceCell backwards) {
    this.forwards = new ReferenceLayer(forwards, false);
    this.backwards = new ReferenceLayer(backwards, true);
    hiddenSize = forwards.hiddenSize();
    stateSize = forwards.stateSize();
  }

  /**
   * The outputs [T×B×2H].
   *
   * @param input [T×B×K]
   * @param lengths steps of each sequence [B]
   */
  double[] forward(double[] input, int time, int[] lengths) {
    batch = lengths.length;
    double[] zero = new double[batch * stateSize];
    double[] left = forwards.forward(input, time, lengths, zero);
    double[] right = backwards.forward(input, time, lengths, zero);
    double[] output = new double[2 * left.length];
    for (int row = 0; row < time * batch; row++) {
      System.arraycopy(left, row * hiddenSize, output, 2 * row * hiddenSize, hiddenSize);
      System.arraycopy(right, row * hiddenSize, output, (2 * row + 1) * hiddenSize, hiddenSize);
    }
    return output;
  }

  /** The gradient of the input [T×B×K] from that of the outputs [T×B×2H]. */
  double[] backward(double[] dOutput) {
    double[] left = new double[dOutput.length / 2];
    double[] right = new double[dOutput.length / 2];
    for (int i = 0; i < left.length; i++) {
      int row = i / hiddenSize;
      left[i] = dOutput[row * hiddenSize + i];
      right[i] = dOutput[(row + 1) * hiddenSize + i];
    }
    double[] zero = new double[batch * stateSize];
    double[] dInput = forwards.backward(left, zero);
    double[] dFromRight = backwards.backward(right, zero);
    Arrays.setAll(dInput, i -> dInput[i] + dFromRight[i]);
    return dInput;
  }
}
