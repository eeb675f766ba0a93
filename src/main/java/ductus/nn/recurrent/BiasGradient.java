package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.Tape;
import org.ejml.data.FMatrixRMaj;

/**
 * Sums the gradients of a run's pre-activations for a bias, once the way back is done: from the end
 * in the order in which LSTM, GRU and Elman cells summed them while they went back, so that their
 * weights keep their bits; from the start in the other cells.
 */
final class BiasGradient {
  private BiasGradient() {}

  /**
   * Adds the rows of some groups, from the last time step to the first.
   *
   * @param rows [T×B×G·H] interleaved
   * @param sum [G·H] interleaved, added to
   */
  static void addFromEnd(
      Tape tape, GateLayout layout, FMatrixRMaj rows, float[] sum, int fromGroup, int toGroup) {
    int width = layout.gates() * Strips.WIDTH;
    for (int t = tape.time() - 1; t >= 0; t--) {
      int row = t * tape.batch();
      tape.kernels().rows().add(rows, row, tape.batch(), sum, fromGroup * width, toGroup * width);
    }
  }

  /** Adds the rows of some groups, from the first time step to the last. */
  static void addFromStart(
      Tape tape, GateLayout layout, FMatrixRMaj rows, float[] sum, int fromGroup, int toGroup) {
    int width = layout.gates() * Strips.WIDTH;
    tape.kernels().rows().add(rows, 0, tape.rows(), sum, fromGroup * width, toGroup * width);
  }
}
