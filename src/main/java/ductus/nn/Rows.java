package ductus.nn;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** Rows of matrices in whole strips. */
public final class Rows {
  private Rows() {}

  /** Copies {@code length} floats into a row, and zeros behind them. */
  public static void fill(float[] from, int offset, FMatrixRMaj matrix, int row, int length) {
    int to = row * matrix.numCols;
    System.arraycopy(from, offset, matrix.data, to, length);
    Arrays.fill(matrix.data, to + length, to + matrix.numCols, 0);
  }

  /** Copies one row to some rows, some columns. */
  public static void repeat(
      float[] row, FMatrixRMaj matrix, int fromRow, int rows, int fromColumn, int toColumn) {
    for (int r = fromRow; r < fromRow + rows; r++) {
      System.arraycopy(
          row, fromColumn, matrix.data, r * matrix.numCols + fromColumn, toColumn - fromColumn);
    }
  }

  /**
   * Adds some rows in whole strips to the same rows without.
   *
   * @param padded not modified
   */
  public static void addTo(FMatrixRMaj matrix, FMatrixRMaj padded, int fromRow, int toRow) {
    for (int r = fromRow; r < toRow; r++) {
      for (int c = 0; c < matrix.numCols; c++) {
        matrix.data[r * matrix.numCols + c] += padded.data[r * padded.numCols + c];
      }
    }
  }

  /** Copies some columns of some rows to other columns. */
  public static void copy(
      FMatrixRMaj from,
      int fromColumn,
      FMatrixRMaj to,
      int toColumn,
      int columns,
      int fromRow,
      int toRow) {
    for (int r = fromRow; r < toRow; r++) {
      System.arraycopy(
          from.data, r * from.numCols + fromColumn, to.data, r * to.numCols + toColumn, columns);
    }
  }

  /** Adds some columns of some rows to other columns. */
  public static void add(
      FMatrixRMaj from,
      int fromColumn,
      FMatrixRMaj to,
      int toColumn,
      int columns,
      int fromRow,
      int toRow) {
    for (int r = fromRow; r < toRow; r++) {
      int in = r * from.numCols + fromColumn;
      int out = r * to.numCols + toColumn;
      for (int c = 0; c < columns; c++) {
        to.data[out + c] += from.data[in + c];
      }
    }
  }

  /** Sets some columns of some rows to zero. */
  public static void clear(
      FMatrixRMaj matrix, int fromRow, int rows, int fromColumn, int toColumn) {
    for (int r = fromRow; r < fromRow + rows; r++) {
      int row = r * matrix.numCols;
      Arrays.fill(matrix.data, row + fromColumn, row + toColumn, 0);
    }
  }
}
