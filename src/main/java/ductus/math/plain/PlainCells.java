package ductus.math.plain;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;

import ductus.math.CellKernels;
import ductus.math.CellKernels.StateMatrices;
import org.ejml.data.FMatrixRMaj;

/** Recurrent cells in scalar loops. */
final class PlainCells implements CellKernels {
  @Override
  public void lstm(LstmMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = cells.cell();
    float[] gates = cells.gates().data;
    float[] previousCell = cell.previous(t).data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * cells.gates().numCols + firstGate(u, 4);
      int at = row * cell.stride() + u;
      int before = (cell.previousRow(t) + sequence) * cell.stride() + u;
      float input = sigmoid(gates[g]);
      float forget = sigmoid(gates[g + WIDTH]);
      float candidate = tanh(gates[g + 2 * WIDTH]);
      float output = sigmoid(gates[g + 3 * WIDTH]);
      float state = forget * previousCell[before] + input * candidate;
      float squashed = tanh(state);
      gates[g] = input;
      gates[g + WIDTH] = forget;
      gates[g + 2 * WIDTH] = candidate;
      gates[g + 3 * WIDTH] = output;
      cell.all().data[at] = state;
      cells.squashed().data[at] = squashed;
      cells.hidden().all().data[at] = output * squashed;
    }
  }

  @Override
  public void lstmBackward(
      LstmMatrices cells, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = cells.cell();
    float[] gates = cells.gates().data;
    float[] dCell = cell.gradient().data;
    float[] dRecurrent = cells.hidden().gradient().data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * cells.gates().numCols + firstGate(u, 4);
      int at = row * cell.stride() + u;
      int d = sequence * cell.stride() + u;
      float input = gates[g];
      float forget = gates[g + WIDTH];
      float candidate = gates[g + 2 * WIDTH];
      float output = gates[g + 3 * WIDTH];
      float squashed = cells.squashed().data[at];
      float dOut = dHidden.data[at] + dRecurrent[d];
      float dState = dCell[d] + dOut * output * (1 - squashed * squashed);
      float previous = cell.previous(t).data[(cell.previousRow(t) + sequence) * cell.stride() + u];
      gates[g] = dState * candidate * input * (1 - input);
      gates[g + WIDTH] = dState * previous * forget * (1 - forget);
      gates[g + 2 * WIDTH] = dState * input * (1 - candidate * candidate);
      gates[g + 3 * WIDTH] = dOut * squashed * output * (1 - output);
      dCell[d] = dState * forget;
      dRecurrent[d] = 0;
    }
  }

  @Override
  public void gru(GruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] fromInput = units.fromInput().data;
    float[] fromState = units.fromState().data;
    int row = t * hidden.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * units.fromInput().numCols + firstGate(u, 3);
      float reset = sigmoid(fromInput[g] + fromState[g]);
      float update = sigmoid(fromInput[g + WIDTH] + fromState[g + WIDTH]);
      fromState[g + 2 * WIDTH] += units.bias().data[u];
      float candidate = tanh(fromInput[g + 2 * WIDTH] + reset * fromState[g + 2 * WIDTH]);
      int before = (hidden.previousRow(t) + sequence) * hidden.stride() + u;
      float previous = hidden.previous(t).data[before];
      fromInput[g] = reset;
      fromInput[g + WIDTH] = update;
      fromInput[g + 2 * WIDTH] = candidate;
      hidden.all().data[row * hidden.stride() + u] = update * (previous - candidate) + candidate;
    }
  }

  @Override
  public void gruBackward(
      GruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] fromInput = units.fromInput().data;
    float[] fromState = units.fromState().data;
    float[] dRecurrent = hidden.gradient().data;
    int row = t * hidden.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * units.fromInput().numCols + firstGate(u, 3);
      int d = sequence * hidden.stride() + u;
      float reset = fromInput[g];
      float update = fromInput[g + WIDTH];
      float candidate = fromInput[g + 2 * WIDTH];
      float dOut = dHidden.data[row * hidden.stride() + u] + dRecurrent[d];
      float dCandidate = dOut * (1 - update) * (1 - candidate * candidate);
      float dReset = dCandidate * fromState[g + 2 * WIDTH] * reset * (1 - reset);
      int before = (hidden.previousRow(t) + sequence) * hidden.stride() + u;
      float previous = hidden.previous(t).data[before];
      float dUpdate = dOut * (previous - candidate) * update * (1 - update);
      fromInput[g] = dReset;
      fromInput[g + WIDTH] = dUpdate;
      fromInput[g + 2 * WIDTH] = dCandidate;
      fromState[g] = dReset;
      fromState[g + WIDTH] = dUpdate;
      fromState[g + 2 * WIDTH] = dCandidate * reset;
      dRecurrent[d] = dOut * update;
    }
  }

  @Override
  public void elman(ElmanMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] sums = units.sums().data;
    int row = t * hidden.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int at = row * hidden.stride() + u;
      sums[at] = units.rectified() ? Math.max(0, sums[at]) : tanh(sums[at]);
      hidden.all().data[at] = sums[at];
    }
  }

  @Override
  public void elmanBackward(
      ElmanMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] dRecurrent = hidden.gradient().data;
    int row = t * hidden.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int at = row * hidden.stride() + u;
      int d = sequence * hidden.stride() + u;
      float out = units.sums().data[at];
      float slope = units.rectified() ? (out > 0 ? 1 : 0) : 1 - out * out;
      float dSum = (dHidden.data[at] + dRecurrent[d]) * slope;
      units.sums().data[at] = dSum;
      dRecurrent[d] = 0;
    }
  }

  static float sigmoid(float x) {
    return (float) (1 / (1 + StrictMath.exp(-x)));
  }

  static float tanh(float x) {
    return (float) StrictMath.tanh(x);
  }
}
