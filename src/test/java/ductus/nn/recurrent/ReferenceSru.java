package ductus.nn.recurrent;

import java.util.Arrays;
import java.util.List;

/**
 * The simple recurrent unit (Lei et al. 2018) in double precision, with a highway of its own:
 *
 * <pre>
 *   n = x·W + b    f, r = σ(x·W + b + v·c′)    s = x·W + b
 *   c = f·c′ + (1 − f)·n    h = r·c + (1 − r)·s
 * </pre>
 *
 * <p>Gates in the order n, f, r, s; the state is h, then c.
 */
final class ReferenceSru implements ReferenceCell {
  private static final int GATES = 4;

  private final int hiddenSize;
  private final ReferenceMatrix inputWeights;
  private final ReferenceMatrix bias;
  private final ReferenceMatrix cellWeights;
  private double limit = Double.POSITIVE_INFINITY;

  ReferenceSru(int inputSize, int hiddenSize) {
    this.hiddenSize = hiddenSize;
    inputWeights = new ReferenceMatrix("weight_ih", inputSize, GATES * hiddenSize);
    bias = new ReferenceMatrix("bias", 1, GATES * hiddenSize);
    cellWeights = new ReferenceMatrix("weight_c", 2, hiddenSize);
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
    return 2 * hiddenSize;
  }

  @Override
  public List<ReferenceMatrix> parameters() {
    return List.of(inputWeights, bias, cellWeights);
  }

  @Override
  public void clipDerivatives(double limit) {
    this.limit = limit;
  }

  @Override
  public double[] step(double[] input, double[] state) {
    double[] next = new double[2 * hiddenSize];
    for (int u = 0; u < hiddenSize; u++) {
      Unit unit = new Unit(sums(input), state[hiddenSize + u], u);
      next[u] = unit.hidden;
      next[hiddenSize + u] = unit.cell;
    }
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
      double before = state[hiddenSize + u];
      Unit unit = new Unit(sums, before, u);
      double dCell = dNext[hiddenSize + u] + dNext[u] * unit.reset;
      double dForget = dCell * (before - unit.candidate) * unit.forget * (1 - unit.forget);
      double dReset = dNext[u] * (unit.cell - unit.highway) * unit.reset * (1 - unit.reset);
      dSums[u] = dCell * (1 - unit.forget);
      dSums[hiddenSize + u] = dForget;
      dSums[2 * hiddenSize + u] = dReset;
      dSums[3 * hiddenSize + u] = dNext[u] * (1 - unit.reset);
      dState[hiddenSize + u] +=
          dCell * unit.forget
              + dForget * cellWeights.value[u]
              + dReset * cellWeights.value[hiddenSize + u];
    }
    ReferenceCell.clip(dSums, limit);
    for (int u = 0; u < hiddenSize; u++) {
      double before = state[hiddenSize + u];
      cellWeights.gradient[u] += dSums[hiddenSize + u] * before;
      cellWeights.gradient[hiddenSize + u] += dSums[2 * hiddenSize + u] * before;
    }
    inputWeights.backProduct(input, dSums, dInput);
    bias.addGradient(dSums);
  }

  /** What a unit computes in one step. */
  private final class Unit {
    final double candidate;
    final double forget;
    final double reset;
    final double highway;
    final double cell;
    final double hidden;

    Unit(double[] sums, double before, int u) {
      candidate = sums[u];
      forget = sigmoid(sums[hiddenSize + u] + cellWeights.value[u] * before);
      reset = sigmoid(sums[2 * hiddenSize + u] + cellWeights.value[hiddenSize + u] * before);
      highway = sums[3 * hiddenSize + u];
      cell = forget * before + (1 - forget) * candidate;
      hidden = reset * cell + (1 - reset) * highway;
    }

    private static double sigmoid(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }
}
