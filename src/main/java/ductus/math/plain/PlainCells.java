package ductus.math.plain;

import static ductus.math.GateLayout.firstGate;
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
        int g = gatesOffset + r * gatesStride + firstGate(u, 4);
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
        int column = firstGate(u, 4);
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

  @Override
  public void gru(
      float[] fromInput,
      int fromInputOffset,
      float[] fromState,
      int fromStateOffset,
      int gatesStride,
      float[] bias,
      float[] previousHidden,
      int previousOffset,
      float[] hidden,
      int hiddenOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int x = fromInputOffset + r * gatesStride + firstGate(u, 3);
        int s = fromStateOffset + r * gatesStride + firstGate(u, 3);
        int at = r * stateStride + u;
        float reset = sigmoid(fromInput[x] + fromState[s]);
        float update = sigmoid(fromInput[x + WIDTH] + fromState[s + WIDTH]);
        fromState[s + 2 * WIDTH] += bias[u];
        float candidate = tanh(fromInput[x + 2 * WIDTH] + reset * fromState[s + 2 * WIDTH]);
        float previous = previousHidden[previousOffset + at];
        fromInput[x] = reset;
        fromInput[x + WIDTH] = update;
        fromInput[x + 2 * WIDTH] = candidate;
        hidden[hiddenOffset + at] = update * (previous - candidate) + candidate;
      }
    }
  }

  @Override
  public void gruBackward(
      float[] fromInput,
      int fromInputOffset,
      float[] fromState,
      int fromStateOffset,
      int gatesStride,
      float[] previousHidden,
      int previousOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int stateStride,
      float[] dBias,
      float[] dStateBias,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int column = firstGate(u, 3);
        int x = fromInputOffset + r * gatesStride + column;
        int s = fromStateOffset + r * gatesStride + column;
        int at = r * stateStride + u;
        float reset = fromInput[x];
        float update = fromInput[x + WIDTH];
        float candidate = fromInput[x + 2 * WIDTH];
        float dOut = dHidden[dHiddenOffset + at] + dRecurrent[at];
        float dCandidate = dOut * (1 - update) * (1 - candidate * candidate);
        float dReset = dCandidate * fromState[s + 2 * WIDTH] * reset * (1 - reset);
        float previous = previousHidden[previousOffset + at];
        float dUpdate = dOut * (previous - candidate) * update * (1 - update);
        fromInput[x] = dReset;
        fromInput[x + WIDTH] = dUpdate;
        fromInput[x + 2 * WIDTH] = dCandidate;
        fromState[s] = dReset;
        fromState[s + WIDTH] = dUpdate;
        fromState[s + 2 * WIDTH] = dCandidate * reset;
        dRecurrent[at] = dOut * update;
        for (int gate = 0; gate < 3; gate++) {
          dBias[column + gate * WIDTH] += fromInput[x + gate * WIDTH];
        }
        dStateBias[u] += fromState[s + 2 * WIDTH];
      }
    }
  }

  @Override
  public void elman(
      float[] sums,
      int sumsOffset,
      float[] hidden,
      int hiddenOffset,
      int stride,
      boolean rectified,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int at = r * stride + u;
        float sum = sums[sumsOffset + at];
        sums[sumsOffset + at] = rectified ? Math.max(0, sum) : tanh(sum);
        hidden[hiddenOffset + at] = sums[sumsOffset + at];
      }
    }
  }

  @Override
  public void elmanBackward(
      float[] sums,
      int sumsOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int stride,
      float[] dBias,
      boolean rectified,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int at = r * stride + u;
        float out = sums[sumsOffset + at];
        float slope = rectified ? (out > 0 ? 1 : 0) : 1 - out * out;
        float dSum = (dHidden[dHiddenOffset + at] + dRecurrent[at]) * slope;
        sums[sumsOffset + at] = dSum;
        dRecurrent[at] = 0;
        dBias[u] += dSum;
      }
    }
  }

  static float sigmoid(float x) {
    return (float) (1 / (1 + StrictMath.exp(-x)));
  }

  static float tanh(float x) {
    return (float) StrictMath.tanh(x);
  }
}
