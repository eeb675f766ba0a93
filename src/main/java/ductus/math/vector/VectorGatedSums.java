package ductus.math.vector;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels;
import org.ejml.data.FMatrixRMaj;

/** Cells without a product of states, in vectors; what is done with a row stands with its cell. */
final class VectorGatedSums implements GatedSumKernels {
  @Override
  public void minGru(MinGruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    MinGruLanes.forward(units, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void minGruBackward(
      MinGruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    MinGruLanes.backward(units, dHidden, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void minLstm(MinLstmMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    MinLstmLanes.gates(units, t, sequence, fromGroup, toGroup);
    MinLstmLanes.states(units, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void minLstmBackward(
      MinLstmMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    MinLstmLanes.backward(units, dHidden, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void qrnn(QrnnMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    QrnnLanes.candidates(units, t, sequence, fromGroup, toGroup);
    QrnnLanes.gates(units, t, sequence, fromGroup, toGroup);
    QrnnLanes.states(units, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void qrnnBackward(
      QrnnMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    QrnnLanes.backward(units, dHidden, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void sru(SruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    SruLanes.gates(units, t, sequence, fromGroup, toGroup);
    SruLanes.states(units, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void sruBackward(
      SruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    SruLanes.outputBackward(units, dHidden, t, sequence, fromGroup, toGroup);
    SruLanes.stateBackward(units, t, sequence, fromGroup, toGroup);
  }

  @Override
  public void sruWeightsBackward(SruMatrices units, float[] dWeights, int fromGroup, int toGroup) {
    StateMatrices cell = units.cell();
    for (int row = 0; row < units.gates().numRows; row++) {
      int t = row / cell.batch();
      SruLanes.weightsBackward(units, dWeights, t, row % cell.batch(), fromGroup, toGroup);
    }
  }
}
