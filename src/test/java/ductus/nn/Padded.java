package ductus.nn;

import ductus.math.Strips;
import org.ejml.data.FMatrixRMaj;

/** Matrices with rows in whole strips, as layers pass them on, and without. */
public final class Padded {
  private Padded() {}

  /** A copy whose rows are filled up with zeros to whole strips. */
  public static FMatrixRMaj of(FMatrixRMaj matrix) {
    return resized(matrix, Strips.padded(matrix.numCols));
  }

  /** A copy of the first columns. */
  public static FMatrixRMaj plain(FMatrixRMaj matrix, int columns) {
    return resized(matrix, columns);
  }

  private static FMatrixRMaj resized(FMatrixRMaj matrix, int columns) {
    FMatrixRMaj result = new FMatrixRMaj(matrix.numRows, columns);
    for (int r = 0; r < matrix.numRows; r++) {
      System.arraycopy(
          matrix.data,
          r * matrix.numCols,
          result.data,
          r * columns,
          Math.min(columns, matrix.numCols));
    }
    return result;
  }
}
