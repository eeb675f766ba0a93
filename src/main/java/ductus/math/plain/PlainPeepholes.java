package ductus.math.plain;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.plain.PlainCells.sigmoid;
import static ductus.math.plain.PlainCells.tanh;

import ductus.math.PeepholeKernels;

/** The LSTM cell in two halves, in scalar loops. */
final class PlainPeepholes implements PeepholeKernels {
  @Override
  public void state(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] previousCell,
      int previousOffset,
      float[] cell,
      int cellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = gatesOffset + r * gatesStride + firstGate(u, 4);
        int p = firstGate(u, 3);
        int at = r * stateStride + u;
        float previous = previousCell[previousOffset + at];
        float input = sigmoid(gates[g] + peepholes[p] * previous);
        float forget = sigmoid(gates[g + WIDTH] + peepholes[p + WIDTH] * previous);
        float candidate = tanh(gates[g + 2 * WIDTH]);
        gates[g] = input;
        gates[g + WIDTH] = forget;
        gates[g + 2 * WIDTH] = candidate;
        cell[cellOffset + at] = forget * previous + input * candidate;
      }
    }
  }

  @Override
  public void output(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] cell,
      float[] squashed,
      int cellOffset,
      float[] hidden,
      int hiddenOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int o = gatesOffset + r * gatesStride + firstGate(u, 4) + 3 * WIDTH;
        int at = r * stateStride + u;
        int c = cellOffset + at;
        gates[o] = sigmoid(gates[o] + peepholes[firstGate(u, 3) + 2 * WIDTH] * cell[c]);
        squashed[c] = tanh(squashed[c]);
        hidden[hiddenOffset + at] = gates[o] * squashed[c];
      }
    }
  }

  @Override
  public void outputBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] squashed,
      int squashedOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      float[] dCell,
      int dCellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int o = gatesOffset + r * gatesStride + firstGate(u, 4) + 3 * WIDTH;
        int at = r * stateStride + u;
        float output = gates[o];
        float tanh = squashed[squashedOffset + at];
        float dOut = dHidden[dHiddenOffset + at] + dRecurrent[dCellOffset + at];
        gates[o] = dOut * tanh * output * (1 - output);
        squashed[squashedOffset + at] = dOut * output * (1 - tanh * tanh);
        dCell[dCellOffset + at] += gates[o] * peepholes[firstGate(u, 3) + 2 * WIDTH];
        dRecurrent[dCellOffset + at] = 0;
      }
    }
  }

  @Override
  public void stateBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] previousCell,
      int previousOffset,
      float[] dOutput,
      int dOutputOffset,
      float[] dCell,
      int dCellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = gatesOffset + r * gatesStride + firstGate(u, 4);
        int p = firstGate(u, 3);
        int at = r * stateStride + u;
        float input = gates[g];
        float forget = gates[g + WIDTH];
        float candidate = gates[g + 2 * WIDTH];
        float dState = dCell[dCellOffset + at] + dOutput[dOutputOffset + at];
        float previous = previousCell[previousOffset + at];
        gates[g] = dState * candidate * input * (1 - input);
        gates[g + WIDTH] = dState * previous * forget * (1 - forget);
        gates[g + 2 * WIDTH] = dState * input * (1 - candidate * candidate);
        dCell[dCellOffset + at] =
            dState * forget + gates[g] * peepholes[p] + gates[g + WIDTH] * peepholes[p + WIDTH];
      }
    }
  }
}
