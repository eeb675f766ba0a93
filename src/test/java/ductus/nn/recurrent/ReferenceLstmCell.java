package ductus.nn.recurrent;

import java.util.ArrayList;
import java.util.List;

/**
 * The LSTM cell in double precision, with its options:
 *
 * <pre>
 *   i, f = σ(a + p·c′)    g = tanh(a)    o = σ(a + p·c)
 *   c = f·c′ + i·g        h = o·tanh(c)
 * </pre>
 *
 * <p>with the pre-activations a = x·W + h′·U + b and, as an option, diagonal peepholes p (Graves
 * 2013, eq. 7–11). With layer normalization (Ba, Kiros and Hinton 2016, eq. 20–22) a = N(x·W) +
 * N(h′·U) + b and h = o·tanh(N(c)). Gates in the order i, f, g, o; peepholes i, f, o.
 */
final class ReferenceLstmCell implements ReferenceCell {
  private static final int GATES = 4;

  private final int hiddenSize;
  private final boolean peephole;
  private final boolean normalized;
  private final ReferenceMatrix inputWeights;
  private final ReferenceMatrix recurrentWeights;
  private final ReferenceMatrix bias;
  private final ReferenceMatrix peepholes;
  private final ReferenceLayerNorm inputNorm;
  private final ReferenceLayerNorm recurrentNorm;
  private final ReferenceLayerNorm cellNorm;
  private double limit = Double.POSITIVE_INFINITY;

  ReferenceLstmCell(int inputSize, int hiddenSize, boolean peephole, boolean normalized) {
    this.hiddenSize = hiddenSize;
    this.peephole = peephole;
    this.normalized = normalized;
    inputWeights = new ReferenceMatrix("weight_ih", inputSize, GATES * hiddenSize);
    recurrentWeights = new ReferenceMatrix("weight_hh", hiddenSize, GATES * hiddenSize);
    bias = new ReferenceMatrix("bias", 1, GATES * hiddenSize);
    peepholes = new ReferenceMatrix("peephole", 3, hiddenSize);
    inputNorm = new ReferenceLayerNorm("norm_ih", GATES * hiddenSize);
    recurrentNorm = new ReferenceLayerNorm("norm_hh", GATES * hiddenSize);
    cellNorm = new ReferenceLayerNorm("norm_cell", hiddenSize);
  }

  @Override
  public int inputSize() {
    return inputWeights.rows();
  }

  @Override
  public int hiddenSize() {
    return hiddenSize;
  }

  /** Hidden state, then cell state. */
  @Override
  public int stateSize() {
    return 2 * hiddenSize;
  }

  @Override
  public List<ReferenceMatrix> parameters() {
    List<ReferenceMatrix> all = new ArrayList<>(List.of(inputWeights, recurrentWeights, bias));
    if (peephole) {
      all.add(peepholes);
    }
    if (normalized) {
      all.addAll(inputNorm.parameters());
      all.addAll(recurrentNorm.parameters());
      all.addAll(cellNorm.parameters());
    }
    return all;
  }

  @Override
  public void clipDerivatives(double limit) {
    this.limit = limit;
  }

  @Override
  public double[] step(double[] input, double[] state) {
    return new Activations(input, state).next;
  }

  @Override
  public void back(
      double[] input, double[] state, double[] dNext, double[] dInput, double[] dState) {
    Activations at = new Activations(input, state);
    double[] dGates = new double[GATES * hiddenSize];
    double[] dSquashed = new double[hiddenSize];
    for (int u = 0; u < hiddenSize; u++) {
      double o = at.gate(3, u);
      dGates[3 * hiddenSize + u] = dNext[u] * at.tanh[u] * o * (1 - o);
      dSquashed[u] = dNext[u] * o * (1 - at.tanh[u] * at.tanh[u]);
    }
    double[] dCell = normalized ? cellNorm.backward(at.cell, dSquashed) : dSquashed;
    for (int u = 0; u < hiddenSize; u++) {
      double i = at.gate(0, u);
      double f = at.gate(1, u);
      double g = at.gate(2, u);
      double previous = state[hiddenSize + u];
      dCell[u] += dNext[hiddenSize + u] + peep(2, u, dGates[3 * hiddenSize + u]);
      dGates[u] = dCell[u] * g * i * (1 - i);
      dGates[hiddenSize + u] = dCell[u] * previous * f * (1 - f);
      dGates[2 * hiddenSize + u] = dCell[u] * i * (1 - g * g);
      dState[hiddenSize + u] +=
          dCell[u] * f + peep(0, u, dGates[u]) + peep(1, u, dGates[hiddenSize + u]);
    }
    ReferenceCell.clip(dGates, limit);
    for (int u = 0; u < hiddenSize; u++) {
      peepholes.gradient[u] += dGates[u] * state[hiddenSize + u];
      peepholes.gradient[hiddenSize + u] += dGates[hiddenSize + u] * state[hiddenSize + u];
      peepholes.gradient[2 * hiddenSize + u] += dGates[3 * hiddenSize + u] * at.cell[u];
    }
    double[] dFromInput = normalized ? inputNorm.backward(at.fromInput, dGates) : dGates;
    double[] dFromState = normalized ? recurrentNorm.backward(at.fromState, dGates) : dGates;
    inputWeights.backProduct(input, dFromInput, dInput);
    recurrentWeights.backProduct(state, dFromState, dState);
    bias.addGradient(dGates);
  }

  /** What passes a peephole, there or back. */
  private double peep(int row, int unit, double value) {
    return peephole ? peepholes.value[row * hiddenSize + unit] * value : 0;
  }

  /** What one step computes. */
  private final class Activations {
    final double[] fromInput;
    final double[] fromState;
    final double[] gates = new double[GATES * hiddenSize];
    final double[] cell = new double[hiddenSize];
    final double[] tanh = new double[hiddenSize];

    /** Hidden state, then cell state. */
    final double[] next = new double[2 * hiddenSize];

    Activations(double[] input, double[] state) {
      fromInput = inputWeights.product(input);
      fromState = recurrentWeights.product(state);
      double[] inputPart = normalized ? inputNorm.forward(fromInput) : fromInput;
      double[] statePart = normalized ? recurrentNorm.forward(fromState) : fromState;
      for (int j = 0; j < gates.length; j++) {
        gates[j] = inputPart[j] + statePart[j] + bias.value[j];
      }
      for (int u = 0; u < hiddenSize; u++) {
        double previous = state[hiddenSize + u];
        gates[u] = sigmoid(gates[u] + peep(0, u, previous));
        gates[hiddenSize + u] = sigmoid(gates[hiddenSize + u] + peep(1, u, previous));
        gates[2 * hiddenSize + u] = StrictMath.tanh(gates[2 * hiddenSize + u]);
        cell[u] = gate(1, u) * previous + gate(0, u) * gate(2, u);
        gates[3 * hiddenSize + u] = sigmoid(gates[3 * hiddenSize + u] + peep(2, u, cell[u]));
      }
      double[] squashed = normalized ? cellNorm.forward(cell) : cell;
      for (int u = 0; u < hiddenSize; u++) {
        tanh[u] = StrictMath.tanh(squashed[u]);
        next[u] = gate(3, u) * tanh[u];
        next[hiddenSize + u] = cell[u];
      }
    }

    double gate(int gate, int unit) {
      return gates[gate * hiddenSize + unit];
    }

    private static double sigmoid(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }
}
