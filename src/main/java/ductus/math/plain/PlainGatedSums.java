package ductus.math.plain;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels;
import org.ejml.data.FMatrixRMaj;

/** Cells without a product of states, in scalar loops. */
final class PlainGatedSums implements GatedSumKernels {
  /** Exponent beyond which a sum of two exponentials is no float any more. */
  private static final double MOST = 88;

  @Override
  public void minGru(MinGruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] gates = units.gates().data;
    int row = t * hidden.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * units.gates().numCols + firstGate(u, 2);
      float previous = previous(hidden, t, sequence, u);
      gates[g] = PlainCells.sigmoid(gates[g]);
      hidden.all().data[row * hidden.stride() + u] =
          gates[g] * (gates[g + WIDTH] - previous) + previous;
    }
  }

  @Override
  public void minGruBackward(
      MinGruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] gates = units.gates().data;
    float[] dRecurrent = hidden.gradient().data;
    int row = t * hidden.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * units.gates().numCols + firstGate(u, 2);
      int d = sequence * hidden.stride() + u;
      float update = gates[g];
      float dOut = dHidden.data[row * hidden.stride() + u] + dRecurrent[d];
      float change = gates[g + WIDTH] - previous(hidden, t, sequence, u);
      gates[g] = dOut * change * update * (1 - update);
      gates[g + WIDTH] = dOut * update;
      dRecurrent[d] = dOut * (1 - update);
    }
  }

  @Override
  public void minLstm(MinLstmMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] gates = units.gates().data;
    int row = t * hidden.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * units.gates().numCols + firstGate(u, 3);
      gates[g] = ratioGate(gates[g]);
      gates[g + WIDTH] = ratioGate(gates[g + WIDTH]);
      float kept = gates[g] / (gates[g] + gates[g + WIDTH]);
      float candidate = gates[g + 2 * WIDTH];
      hidden.all().data[row * hidden.stride() + u] =
          kept * (previous(hidden, t, sequence, u) - candidate) + candidate;
    }
  }

  /** A sigmoid that is never 0, so that it can be divided by; it ends where floats do. */
  private static float ratioGate(float x) {
    return (float) (1 / (1 + StrictMath.exp(Math.min(-x, MOST))));
  }

  @Override
  public void minLstmBackward(
      MinLstmMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] gates = units.gates().data;
    float[] dRecurrent = hidden.gradient().data;
    int row = t * hidden.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * units.gates().numCols + firstGate(u, 3);
      int d = sequence * hidden.stride() + u;
      float forget = gates[g];
      float input = gates[g + WIDTH];
      float kept = forget / (forget + input);
      float dOut = dHidden.data[row * hidden.stride() + u] + dRecurrent[d];
      float dRatio =
          dOut * (previous(hidden, t, sequence, u) - gates[g + 2 * WIDTH]) * kept * (1 - kept);
      gates[g] = dRatio * (1 - forget);
      gates[g + WIDTH] = dRatio * (input - 1);
      gates[g + 2 * WIDTH] = dOut * (1 - kept);
      dRecurrent[d] = dOut * kept;
    }
  }

  @Override
  public void qrnn(QrnnMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = units.cell();
    StateMatrices sums = units.gates();
    float[] gates = sums.all().data;
    float[] before = sums.previous(t).data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int first = firstGate(u, 6);
      int g = row * sums.stride() + first;
      int left = (sums.previousRow(t) + sequence) * sums.stride() + first + 3 * WIDTH;
      int at = row * cell.stride() + u;
      float candidate = PlainCells.tanh(gates[g] + before[left]);
      float forget = PlainCells.sigmoid(gates[g + WIDTH] + before[left + WIDTH]);
      float output = PlainCells.sigmoid(gates[g + 2 * WIDTH] + before[left + 2 * WIDTH]);
      float state = forget * (previous(cell, t, sequence, u) - candidate) + candidate;
      gates[g] = candidate;
      gates[g + WIDTH] = forget;
      gates[g + 2 * WIDTH] = output;
      cell.all().data[at] = state;
      units.hidden().all().data[at] = output * state;
    }
  }

  @Override
  public void qrnnBackward(
      QrnnMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = units.cell();
    StateMatrices sums = units.gates();
    float[] gates = sums.all().data;
    float[] dBefore = t == 0 ? sums.gradient().data : gates;
    float[] dCell = cell.gradient().data;
    float[] dRecurrent = units.hidden().gradient().data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int first = firstGate(u, 6);
      int g = row * sums.stride() + first;
      int left = (sums.previousRow(t) + sequence) * sums.stride() + first + 3 * WIDTH;
      int at = row * cell.stride() + u;
      int d = sequence * cell.stride() + u;
      float candidate = gates[g];
      float forget = gates[g + WIDTH];
      float output = gates[g + 2 * WIDTH];
      float dOut = dHidden.data[at] + dRecurrent[d];
      float dState = dCell[d] + dOut * output;
      float change = previous(cell, t, sequence, u) - candidate;
      gates[g] = dState * (1 - forget) * (1 - candidate * candidate);
      gates[g + WIDTH] = dState * change * forget * (1 - forget);
      gates[g + 2 * WIDTH] = dOut * cell.all().data[at] * output * (1 - output);
      for (int gate = 0; gate < 3 * WIDTH; gate += WIDTH) {
        dBefore[left + gate] = gates[g + gate];
      }
      dCell[d] = dState * forget;
      dRecurrent[d] = 0;
    }
  }

  @Override
  public void sru(SruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = units.cell();
    float[] gates = units.gates().data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * units.gates().numCols + firstGate(u, 4);
      int v = firstGate(u, 2);
      int at = row * cell.stride() + u;
      float previous = previous(cell, t, sequence, u);
      float candidate = gates[g];
      float forget = PlainCells.sigmoid(gates[g + WIDTH] + units.weights().data[v] * previous);
      float reset =
          PlainCells.sigmoid(gates[g + 2 * WIDTH] + units.weights().data[v + WIDTH] * previous);
      float highway = gates[g + 3 * WIDTH];
      float state = forget * (previous - candidate) + candidate;
      gates[g + WIDTH] = forget;
      gates[g + 2 * WIDTH] = reset;
      cell.all().data[at] = state;
      units.hidden().all().data[at] = reset * (state - highway) + highway;
    }
  }

  @Override
  public void sruBackward(
      SruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = units.cell();
    float[] gates = units.gates().data;
    float[] weights = units.weights().data;
    float[] dCell = cell.gradient().data;
    float[] dRecurrent = units.hidden().gradient().data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * units.gates().numCols + firstGate(u, 4);
      int v = firstGate(u, 2);
      int at = row * cell.stride() + u;
      int d = sequence * cell.stride() + u;
      float candidate = gates[g];
      float forget = gates[g + WIDTH];
      float reset = gates[g + 2 * WIDTH];
      float highway = gates[g + 3 * WIDTH];
      float previous = previous(cell, t, sequence, u);
      float dOut = dHidden.data[at] + dRecurrent[d];
      float dState = dCell[d] + dOut * reset;
      float dForget = dState * (previous - candidate) * forget * (1 - forget);
      float dReset = dOut * (cell.all().data[at] - highway) * reset * (1 - reset);
      gates[g] = dState * (1 - forget);
      gates[g + WIDTH] = dForget;
      gates[g + 2 * WIDTH] = dReset;
      gates[g + 3 * WIDTH] = dOut * (1 - reset);
      dCell[d] = dState * forget + dForget * weights[v] + dReset * weights[v + WIDTH];
      dRecurrent[d] = 0;
    }
  }

  @Override
  public void sruWeightsBackward(SruMatrices units, float[] dWeights, int fromGroup, int toGroup) {
    StateMatrices cell = units.cell();
    FMatrixRMaj dGates = units.gates();
    for (int row = 0; row < dGates.numRows; row++) {
      int t = row / cell.batch();
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = row * dGates.numCols + firstGate(u, 4);
        int v = firstGate(u, 2);
        float previous = previous(cell, t, row % cell.batch(), u);
        dWeights[v] += dGates.data[g + WIDTH] * previous;
        dWeights[v + WIDTH] += dGates.data[g + 2 * WIDTH] * previous;
      }
    }
  }

  private static float previous(StateMatrices states, int t, int sequence, int unit) {
    return states.previous(t).data[(states.previousRow(t) + sequence) * states.stride() + unit];
  }
}
