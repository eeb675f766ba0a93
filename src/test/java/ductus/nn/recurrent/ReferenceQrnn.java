package ductus.nn.recurrent;

import java.util.Arrays;
import java.util.List;

/**
 * The quasi-recurrent unit (Bradbury et al. 2017) in double precision, with fo-pooling over a
 * window of two inputs:
 *
 * <pre>
 *   z = tanh(x·W + b + p′)    f, o = σ(x·W + b + p′)    p = x·W + b
 *   c = f·c′ + (1 − f)·z    h = o·c
 * </pre>
 *
 * <p>Gates in the order z, f, o, then p for each of them; the state is h, then c, then p.
 */
final class ReferenceQrnn implements ReferenceCell {
  private static final int GATES = 6;

  private final int hiddenSize;
  private final ReferenceMatrix inputWeights;
  private final ReferenceMatrix bias;
  private double limit = Double.POSITIVE_INFINITY;

  ReferenceQrnn(int inputSize, int hiddenSize) {
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
    return 5 * hiddenSize;
  }

  @Override
  public List<ReferenceMatrix> parameters() {
    return List.of(inputWeights, bias);
  }

  @Override
  public void clipDerivatives(double limit) {
    this.limit = limit;
  }

  @Override
  public double[] step(double[] input, double[] state) {
    double[] sums = sums(input);
    double[] next = new double[5 * hiddenSize];
    for (int u = 0; u < hiddenSize; u++) {
      Unit unit = new Unit(sums, state, u);
      next[u] = unit.output * unit.cell;
      next[hiddenSize + u] = unit.cell;
    }
    System.arraycopy(sums, 3 * hiddenSize, next, 2 * hiddenSize, 3 * hiddenSize);
    return next;
  }

  private double[] sums(double[] input) {
    double[] sums = inputWeights.product(input);
    Arrays.setAll(sums, j -> sums[j] + bias.value[j]);
    return sums;
  }

  @Override
  public void back(
      double[] input, double[] state, double[] dNext, double[] dInput, double[] dState) {
    double[] sums = sums(input);
    double[] dSums = new double[GATES * hiddenSize];
    for (int u = 0; u < hiddenSize; u++) {
      Unit unit = new Unit(sums, state, u);
      double dCell = dNext[hiddenSize + u] + dNext[u] * unit.output;
      dSums[u] = dCell * (1 - unit.forget) * (1 - unit.candidate * unit.candidate);
      dSums[hiddenSize + u] =
          dCell * (state[hiddenSize + u] - unit.candidate) * unit.forget * (1 - unit.forget);
      dSums[2 * hiddenSize + u] = dNext[u] * unit.cell * unit.output * (1 - unit.output);
      dState[hiddenSize + u] += dCell * unit.forget;
    }
    for (int j = 0; j < 3 * hiddenSize; j++) {
      dState[2 * hiddenSize + j] += dSums[j];
      dSums[3 * hiddenSize + j] = dNext[2 * hiddenSize + j];
    }
    ReferenceCell.clip(dSums, limit);
    inputWeights.backProduct(input, dSums, dInput);
    bias.addGradient(dSums);
  }

  /** What a unit computes in one step. */
  private final class Unit {
    final double candidate;
    final double forget;
    final double output;
    final double cell;

    Unit(double[] sums, double[] state, int u) {
      candidate = StrictMath.tanh(sums[u] + state[2 * hiddenSize + u]);
      forget = sigmoid(sums[hiddenSize + u] + state[3 * hiddenSize + u]);
      output = sigmoid(sums[2 * hiddenSize + u] + state[4 * hiddenSize + u]);
      cell = forget * state[hiddenSize + u] + (1 - forget) * candidate;
    }

    private static double sigmoid(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }
}
