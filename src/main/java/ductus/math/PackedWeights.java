package ductus.math;

import static ductus.math.Strips.WIDTH;

import org.ejml.data.FMatrixRMaj;

/**
 * A weight matrix [K×N] laid out in strips for {@link Products#multiply}: strip after strip, each K
 * rows of 16 floats, zeros where the matrix has no column. A product that goes along K then reads
 * memory in order, whatever strips it takes together. A copy: repack it when the weights have
 * changed.
 */
public final class PackedWeights {
  private final int rows;
  private final int columns;
  private final float[] data;

  /** Room for a matrix of K = {@code rows} by N = {@code columns}, all zero. */
  public PackedWeights(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    data = new float[Math.multiplyExact(Strips.padded(columns), rows)];
  }

  /** Inner size K. */
  public int rows() {
    return rows;
  }

  /** Columns N. */
  public int columns() {
    return columns;
  }

  /** Number of strips. */
  public int strips() {
    return Strips.of(columns);
  }

  /** The strips' floats, for kernels only. */
  public float[] data() {
    return data;
  }

  /** Copies some strips of a matrix [K×N]. */
  public void pack(FMatrixRMaj matrix, int fromStrip, int toStrip) {
    requireShape(matrix, rows, columns);
    for (int strip = fromStrip; strip < toStrip; strip++) {
      int column = strip * WIDTH;
      packStrip(matrix, column, Math.min(WIDTH, columns - column), strip);
    }
  }

  /** Copies some groups of a matrix [K×G·H], its columns interleaved as {@link GateLayout} says. */
  public void pack(FMatrixRMaj matrix, GateLayout layout, int fromGroup, int toGroup) {
    requireShape(matrix, rows, layout.columns());
    for (int group = fromGroup; group < toGroup; group++) {
      for (int gate = 0; gate < layout.gates(); gate++) {
        packStrip(
            matrix, layout.column(group, gate), layout.units(group), group * layout.gates() + gate);
      }
    }
  }

  private void packStrip(FMatrixRMaj matrix, int column, int width, int strip) {
    int to = strip * rows * WIDTH;
    for (int k = 0; k < rows; k++) {
      System.arraycopy(matrix.data, k * matrix.numCols + column, data, to, width);
      to += WIDTH;
    }
  }

  /** Copies some strips of the transpose of a matrix [N×K]. */
  public void packTransposed(FMatrixRMaj matrix, int fromStrip, int toStrip) {
    requireShape(matrix, columns, rows);
    for (int k = 0; k < rows; k += WIDTH) {
      packTransposed(matrix, k, k, Math.min(WIDTH, rows - k), fromStrip, toStrip);
    }
  }

  /**
   * Copies some strips of the transpose of a matrix [N×G·H], whose interleaved columns become the
   * rows K.
   */
  public void packTransposed(FMatrixRMaj matrix, GateLayout layout, int fromStrip, int toStrip) {
    requireShape(matrix, columns, layout.columns());
    for (int group = 0; group < layout.groups(); group++) {
      for (int gate = 0; gate < layout.gates(); gate++) {
        int k = (group * layout.gates() + gate) * WIDTH;
        packTransposed(
            matrix, k, layout.column(group, gate), layout.units(group), fromStrip, toStrip);
      }
    }
  }

  /** Rows k … k+count of the packed matrix from as many columns of the source. */
  private void packTransposed(
      FMatrixRMaj matrix, int k, int column, int count, int fromStrip, int toStrip) {
    for (int strip = fromStrip; strip < toStrip; strip++) {
      int width = Math.min(WIDTH, columns - strip * WIDTH);
      int to = (strip * rows + k) * WIDTH;
      for (int j = 0; j < width; j++) {
        int from = (strip * WIDTH + j) * matrix.numCols + column;
        for (int i = 0; i < count; i++) {
          data[to + i * WIDTH + j] = matrix.data[from + i];
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
