package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.nn.Rows;
import ductus.nn.Tape;
import org.ejml.data.FMatrixRMaj;

/**
 * Cell states of a run: before the first time step, at each, and their gradient on the way back.
 */
public final class CellStates {
  private final GateLayout layout;
  private final Tape tape;
  private final FMatrixRMaj initial = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj all = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj gradient = new FMatrixRMaj(0, 0);

  CellStates(GateLayout layout, Tape tape) {
    this.layout = layout;
    this.tape = tape;
  }

  /** Takes the shape of a pass. */
  void begin() {
    initial.reshape(tape.batch(), layout.paddedUnits());
    all.reshape(tape.rows(), layout.paddedUnits());
    gradient.reshape(tape.batch(), layout.paddedUnits());
  }

  /** Before the first time step [B×H]. */
  FMatrixRMaj initial() {
    return initial;
  }

  /** Of all time steps [T×B×H]. */
  FMatrixRMaj all() {
    return all;
  }

  /** Gradient from the next time step [B×H]. */
  FMatrixRMaj gradient() {
    return gradient;
  }

  /** Array of the states before a time step. */
  float[] previous(int t) {
    return t == 0 ? initial.data : all.data;
  }

  /** Where they begin. */
  int previousOffset(int t) {
    return t == 0 ? 0 : (t - 1) * tape.batch() * all.numCols;
  }

  /** Reads a sequence's state before the first time step. */
  void read(int sequence, float[] state, int offset) {
    Rows.fill(state, offset, initial, sequence, layout.hiddenSize());
  }

  /** Writes a sequence's state behind the last time step. */
  void write(int sequence, float[] state, int offset) {
    int row = tape.rows() - tape.batch() + sequence;
    System.arraycopy(all.data, row * all.numCols, state, offset, layout.hiddenSize());
  }

  /** Starts the way back with a gradient of zero. */
  void beginBackward() {
    gradient.zero();
  }

  /** Reads the gradient of a sequence's state behind the last time step. */
  void readGradient(int sequence, float[] state, int offset) {
    Rows.fill(state, offset, gradient, sequence, layout.hiddenSize());
  }

  /** Writes the gradient of a sequence's state before the first time step. */
  void writeGradient(int sequence, float[] state, int offset) {
    System.arraycopy(
        gradient.data, sequence * gradient.numCols, state, offset, layout.hiddenSize());
  }
}
