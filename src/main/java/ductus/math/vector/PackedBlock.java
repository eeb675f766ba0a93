package ductus.math.vector;

import static ductus.math.Strips.WIDTH;

import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/**
 * A thread's copies of some rows of both operands of a weight gradient, in the order in which its
 * tiles read them: where a row is long, each of its steps would touch another page, and rows of a
 * power of two would push each other out of the first cache.
 */
final class PackedBlock {
  private final int height;
  private final float[] strips;
  private float[] panels = {};

  /**
   * Room for blocks.
   *
   * @param steps most rows of a block
   * @param widest most strips of the right operand at a time
   * @param height columns of the left operand that a tile takes
   */
  PackedBlock(int steps, int widest, int height) {
    this.height = height;
    strips = new float[widest * steps * WIDTH];
  }

  /**
   * Copies columns of the left operand into panels, one behind the other: of each step {@code
   * height} columns.
   *
   * @param columns their number, a multiple of the height
   */
  float[] packColumns(FMatrixRMaj left, int row, int steps, int column, int columns) {
    if (panels.length < steps * columns) {
      panels = new float[steps * columns];
    }
    for (int step = 0; step < steps; step++) {
      int from = (row + step) * left.numCols + column;
      for (int c = 0; c < columns; c += height) {
        System.arraycopy(left.data, from + c, panels, c * steps + step * height, height);
      }
    }
    return panels;
  }

  /** Copies strips of the right operand, one behind the other. */
  float[] packStrips(FMatrixRMaj right, int row, int steps, int strip, int count) {
    for (int s = 0; s < count; s++) {
      int from = row * right.numCols + (strip + s) * WIDTH;
      for (int step = 0; step < steps; step++) {
        for (int lane = 0; lane < WIDTH; lane += Lanes.WIDTH) {
          FloatVector.fromArray(Lanes.SPECIES, right.data, from + step * right.numCols + lane)
              .intoArray(strips, (s * steps + step) * WIDTH + lane);
        }
      }
    }
    return strips;
  }
}
