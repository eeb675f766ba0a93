package ductus.nn.recurrent;

import java.util.Arrays;
import java.util.List;

/**
 * The minimal LSTM unit (Feng et al. 2024) in double precision: f, i = σ(x·W + b), n = x·W + b, h =
 * f / (f + i)·h′ + i / (f + i)·n. Gates in the order f, i, n.
 */
final class ReferenceMinimalLstm implements ReferenceCell {
  private static final int GATES = 3;

  private final int hiddenSize;
  private final ReferenceMatrix inputWeights;
  private final ReferenceMatrix bias;
  private double limit = Double.POSITIVE_INFINITY;

  ReferenceMinimalLstm(int inputSize, int hiddenSize) {
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
      double forget = sigmoid(sums[u]);
      double taken = sigmoid(sums[hiddenSize + u]);
      next[u] =
          forget / (forget + taken) * state[u]
              + taken / (forget + taken) * sums[2 * hiddenSize + u];
    }
    return next;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  @Override
  public void back(
      double[] input, double[] state, double[] dNext, double[] dInput, double[] dState) {
    double[] sums = sums(input);
    double[] dSums = new double[GATES * hiddenSize];
    for (int u = 0; u < hiddenSize; u++) {
      double forget = sigmoid(sums[u]);
      double taken = sigmoid(sums[hiddenSize + u]);
      double both = forget + taken;
      double change = state[u] - sums[2 * hiddenSize + u];
      double dForget = dNext[u] * change * taken / (both * both);
      double dTaken = -dNext[u] * change * forget / (both * both);
      dSums[u] = dForget * forget * (1 - forget);
      dSums[hiddenSize + u] = dTaken * taken * (1 - taken);
      dSums[2 * hiddenSize + u] = dNext[u] * taken / both;
      dState[u] += dNext[u] * forget / both;
    }
    ReferenceCell.clip(dSums, limit);
    inputWeights.backProduct(input, dSums, dInput);
    bias.addGradient(dSums);
  }
}
