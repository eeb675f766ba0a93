package ductus.math.vector;

import static ductus.math.Strips.WIDTH;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * A thread's copy of the last rows of a left operand, where they are too few for a tile, and of
 * what they are added to: filled up with zeros to a whole tile. One by one each of them would read
 * all weights again, which takes far longer than some sums that nobody wants.
 */
final class LastRows {
  private final float[] sums;
  private float[] left = {};

  /**
   * Room for the sums of a tile.
   *
   * @param rows of the highest one
   * @param strips of the widest one
   */
  LastRows(int rows, int strips) {
    sums = new float[rows * strips * WIDTH];
  }

  /**
   * Copies rows of a left operand, one behind the other.
   *
   * @param inputs floats of a row
   * @param height rows of the tile, zeros behind the last
   */
  float[] takeLeft(FMatrixRMaj input, int row, int rows, int inputs, int height) {
    if (left.length < height * inputs) {
      left = new float[height * inputs];
    }
    for (int r = 0; r < rows; r++) {
      System.arraycopy(input.data, (row + r) * input.numCols, left, r * inputs, inputs);
    }
    Arrays.fill(left, rows * inputs, height * inputs, 0);
    return left;
  }

  /**
   * Copies what some strips of the rows have so far, one row behind the other.
   *
   * @param offset of the first row in the output
   * @param width floats of these strips
   */
  float[] takeSums(FMatrixRMaj output, int offset, int rows, int width) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(output.data, offset + r * output.numCols, sums, r * width, width);
    }
    return sums;
  }

  /** Puts back what {@link #takeSums} took. */
  void putSums(FMatrixRMaj output, int offset, int rows, int width) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(sums, r * width, output.data, offset + r * output.numCols, width);
    }
  }
}
