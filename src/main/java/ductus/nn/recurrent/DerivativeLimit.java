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

  DerivativeLimit(GateLayout layout, Tape tape) {
    this.layout = layout;
    this.tape = tape;
  }

  /** Clips some sequences and groups of a time step. */
  void clip(
      FMatrixRMaj derivatives,
      int t,
      int fromSequence,
      int toSequence,
      int fromGroup,
      int toGroup) {
    float limit = tape.derivativeLimit();
    if (limit < Float.POSITIVE_INFINITY) {
      int width = layout.gates() * Strips.WIDTH;
      int row = t * tape.batch() + fromSequence;
      int rows = toSequence - fromSequence;
      tape.kernels().rows().clip(derivatives, row, rows, fromGroup * width, toGroup * width, limit);
    }
  }
}
