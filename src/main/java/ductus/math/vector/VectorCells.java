package ductus.math.vector;

import static ductus.math.Strips.WIDTH;

import ductus.math.CellKernels;
import org.ejml.data.FMatrixRMaj;

/** Recurrent cells in vectors: the loops; what is done with one vector stands with its cell. */
final class VectorCells implements CellKernels {
  @Override
  public void lstm(LstmMatrices cells, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < cells.cell().batch(); b++) {
      LstmLanes.activate(cells, t, b, fromGroup, toGroup);
      LstmLanes.states(cells, t, b, fromGroup, toGroup);
      LstmLanes.outputs(cells, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void lstmBackward(
      LstmMatrices cells, FMatrixRMaj dHidden, float[] dBias, int t, int fromGroup, int toGroup) {
    int from = fromGroup * 4 * WIDTH;
    int length = (toGroup - fromGroup) * 4 * WIDTH;
    for (int b = 0; b < cells.cell().batch(); b++) {
      int gates = (t * cells.cell().batch() + b) * cells.gates().numCols;
      LstmLanes.outputGate(cells, dHidden, t, b, fromGroup, toGroup);
      LstmLanes.inputGates(cells, t, b, fromGroup, toGroup);
      Lanes.add(cells.gates().data, gates + from, dBias, from, length);
    }
  }

  @Override
  public void gru(GruMatrices units, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.hidden().batch(); b++) {
      GruLanes.resetAndUpdate(units, t, b, fromGroup, toGroup);
      GruLanes.candidates(units, t, b, fromGroup, toGroup);
      GruLanes.outputs(units, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void gruBackward(
      GruMatrices units, FMatrixRMaj dHidden, float[] dBias, int t, int fromGroup, int toGroup) {
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      GruLanes.backward(units, dHidden, dBias, t, lane);
    }
  }

  @Override
  public void elman(ElmanMatrices units, int t, int fromGroup, int toGroup) {
    float[] sums = units.sums().data;
    float[] hidden = units.hidden().all().data;
    int stride = units.hidden().stride();
    for (int row = t * units.hidden().batch(); row < (t + 1) * units.hidden().batch(); row++) {
      int end = row * stride + toGroup * WIDTH;
      for (int at = row * stride + fromGroup * WIDTH; at < end; at += Lanes.WIDTH) {
        if (units.rectified()) {
          ElmanLanes.rectify(sums, hidden, at);
        } else {
          ElmanLanes.squash(sums, hidden, at);
        }
      }
    }
  }

  @Override
  public void elmanBackward(
      ElmanMatrices units, FMatrixRMaj dHidden, float[] dBias, int t, int fromGroup, int toGroup) {
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      if (units.rectified()) {
        ElmanLanes.rectifyBackward(units, dHidden, dBias, t, lane);
      } else {
        ElmanLanes.squashBackward(units, dHidden, dBias, t, lane);
      }
    }
  }
}
