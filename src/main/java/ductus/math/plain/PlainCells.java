package ductus.math.plain;

import static ductus.math.Strips.WIDTH;

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
      float[] hidden,
      int hiddenOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = gatesOffset + r * gatesStride + column(u, 4);
        int at = r * stateStride + u;
        float input = sigmoid(gates[g]);
        float forget = sigmoid(gates[g + WIDTH]);
        float candidate = tanh(gates[g + 2 * WIDTH]);
        float output = sigmoid(gates[g + 3 * WIDTH]);
        float state = forget * previousCell[previousOffset + at] + input * candidate;
        float squashed = tanh(state);
        gates[g] = input;
        gates[g + WIDTH] = forget;
        gates[g + 2 * WIDTH] = candidate;
        gates[g + 3 * WIDTH] = output;
        cell[cellOffset + at] = state;
        cellTanh[cellOffset + at] = squashed;
        hidden[hiddenOffset + at] = output * squashed;
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
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      float[] dCell,
      int stateStride,
      float[] dBias,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int column = column(u, 4);
        int g = gatesOffset + r * gatesStride + column;
        int at = r * stateStride + u;
        float input = gates[g];
        float forget = gates[g + WIDTH];
        float candidate = gates[g + 2 * WIDTH];
        float output = gates[g + 3 * WIDTH];
        float squashed = cellTanh[cellOffset + at];
        float dOut = dHidden[dHiddenOffset + at] + dRecurrent[at];
        float dState = dCell[at] + dOut * output * (1 - squashed * squashed);
        float previous = previousCell[previousOffset + at];
        gates[g] = dState * candidate * input * (1 - input);
        gates[g + WIDTH] = dState * previous * forget * (1 - forget);
        gates[g + 2 * WIDTH] = dState * input * (1 - candidate * candidate);
        gates[g + 3 * WIDTH] = dOut * squashed * output * (1 - output);
        dCell[at] = dState * forget;
        dRecurrent[at] = 0;
        for (int gate = 0; gate < 4; gate++) {
          dBias[column + gate * WIDTH] += gates[g + gate * WIDTH];
        }
      }
    }
  }

  /** Column of a unit's first gate. */
  private static int column(int unit, int gates) {
    return unit / WIDTH * gates * WIDTH + unit % WIDTH;
  }

  private static float sigmoid(float x) {
    return (float) (1 / (1 + StrictMath.exp(-x)));
  }

  private static float tanh(float x) {
    return (float) StrictMath.tanh(x);
  }
}
