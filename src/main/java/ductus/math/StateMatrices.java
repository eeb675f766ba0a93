package ductus.math;

import org.ejml.data.FMatrixRMaj;

/**
 * The matrices of a state that recurrent units carry through a pass, all of one stride.
 *
 * @param initial before the first time step [B×H]
 * @param all behind each time step [T×B×H]
 * @param gradient on the way back, from the next time step [B×H]
 */
public record StateMatrices(FMatrixRMaj initial, FMatrixRMaj all, FMatrixRMaj gradient) {
  /** Sequences, B. */
  public int batch() {
    return initial.numRows;
  }

  /** Floats from one row to the next. */
  public int stride() {
    return all.numCols;
  }

  /** The matrix in which the states before a time step stand. */
  public FMatrixRMaj previous(int t) {
    return t == 0 ? initial : all;
  }

  /** Row of that matrix in which they begin. */
  public int previousRow(int t) {
    return t == 0 ? 0 : (t - 1) * batch();
  }
}
