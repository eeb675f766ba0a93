package ductus.nn.recurrent;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.CarriedState;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs of cells give to the pre-activations of the step that follows: the second half of
 * the strips of each group. Within a pass it stays where it was computed; its gradient is left
 * there, too, once it was read.
 */
final class PendingSums implements CarriedState {
  private final GateLayout layout;
  private final Tape tape;
  private final StateMatrices matrices =
      new StateMatrices(new FMatrixRMaj(0, 0), new FMatrixRMaj(0, 0), new FMatrixRMaj(0, 0));

  /**
   * Sums without rows.
   *
   * @param layout of all gates, an even number, the pending ones last
   */
  PendingSums(GateLayout layout, Tape tape) {
    this.layout = layout;
    this.tape = tape;
  }

  /** All gates before the first step, at each, and on the way back, for kernels. */
  StateMatrices matrices() {
    return matrices;
  }

  /** All gates of all time steps [T×B×G·H] interleaved. */
  FMatrixRMaj gates() {
    return matrices.all();
  }

  private int pending() {
    return layout.gates() / 2;
  }

  @Override
  public int size() {
    return pending() * layout.hiddenSize();
  }

  @Override
  public void begin() {
    matrices.initial().reshape(tape.batch(), layout.paddedColumns());
    matrices.all().reshape(tape.rows(), layout.paddedColumns());
    matrices.gradient().reshape(tape.batch(), layout.paddedColumns());
  }

  @Override
  public void read(FMatrixRMaj state, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      fill(state, b, column, matrices.initial(), b);
    }
  }

  @Override
  public void write(FMatrixRMaj state, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      copy(matrices.all(), tape.rows() - tape.batch() + b, state, b, column);
    }
  }

  @Override
  public void beginBackward(@Nullable FMatrixRMaj dState, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      int row = tape.rows() - tape.batch() + b;
      if (dState == null) {
        clear(matrices.all(), row);
      } else {
        fill(dState, b, column, matrices.all(), row);
      }
    }
  }

  @Override
  public void writeGradient(FMatrixRMaj dState, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      copy(matrices.gradient(), b, dState, b, column);
    }
  }

  @Override
  public void addGradient(FMatrixRMaj dInitial, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      for (int gate = 0; gate < pending(); gate++) {
        for (int u = 0; u < layout.hiddenSize(); u++) {
          dInitial.data[column + gate * layout.hiddenSize() + u] +=
              matrices.gradient().data[at(matrices.gradient(), b, gate, u)];
        }
      }
    }
  }

  /** Place of a unit's pending gate in interleaved rows. */
  private int at(FMatrixRMaj rows, int row, int gate, int unit) {
    return row * rows.numCols
        + GateLayout.firstGate(unit, layout.gates())
        + (pending() + gate) * Strips.WIDTH;
  }

  private void clear(FMatrixRMaj rows, int row) {
    for (int gate = 0; gate < pending(); gate++) {
      for (int u = 0; u < layout.paddedUnits(); u += Strips.WIDTH) {
        int from = at(rows, row, gate, u);
        Arrays.fill(rows.data, from, from + Strips.WIDTH, 0);
      }
    }
  }

  /** Units that do not exist become 0. */
  private void fill(FMatrixRMaj state, int sequence, int column, FMatrixRMaj rows, int row) {
    clear(rows, row);
    for (int gate = 0; gate < pending(); gate++) {
      int from = sequence * state.numCols + column + gate * layout.hiddenSize();
      for (int u = 0; u < layout.hiddenSize(); u++) {
        rows.data[at(rows, row, gate, u)] = state.data[from + u];
      }
    }
  }

  private void copy(FMatrixRMaj rows, int row, FMatrixRMaj state, int sequence, int column) {
    for (int gate = 0; gate < pending(); gate++) {
      int to = sequence * state.numCols + column + gate * layout.hiddenSize();
      for (int u = 0; u < layout.hiddenSize(); u++) {
        state.data[to + u] = rows.data[at(rows, row, gate, u)];
      }
    }
  }
}
