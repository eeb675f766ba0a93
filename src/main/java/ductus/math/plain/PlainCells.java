package ductus.math.plain;

import static ductus.math.Kernels.GATE_LANES;

import ductus.math.CellKernels;

/** Recurrent cells in scalar loops. */
final class PlainCells implements CellKernels {
  @Override
  public void lstm(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cell,
      float[] cellTanh,
      int cellOffset,
      int cellStride,
      float[] hidden,
      int hiddenOffset,
      int hiddenStride,
      int units,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = 0; u < units; u++) {
        int g = gatesOffset + r * gatesStride + u;
        int c = cellOffset + r * cellStride + u;
        float input = sigmoid(gates[g]);
        float forget = sigmoid(gates[g + GATE_LANES]);
        float candidate = tanh(gates[g + 2 * GATE_LANES]);
        float output = sigmoid(gates[g + 3 * GATE_LANES]);
        float state =
            forget * previousCell[previousOffset + r * cellStride + u] + input * candidate;
        gates[g] = input;
        gates[g + GATE_LANES] = forget;
        gates[g + 2 * GATE_LANES] = candidate;
        gates[g + 3 * GATE_LANES] = output;
        cell[c] = state;
        cellTanh[c] = tanh(state);
        hidden[hiddenOffset + r * hiddenStride + u] = output * cellTanh[c];
      }
    }
  }

  @Override
  public void lstmBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cellTanh,
      int cellOffset,
      int cellStride,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int dRecurrentOffset,
      int dHiddenStride,
      float[] dCell,
      int dCellOffset,
      int units,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = 0; u < units; u++) {
        int g = gatesOffset + r * gatesStride + u;
        float input = gates[g];
        float forget = gates[g + GATE_LANES];
        float candidate = gates[g + 2 * GATE_LANES];
        float output = gates[g + 3 * GATE_LANES];
        float squashed = cellTanh[cellOffset + r * cellStride + u];
        int h = r * dHiddenStride + u;
        float dOut = dHidden[dHiddenOffset + h] + dRecurrent[dRecurrentOffset + h];
        int c = dCellOffset + r * cellStride + u;
        float dState = dCell[c] + dOut * output * (1 - squashed * squashed);
        float previous = previousCell[previousOffset + r * cellStride + u];
        gates[g] = dState * candidate * input * (1 - input);
        gates[g + GATE_LANES] = dState * previous * forget * (1 - forget);
        gates[g + 2 * GATE_LANES] = dState * input * (1 - candidate * candidate);
        gates[g + 3 * GATE_LANES] = dOut * squashed * output * (1 - output);
        dCell[c] = dState * forget;
      }
    }
  }

  private static float sigmoid(float x) {
    return (float) (1 / (1 + StrictMath.exp(-x)));
  }

  private static float tanh(float x) {
    return (float) StrictMath.tanh(x);
  }
}
