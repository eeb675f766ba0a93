package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.Tape;
import org.ejml.data.FMatrixRMaj;

/**
 * Clips the derivatives of a run's pre-activations where its tape has a limit for them (Graves
 * 2013, §2.1). What a time step hands on to weights, to its input and to the hidden states of the
 * step before is clipped; what goes from gate to gate within a step, and from cell state to cell
 * state, is not.
 */
final class DerivativeLimit {
  private final GateLayout layout;
  private final Tape tape;
  private final float[] unclipped;

  DerivativeLimit(GateLayout layout, Tape tape) {
    this.layout = layout;
    this.tape = tape;
    unclipped = new float[layout.paddedColumns()];
  }

  /** Whether there is one. */
  boolean isSet() {
    return tape.derivativeLimit() < Float.POSITIVE_INFINITY;
  }

  /**
   * Where a kernel is to sum derivatives that are clipped behind it only.
   *
   * @param sum where they go without a limit
   */
  float[] kernelSum(float[] sum) {
    return isSet() ? unclipped : sum;
  }

  /** Clips some groups of some rows. */
  void clip(FMatrixRMaj derivatives, int row, int rows, int fromGroup, int toGroup) {
    if (isSet()) {
      int width = layout.gates() * Strips.WIDTH;
      tape.kernels()
          .rows()
          .clip(derivatives, row, rows, fromGroup * width, toGroup * width, tape.derivativeLimit());
    }
  }

  /** Clips some groups of a time step, and adds them to the gradient of the bias, as kernels do. */
  void clipAndSum(FMatrixRMaj derivatives, int t, float[] dBias, int fromGroup, int toGroup) {
    if (isSet()) {
      int row = t * tape.batch();
      int width = layout.gates() * Strips.WIDTH;
      clip(derivatives, row, tape.batch(), fromGroup, toGroup);
      tape.kernels()
          .rows()
          .add(derivatives, row, tape.batch(), dBias, fromGroup * width, toGroup * width);
    }
  }
}
