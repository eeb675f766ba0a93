package ductus.nn.causal;

import ductus.math.Strips;
import ductus.nn.CarriedState;
import ductus.nn.Rows;
import ductus.nn.Tape;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a pass behind those of the last P time steps before it: [(P+T)×B×N] in whole strips.
 *
 * <p>In the state the past stands as a ring, so that a step writes one row: a mark, then P rows of
 * N. The mark is the number of steps so far, from 2·P on less a multiple of P; the next row is
 * written at its remainder by P.
 */
final class RecentRows implements CarriedState {
  private final int past;
  private final int columns;
  private final int stride;
  private final Tape tape;
  private final FMatrixRMaj all = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj gradient = new FMatrixRMaj(0, 0);

  /** Marks of the sequences before the pass [B]. */
  private int[] marks = {};

  /**
   * Rows of a tape.
   *
   * @param past P, 1 or more
   * @param columns N
   * @param stride of a row of the pass, only rows that are a multiple of so many steps older are
   *     wanted, 1 for all
   */
  RecentRows(int past, int columns, int stride, Tape tape) {
    this.past = past;
    this.columns = columns;
    this.stride = stride;
    this.tape = tape;
  }

  /** Floats of a state of P rows of N columns. */
  static long size(long past, long columns) {
    return 1 + past * columns;
  }

  @Override
  public int size() {
    return Math.toIntExact(size(past, columns));
  }

  /** The rows [(P+T)×B×N]; those of the pass are for the owner to write. */
  FMatrixRMaj all() {
    return all;
  }

  /** The gradient of the rows [(P+T)×B×N] on the way back, to be added to. */
  FMatrixRMaj gradient() {
    return gradient;
  }

  /** The row at which the pass begins, P·B. */
  int firstRow() {
    return past * tape.batch();
  }

  /** Time steps of a sequence that were before the pass, P at most. */
  int count(int sequence) {
    return Math.min(marks[sequence], past);
  }

  @Override
  public void begin() {
    all.reshape((past + tape.time()) * tape.batch(), Strips.padded(columns));
    if (marks.length < tape.batch()) {
      marks = new int[tape.batch()];
    }
  }

  @Override
  public void read(FMatrixRMaj state, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      int at = b * state.numCols + column;
      marks[b] = (int) state.data[at];
      for (int r = 0; r < past; r++) {
        if (r % stride < tape.time()) {
          int slot = (marks[b] + r) % past;
          Rows.fill(state.data, at + 1 + slot * columns, all, r * tape.batch() + b, columns);
        }
      }
    }
  }

  @Override
  public void write(FMatrixRMaj state, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      int at = b * state.numCols + column;
      for (int t = Math.max(0, tape.time() - past); t < tape.time(); t++) {
        int from = ((past + t) * tape.batch() + b) * all.numCols;
        int slot = (marks[b] + t) % past;
        System.arraycopy(all.data, from, state.data, at + 1 + slot * columns, columns);
      }
      int mark = marks[b] + tape.time();
      state.data[at] = mark < 2 * past ? mark : past + mark % past;
    }
  }

  @Override
  public void beginBackward(@Nullable FMatrixRMaj dState, int column) {
    gradient.reshape(all.numRows, all.numCols);
    Arrays.fill(gradient.data, 0, gradient.getNumElements(), 0);
    if (dState == null) {
      return;
    }
    for (int b = 0; b < tape.batch(); b++) {
      for (int r = tape.time(); r < past + tape.time(); r++) {
        int from = b * dState.numCols + column + 1 + (marks[b] + r) % past * columns;
        Rows.fill(dState.data, from, gradient, r * tape.batch() + b, columns);
      }
    }
  }

  @Override
  public void writeGradient(FMatrixRMaj dState, int column) {
    for (int b = 0; b < tape.batch(); b++) {
      int at = b * dState.numCols + column;
      dState.data[at] = 0;
      for (int r = 0; r < past; r++) {
        int from = (r * tape.batch() + b) * gradient.numCols;
        int slot = (marks[b] + r) % past;
        System.arraycopy(gradient.data, from, dState.data, at + 1 + slot * columns, columns);
      }
    }
  }

  @Override
  public void addGradient(FMatrixRMaj dInitial, int column) {
    throw new IllegalStateException("the past before the first time step is not learned");
  }
}
