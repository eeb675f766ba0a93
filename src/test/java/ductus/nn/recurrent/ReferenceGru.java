package ductus.nn.recurrent;

import java.util.Arrays;
import java.util.List;

/**
 * The gated recurrent unit (Cho et al. 2014) in double precision, in PyTorch's form, whose reset
 * gate works behind the recurrent product:
 *
 * <pre>
 *   r, z = σ(x·W + b_ih + h′·U + b_hh)    n = tanh(x·W + b_ih + r·(h′·U + b_hh))
 *   h = (1 − z)·n + z·h′
 * </pre>
 *
 * <p>Gates in the order r, z, n.
 */
final class ReferenceGru implements ReferenceCell {
  private static final int GATES = 3;

  private final int hiddenSize;
  private final ReferenceMatrix inputWeights;
  private final ReferenceMatrix recurrentWeights;
  private final ReferenceMatrix inputBias;
  private final ReferenceMatrix recurrentBias;
  private double limit = Double.POSITIVE_INFINITY;

  ReferenceGru(int inputSize, int hiddenSize) {
    this.hiddenSize = hiddenSize;
    inputWeights = new ReferenceMatrix("weight_ih", inputSize, GATES * hiddenSize);
    recurrentWeights = new ReferenceMatrix("weight_hh", hiddenSize, GATES * hiddenSize);
    inputBias = new ReferenceMatrix("bias_ih", 1, GATES * hiddenSize);
    recurrentBias = new ReferenceMatrix("bias_hh", 1, GATES * hiddenSize);
  }

  @Override
  public int inputSize() {
    return inputWeights.rows();
  }

  @Override
  public int hiddenSize() {
    return hiddenSize;
  }

  @Override
  public int stateSize() {
    return hiddenSize;
  }

  @Override
  public List<ReferenceMatrix> parameters() {
    return List.of(inputWeights, recurrentWeights, inputBias, recurrentBias);
  }

  @Override
  public void clipDerivatives(double limit) {
    this.limit = limit;
  }

  @Override
  public double[] step(double[] input, double[] state) {
    return new Activations(input, state).hidden;
  }

  @Override
  public void back(
      double[] input, double[] state, double[] dNext, double[] dInput, double[] dState) {
    Activations at = new Activations(input, state);
    double[] dFromInput = new double[GATES * hiddenSize];
    double[] dFromState = new double[GATES * hiddenSize];
    for (int u = 0; u < hiddenSize; u++) {
      double dSum = dNext[u] * (1 - at.update[u]) * (1 - at.candidate[u] * at.candidate[u]);
      int r = u;
      int z = hiddenSize + u;
      int n = 2 * hiddenSize + u;
      dFromInput[n] = dSum;
      dFromState[n] = dSum * at.reset[u];
      dFromInput[r] = dSum * at.fromState[n] * at.reset[u] * (1 - at.reset[u]);
      dFromState[r] = dFromInput[r];
      dFromInput[z] = dNext[u] * (state[u] - at.candidate[u]) * at.update[u] * (1 - at.update[u]);
      dFromState[z] = dFromInput[z];
      dState[u] += dNext[u] * at.update[u];
    }
    ReferenceCell.clip(dFromInput, limit);
    ReferenceCell.clip(dFromState, limit);
    inputWeights.backProduct(input, dFromInput, dInput);
    recurrentWeights.backProduct(state, dFromState, dState);
    inputBias.addGradient(dFromInput);
    recurrentBias.addGradient(dFromState);
  }

  /** What one step computes. */
  private final class Activations {
    final double[] fromState;
    final double[] reset = new double[hiddenSize];
    final double[] update = new double[hiddenSize];
    final double[] candidate = new double[hiddenSize];
    final double[] hidden = new double[hiddenSize];

    Activations(double[] input, double[] state) {
      double[] fromInput = inputWeights.product(input);
      fromState = recurrentWeights.product(state);
      Arrays.setAll(fromInput, j -> fromInput[j] + inputBias.value[j]);
      Arrays.setAll(fromState, j -> fromState[j] + recurrentBias.value[j]);
      for (int u = 0; u < hiddenSize; u++) {
        int z = hiddenSize + u;
        int n = 2 * hiddenSize + u;
        reset[u] = sigmoid(fromInput[u] + fromState[u]);
        update[u] = sigmoid(fromInput[z] + fromState[z]);
        candidate[u] = StrictMath.tanh(fromInput[n] + reset[u] * fromState[n]);
        hidden[u] = (1 - update[u]) * candidate[u] + update[u] * state[u];
      }
    }

    private static double sigmoid(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }
}
