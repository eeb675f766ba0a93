package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Collects the gradient of a weight matrix [K×G·H] with its columns interleaved, as the products
 * leave it, and adds it to the parameter's gradient at the end. Each thread works on the groups of
 * its own.
 */
final class WeightGradient {
  private final GateLayout layout;
  private final Tape tape;
  private final int rows;
  private final FMatrixRMaj gradient;
  private final float[] interleaved;

  /** Room for the gradient of a parameter. */
  WeightGradient(Parameter weights, GateLayout layout, Tape tape) {
    this.layout = layout;
    this.tape = tape;
    rows = weights.value().numRows;
    gradient = tape.gradient(weights);
    interleaved = new float[Math.multiplyExact(rows, layout.paddedColumns())];
  }

  /** Sets the columns of some groups to zero. */
  void clear(int fromGroup, int toGroup) {
    int width = layout.gates() * Strips.WIDTH;
    for (int k = 0; k < rows; k++) {
      int row = k * layout.paddedColumns();
      Arrays.fill(interleaved, row + fromGroup * width, row + toGroup * width, 0);
    }
  }

  /**
   * Adds left[R×K]ᵀ · right[R×G·H], the columns of some groups.
   *
   * @param left not modified
   * @param right interleaved, not modified
   */
  void add(
      FMatrixRMaj left,
      int leftRow,
      FMatrixRMaj right,
      int rightRow,
      int count,
      int fromGroup,
      int toGroup) {
    tape.kernels()
        .products()
        .addTransposed(
            left.data,
            leftRow * left.numCols,
            left.numCols,
            rows,
            right.data,
            rightRow * right.numCols,
            right.numCols,
            count,
            fromGroup * layout.gates(),
            toGroup * layout.gates(),
            interleaved,
            0,
            layout.paddedColumns());
  }

  /** Adds what was collected to the parameter's gradient. */
  void finish(int fromGroup, int toGroup) {
    layout.addTo(interleaved, gradient.data, rows, fromGroup, toGroup);
  }
}
