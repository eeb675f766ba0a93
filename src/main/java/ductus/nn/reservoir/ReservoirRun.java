package ductus.nn.reservoir;

import org.ejml.data.FMatrixRMaj;

/**
 * One sequence on its way through a {@link Reservoir} in double precision, for readouts that are
 * solved for: where weights are large, what the state's last bits are worth shows in the output.
 */
public final class ReservoirRun {
  private final FMatrixRMaj inputWeights;
  private final FMatrixRMaj bias;
  private final FMatrixRMaj weights;
  private final int[] sources;
  private final double leak;
  private double[] state;
  private double[] next;

  ReservoirRun(
      FMatrixRMaj inputWeights,
      FMatrixRMaj bias,
      FMatrixRMaj weights,
      FMatrixRMaj sources,
      double leak) {
    this.inputWeights = inputWeights;
    this.bias = bias;
    this.weights = weights;
    this.leak = leak;
    this.sources = new int[sources.getNumElements()];
    for (int i = 0; i < this.sources.length; i++) {
      this.sources[i] = (int) sources.data[i];
    }
    state = new double[bias.numCols];
    next = new double[bias.numCols];
  }

  /**
   * Goes on by a time step.
   *
   * @param input [K], not modified
   * @return the state [N], valid until the next step
   */
  public double[] step(double[] input) {
    int units = state.length;
    int connections = weights.numCols;
    for (int u = 0; u < units; u++) {
      double sum = bias.data[u];
      for (int k = 0; k < input.length; k++) {
        sum += input[k] * inputWeights.data[k * units + u];
      }
      for (int c = u * connections; c < (u + 1) * connections; c++) {
        sum += weights.data[c] * state[sources[c]];
      }
      next[u] = (1 - leak) * state[u] + leak * StrictMath.tanh(sum);
    }
    double[] before = state;
    state = next;
    next = before;
    return state;
  }
}
