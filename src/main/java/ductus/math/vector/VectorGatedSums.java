package ductus.math.vector;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels;
import org.ejml.data.FMatrixRMaj;

/** Cells without a product of states, in vectors; what is done with a row stands with its cell. */
final class VectorGatedSums implements GatedSumKernels {
  @Override
  public void minGru(MinGruMatrices units, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.hidden().batch(); b++) {
      MinGruLanes.forward(units, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void minGruBackward(
      MinGruMatrices units, FMatrixRMaj dHidden, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.hidden().batch(); b++) {
      MinGruLanes.backward(units, dHidden, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void minLstm(MinLstmMatrices units, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.hidden().batch(); b++) {
      MinLstmLanes.gates(units, t, b, fromGroup, toGroup);
      MinLstmLanes.states(units, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void minLstmBackward(
      MinLstmMatrices units, FMatrixRMaj dHidden, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.hidden().batch(); b++) {
      MinLstmLanes.backward(units, dHidden, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void qrnn(QrnnMatrices units, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.cell().batch(); b++) {
      QrnnLanes.candidates(units, t, b, fromGroup, toGroup);
      QrnnLanes.gates(units, t, b, fromGroup, toGroup);
      QrnnLanes.states(units, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void qrnnBackward(
      QrnnMatrices units, FMatrixRMaj dHidden, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.cell().batch(); b++) {
      QrnnLanes.backward(units, dHidden, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void sru(SruMatrices units, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.cell().batch(); b++) {
      SruLanes.gates(units, t, b, fromGroup, toGroup);
      SruLanes.states(units, t, b, fromGroup, toGroup);
    }
  }

  @Override
  public void sruBackward(
      SruMatrices units, FMatrixRMaj dHidden, int t, int fromGroup, int toGroup) {
    for (int b = 0; b < units.cell().batch(); b++) {
      SruLanes.outputBackward(units, dHidden, t, b, fromGroup, toGroup);
      SruLanes.stateBackward(units, t, b, fromGroup, toGroup);
    }
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
