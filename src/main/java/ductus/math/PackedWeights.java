package ductus.math;

import org.ejml.data.FMatrixRMaj;

/**
 * A weight matrix [K×N] laid out in panels of 64 columns for {@link Products#multiply}: panel after
 * panel, each K rows of 64 floats, zeros where the matrix has no column. A copy: repack it when the
 * weights have changed.
 */
public final class PackedWeights {
  /** Columns of a panel: four vectors of 16 floats. */
  public static final int PANEL = 64;

  private final int rows;
  private final int columns;
  private final float[] data;

  /** Room for a matrix of K = {@code rows} by N = {@code columns}, all zero. */
  public PackedWeights(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    data = new float[Math.multiplyExact(Math.multiplyExact(panels(columns), PANEL), rows)];
  }

  /** Number of panels that hold so many columns. */
  public static int panels(int columns) {
    return (columns + PANEL - 1) / PANEL;
  }

  /** Inner size K. */
  public int rows() {
    return rows;
  }

  /** Columns N. */
  public int columns() {
    return columns;
  }

  /** Number of panels. */
  public int panels() {
    return panels(columns);
  }

  /** The panels' floats, for kernels only. */
  public float[] data() {
    return data;
  }

  /** Copies some panels of a matrix [K×N]. */
  public void pack(FMatrixRMaj matrix, int fromPanel, int toPanel) {
    requireShape(matrix, rows, columns);
    for (int panel = fromPanel; panel < toPanel; panel++) {
      int column = panel * PANEL;
      int width = Math.min(PANEL, columns - column);
      for (int k = 0; k < rows; k++) {
        System.arraycopy(
            matrix.data, k * columns + column, data, (panel * rows + k) * PANEL, width);
      }
    }
  }

  /** Copies some panels of the transpose of a matrix [N×K]. */
  public void packTransposed(FMatrixRMaj matrix, int fromPanel, int toPanel) {
    requireShape(matrix, columns, rows);
    for (int k = 0; k < rows; k += Kernels.GATE_LANES) {
      packTransposed(matrix, k, k, Math.min(Kernels.GATE_LANES, rows - k), fromPanel, toPanel);
    }
  }

  /** Copies some panels of a matrix [K×4H], its columns interleaved as {@link GateLayout} says. */
  public void pack(FMatrixRMaj matrix, GateLayout gates, int fromPanel, int toPanel) {
    requireShape(matrix, rows, gates.columns());
    for (int panel = fromPanel; panel < toPanel; panel++) {
      int units = gates.units(panel);
      for (int k = 0; k < rows; k++) {
        for (int gate = 0; gate < GateLayout.GATES; gate++) {
          System.arraycopy(
              matrix.data,
              k * gates.columns() + gates.column(panel, gate),
              data,
              (panel * rows + k) * PANEL + gate * Kernels.GATE_LANES,
              units);
        }
      }
    }
  }

  /**
   * Copies some panels of the transpose of a matrix [N×4H], whose interleaved columns become the
   * rows K.
   */
  public void packTransposed(FMatrixRMaj matrix, GateLayout gates, int fromPanel, int toPanel) {
    requireShape(matrix, columns, gates.columns());
    for (int group = 0; group < gates.panels(); group++) {
      for (int gate = 0; gate < GateLayout.GATES; gate++) {
        int k = group * PANEL + gate * Kernels.GATE_LANES;
        packTransposed(
            matrix, k, gates.column(group, gate), gates.units(group), fromPanel, toPanel);
      }
    }
  }

  /** Rows k … k+count of the packed matrix from as many columns of the source. */
  private void packTransposed(
      FMatrixRMaj matrix, int k, int column, int count, int fromPanel, int toPanel) {
    for (int panel = fromPanel; panel < toPanel; panel++) {
      int width = Math.min(PANEL, columns - panel * PANEL);
      int to = (panel * rows + k) * PANEL;
      for (int j = 0; j < width; j++) {
        int from = (panel * PANEL + j) * matrix.numCols + column;
        for (int i = 0; i < count; i++) {
          data[to + i * PANEL + j] = matrix.data[from + i];
        }
      }
    }
  }

  private static void requireShape(FMatrixRMaj matrix, int rows, int columns) {
    if (matrix.numRows != rows || matrix.numCols != columns) {
      throw new IllegalArgumentException(
          "matrix must be %d×%d but was %d×%d"
              .formatted(rows, columns, matrix.numRows, matrix.numCols));
    }
  }
}
