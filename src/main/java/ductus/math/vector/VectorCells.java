package ductus.math.vector;

import static ductus.math.Strips.WIDTH;

import ductus.math.CellKernels;
import org.ejml.data.FMatrixRMaj;

/** Recurrent cells in vectors; what is done with a row of units stands with its cell. */
final class VectorCells implements CellKernels {
  @Override
  public void lstm(LstmMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    LstmLanes.activate(cells, t, sequence, fromGroup, toGroup);
    LstmLanes.states(cells, t, sequence, fromGroup, toGroup);
    LstmLanes.outputs(cells, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void lstmBackward(
      LstmMatrices cells, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    LstmLanes.outputGate(cells, dHidden, t, sequence, fromGroup, toGroup);
    LstmLanes.inputGates(cells, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void gru(GruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    GruLanes.resetAndUpdate(units, t, sequence, fromGroup, toGroup);
    GruLanes.candidates(units, t, sequence, fromGroup, toGroup);
    GruLanes.outputs(units, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void gruBackward(
      GruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    GruLanes.backward(units, dHidden, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void elman(ElmanMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    float[] sums = units.sums().data;
    float[] hidden = units.hidden().all().data;
    int row = (t * units.hidden().batch() + sequence) * units.hidden().stride();
    int end = row + toGroup * WIDTH;
    for (int at = row + fromGroup * WIDTH; at < end; at += Lanes.WIDTH) {
      if (units.rectified()) {
        ElmanLanes.rectify(sums, hidden, at);
      } else {
        ElmanLanes.squash(sums, hidden, at);
      }
    }
  }

  @Override
  public void elmanBackward(
      ElmanMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    if (units.rectified()) {
      ElmanLanes.rectifyBackward(units, dHidden, t, sequence, fromGroup, toGroup);
    } else {
      ElmanLanes.squashBackward(units, dHidden, t, sequence, fromGroup, toGroup);
    }
  }
}
