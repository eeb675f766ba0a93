package ductus.math.plain;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels;
import org.ejml.data.FMatrixRMaj;

/** Cells without a product of states, in scalar loops. */
final class PlainGatedSums implements GatedSumKernels {
  @Override
  public void minGru(MinGruMatrices units, int t, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] gates = units.gates().data;
    for (int b = 0; b < hidden.batch(); b++) {
      int row = t * hidden.batch() + b;
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = row * units.gates().numCols + firstGate(u, 2);
        float previous = previous(hidden, t, b, u);
        gates[g] = PlainCells.sigmoid(gates[g]);
        hidden.all().data[row * hidden.stride() + u] =
            gates[g] * (gates[g + WIDTH] - previous) + previous;
      }
    }
  }

  @Override
  public void minGruBackward(
      MinGruMatrices units, FMatrixRMaj dHidden, int t, int fromGroup, int toGroup) {
    StateMatrices hidden = units.hidden();
    float[] gates = units.gates().data;
    float[] dRecurrent = hidden.gradient().data;
    for (int b = 0; b < hidden.batch(); b++) {
      int row = t * hidden.batch() + b;
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = row * units.gates().numCols + firstGate(u, 2);
        int d = b * hidden.stride() + u;
        float update = gates[g];
        float dOut = dHidden.data[row * hidden.stride() + u] + dRecurrent[d];
        float change = gates[g + WIDTH] - previous(hidden, t, b, u);
        gates[g] = dOut * change * update * (1 - update);
        gates[g + WIDTH] = dOut * update;
        dRecurrent[d] = dOut * (1 - update);
      }
    }
  }

  @Override
  public void sru(SruMatrices units, int t, int fromGroup, int toGroup) {
    StateMatrices cell = units.cell();
    float[] gates = units.gates().data;
    for (int b = 0; b < cell.batch(); b++) {
      int row = t * cell.batch() + b;
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = row * units.gates().numCols + firstGate(u, 4);
        int v = firstGate(u, 2);
        int at = row * cell.stride() + u;
        float previous = previous(cell, t, b, u);
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
  }

  @Override
  public void sruBackward(
      SruMatrices units, FMatrixRMaj dHidden, int t, int fromGroup, int toGroup) {
    StateMatrices cell = units.cell();
    float[] gates = units.gates().data;
    float[] weights = units.weights().data;
    float[] dCell = cell.gradient().data;
    float[] dRecurrent = units.hidden().gradient().data;
    for (int b = 0; b < cell.batch(); b++) {
      int row = t * cell.batch() + b;
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = row * units.gates().numCols + firstGate(u, 4);
        int v = firstGate(u, 2);
        int at = row * cell.stride() + u;
        int d = b * cell.stride() + u;
        float candidate = gates[g];
        float forget = gates[g + WIDTH];
        float reset = gates[g + 2 * WIDTH];
        float highway = gates[g + 3 * WIDTH];
        float previous = previous(cell, t, b, u);
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
