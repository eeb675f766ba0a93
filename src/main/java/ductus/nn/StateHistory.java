package ductus.nn;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.Strips;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A part of a layer's state in a run: before the first time step, at each, and its gradient on the
 * way back. All in whole strips.
 */
public final class StateHistory implements CarriedState {
  private final int size;
  private final Tape tape;
  private final FMatrixRMaj initial = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj all = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj gradient = new FMatrixRMaj(0, 0);
  private final StateMatrices matrices = new StateMatrices(initial, all, gradient);

  /**
   * A history without rows.
   *
   * @param size floats a sequence, N
   */
  public StateHistory(int size, Tape tape) {
    this.size = size;
    this.tape = tape;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void begin() {
    initial.reshape(tape.batch(), Strips.padded(size));
    all.reshape(tape.rows(), Strips.padded(size));
    gradient.reshape(tape.batch(), Strips.padded(size));
  }

  /** The matrices together, for kernels. */
  public StateMatrices matrices() {
    return matrices;
  }

  /** The states before the first time step [B×N]. */
  public FMatrixRMaj initial() {
    return initial;
  }

  /** The states of all time steps [T×B×N]. */
  public FMatrixRMaj all() {
    return all;
  }

  /** The gradient from the next time step [B×N]. */
  public FMatrixRMaj gradient() {
    return gradient;
  }

  /** The array in which the states before a time step stand. */
  public float[] previous(int t) {
    return matrices.previous(t).data;
  }

  /** Place in {@link #previous} at which a sequence's state begins. */
  public int previousOffset(int t, int sequence) {
    return (matrices.previousRow(t) + sequence) * all.numCols;
  }

  @Override
  public void read(FMatrixRMaj state, int column) {
    fill(initial, state, column);
  }

  @Override
  public void write(FMatrixRMaj state, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      int row = tape.rows() - tape.batch() + b;
      System.arraycopy(all.data, row * all.numCols, state.data, b * state.numCols + column, size);
    }
  }

  @Override
  public void beginBackward(@Nullable FMatrixRMaj dState, int column) {
    if (dState == null) {
      gradient.zero();
    } else {
      fill(gradient, dState, column);
    }
  }

  @Override
  public void writeGradient(FMatrixRMaj dState, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      System.arraycopy(
          gradient.data, b * gradient.numCols, dState.data, b * dState.numCols + column, size);
    }
  }

  @Override
  public void addGradient(FMatrixRMaj dInitial, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      for (int i = 0; i < size; i++) {
        dInitial.data[column + i] += gradient.data[b * gradient.numCols + i];
      }
    }
  }

  private void fill(FMatrixRMaj rows, FMatrixRMaj state, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      Rows.fill(state.data, b * state.numCols + column, rows, b, size);
    }
  }
}
