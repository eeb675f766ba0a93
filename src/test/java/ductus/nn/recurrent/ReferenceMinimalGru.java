package ductus.nn.recurrent;

import java.util.Arrays;
import java.util.List;

/**
 * The minimal gated recurrent unit (Feng et al. 2024) in double precision: z = σ(x·W + b), n = x·W
 * + b, h = (1 − z)·h′ + z·n. Gates in the order z, n.
 */
final class ReferenceMinimalGru implements ReferenceCell {
  private static final int GATES = 2;

  private final int hiddenSize;
  private final ReferenceMatrix inputWeights;
  private final ReferenceMatrix bias;
  private double limit = Double.POSITIVE_INFINITY;

  ReferenceMinimalGru(int inputSize, int hiddenSize) {
    this.hiddenSize = hiddenSize;
    inputWeights = new ReferenceMatrix("weight_ih", inputSize, GATES * hiddenSize);
    bias = new ReferenceMatrix("bias", 1, GATES * hiddenSize);
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
    return List.of(inputWeights, bias);
  }

  @Override
  public void clipDerivatives(double limit) {
    this.limit = limit;
  }

  private double[] sums(double[] input) {
    double[] sums = inputWeights.product(input);
    Arrays.setAll(sums, j -> sums[j] + bias.value[j]);
    return sums;
  }

  @Override
  public double[] step(double[] input, double[] state) {
    double[] sums = sums(input);
    double[] next = new double[hiddenSize];
    for (int u = 0; u < hiddenSize; u++) {
      double update = 1 / (1 + StrictMath.exp(-sums[u]));
      next[u] = (1 - update) * state[u] + update * sums[hiddenSize + u];
    }
    return next;
  }

  @Override
  public void back(
      double[] input, double[] state, double[] dNext, double[] dInput, double[] dState) {
    double[] sums = sums(input);
    double[] dSums = new double[GATES * hiddenSize];
    for (int u = 0; u < hiddenSize; u++) {
      double update = 1 / (1 + StrictMath.exp(-sums[u]));
      dSums[u] = dNext[u] * (sums[hiddenSize + u] - state[u]) * update * (1 - update);
      dSums[hiddenSize + u] = dNext[u] * update;
      dState[u] += dNext[u] * (1 - update);
    }
    ReferenceCell.clip(dSums, limit);
    inputWeights.backProduct(input, dSums, dInput);
    bias.addGradient(dSums);
  }
}
