package ductus.nn;

import ductus.math.RowKernels;
import org.ejml.data.FMatrixRMaj;

/**
 * Rows of a table, several a time step, whose sum is the input: [T×B×P] from the start of an array,
 * negative where there is none. Holds the array itself.
 */
public final class Indices {
  private final int perStep;
  private final int[] rows;

  /** Indices, {@code perStep} of them (P) a time step. */
  public Indices(int[] rows, int perStep) {
    this.rows = rows;
    this.perStep = perStep;
  }

  /** Number of indices a time step, P. */
  public int perStep() {
    return perStep;
  }

  /** The array that was given. */
  public int[] rows() {
    return rows;
  }

  /** Adds a row's rows of a table to that row of an output, the columns from … to. */
  public void gather(
      FMatrixRMaj table, FMatrixRMaj output, int row, int from, int to, RowKernels kernels) {
    for (int p = row * perStep; p < (row + 1) * perStep; p++) {
      if (rows[p] >= 0) {
        kernels.addRow(table, rows[p], output, row, from, to);
      }
    }
  }

  /** Goes back through {@link #gather}: adds a row of values to its rows of a table. */
  public void scatter(
      FMatrixRMaj values, FMatrixRMaj table, int row, int from, int to, RowKernels kernels) {
    for (int p = row * perStep; p < (row + 1) * perStep; p++) {
      if (rows[p] >= 0) {
        kernels.addRow(values, row, table, rows[p], from, to);
      }
    }
  }
}
