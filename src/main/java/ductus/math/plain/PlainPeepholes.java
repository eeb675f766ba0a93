package ductus.math.plain;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.plain.PlainCells.sigmoid;
import static ductus.math.plain.PlainCells.tanh;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.PeepholeKernels;
import org.ejml.data.FMatrixRMaj;

/** The LSTM cell in two halves, in scalar loops. */
final class PlainPeepholes implements PeepholeKernels {
  @Override
  public void state(PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = cells.lstm().cell();
    FMatrixRMaj gates = cells.lstm().gates();
    float[] peepholes = cells.peepholes().data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * gates.numCols + firstGate(u, 4);
      int p = firstGate(u, 3);
      float previous = cell.previous(t).data[(cell.previousRow(t) + sequence) * cell.stride() + u];
      float input = sigmoid(gates.data[g] + peepholes[p] * previous);
      float forget = sigmoid(gates.data[g + WIDTH] + peepholes[p + WIDTH] * previous);
      float candidate = tanh(gates.data[g + 2 * WIDTH]);
      gates.data[g] = input;
      gates.data[g + WIDTH] = forget;
      gates.data[g + 2 * WIDTH] = candidate;
      cell.all().data[row * cell.stride() + u] = forget * previous + input * candidate;
    }
  }

  @Override
  public void output(PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = cells.lstm().cell();
    FMatrixRMaj gates = cells.lstm().gates();
    float[] squashed = cells.lstm().squashed().data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int o = row * gates.numCols + firstGate(u, 4) + 3 * WIDTH;
      int at = row * cell.stride() + u;
      float peephole = cells.peepholes().data[firstGate(u, 3) + 2 * WIDTH];
      gates.data[o] = sigmoid(gates.data[o] + peephole * cell.all().data[at]);
      squashed[at] = tanh(squashed[at]);
      cells.lstm().hidden().all().data[at] = gates.data[o] * squashed[at];
    }
  }

  @Override
  public void outputBackward(
      PeepholeMatrices cells,
      FMatrixRMaj dHidden,
      int t,
      int sequence,
      int fromGroup,
      int toGroup) {
    StateMatrices cell = cells.lstm().cell();
    FMatrixRMaj gates = cells.lstm().gates();
    float[] squashed = cells.lstm().squashed().data;
    float[] dRecurrent = cells.lstm().hidden().gradient().data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int o = row * gates.numCols + firstGate(u, 4) + 3 * WIDTH;
      int at = row * cell.stride() + u;
      int d = sequence * cell.stride() + u;
      float output = gates.data[o];
      float tanh = squashed[at];
      float dOut = dHidden.data[at] + dRecurrent[d];
      gates.data[o] = dOut * tanh * output * (1 - output);
      squashed[at] = dOut * output * (1 - tanh * tanh);
      cell.gradient().data[d] +=
          gates.data[o] * cells.peepholes().data[firstGate(u, 3) + 2 * WIDTH];
      dRecurrent[d] = 0;
    }
  }

  @Override
  public void stateBackward(
      PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices cell = cells.lstm().cell();
    float[] gates = cells.lstm().gates().data;
    float[] peepholes = cells.peepholes().data;
    int row = t * cell.batch() + sequence;
    for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
      int g = row * cells.lstm().gates().numCols + firstGate(u, 4);
      int p = firstGate(u, 3);
      int d = sequence * cell.stride() + u;
      float input = gates[g];
      float forget = gates[g + WIDTH];
      float candidate = gates[g + 2 * WIDTH];
      float dState = cell.gradient().data[d];
      float previous = cell.previous(t).data[(cell.previousRow(t) + sequence) * cell.stride() + u];
      gates[g] = dState * candidate * input * (1 - input);
      gates[g + WIDTH] = dState * previous * forget * (1 - forget);
      gates[g + 2 * WIDTH] = dState * input * (1 - candidate * candidate);
      cell.gradient().data[d] =
          dState * forget + gates[g] * peepholes[p] + gates[g + WIDTH] * peepholes[p + WIDTH];
    }
  }

  @Override
  public void weightsBackward(
      PeepholeMatrices cells, float[] dPeepholes, int fromGroup, int toGroup) {
    StateMatrices cell = cells.lstm().cell();
    FMatrixRMaj dGates = cells.lstm().gates();
    for (int row = 0; row < dGates.numRows; row++) {
      int t = row / cell.batch();
      int before = (cell.previousRow(t) + row % cell.batch()) * cell.stride();
      for (int u = fromGroup * WIDTH; u < toGroup * WIDTH; u++) {
        int g = row * dGates.numCols + firstGate(u, 4);
        int p = firstGate(u, 3);
        float previous = cell.previous(t).data[before + u];
        dPeepholes[p] += dGates.data[g] * previous;
        dPeepholes[p + WIDTH] += dGates.data[g + WIDTH] * previous;
        dPeepholes[p + 2 * WIDTH] +=
            dGates.data[g + 3 * WIDTH] * cell.all().data[row * cell.stride() + u];
      }
    }
  }
}
