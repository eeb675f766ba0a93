package ductus.nn.memory;

import ductus.math.Elementary;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** What the write heads of one sequence do to its memory, and back. */
final class MemoryWrite {
  private final MemoryShape shape;
  private final int size;

  /** [T×B×Q]; gradients on the way back. */
  private final FMatrixRMaj steering;

  /** The amounts that each write head erases and adds at one number of all slots [W]. */
  private final float[] erased;

  private final float[] added;

  /** The share of one number that erasing leaves, over the slots, and its gradient. */
  private final float[] kept;

  private final float[] dKept;

  MemoryWrite(MemoryShape shape, FMatrixRMaj steering) {
    this.shape = shape;
    this.steering = steering;
    size = shape.rowSize();
    erased = new float[shape.writeHeads()];
    added = new float[shape.writeHeads()];
    kept = new float[size];
    dKept = new float[size];
  }

  /** Computes the memory of a step from that of the step before and the write heads' weightings. */
  void write(int row, float[] old, int oldAt, float[] state, int at) {
    for (int j = 0; j < shape.width(); j++) {
      int from = oldAt + j * size;
      int to = at + j * size;
      take(row, j);
      keep(-1, state, at);
      for (int i = 0; i < size; i++) {
        state[to + i] = old[from + i] * kept[i];
      }
      for (int writer = 0; writer < added.length; writer++) {
        Slots.add(added[writer], state, weighting(at, writer), state, to, size);
      }
    }
  }

  /** Where a write head's weighting begins, or its gradient. */
  private int weighting(int at, int writer) {
    return at + shape.weightingColumn(shape.readHeads() + writer);
  }

  /** Where the number stands that says what a write head erases. */
  private int erasing(int row, int writer, int j) {
    return row * steering.numCols + shape.erasingColumn(shape.readHeads() + writer) + j;
  }

  private void take(int row, int j) {
    for (int writer = 0; writer < added.length; writer++) {
      int raw = erasing(row, writer, j);
      erased[writer] = (float) Elementary.sigmoid(steering.data[raw]);
      added[writer] = (float) Elementary.tanh(steering.data[raw + shape.width()]);
    }
  }

  /** The product of all write heads' 1 − w·e, but for one of them; negative for none. */
  private void keep(int butFor, float[] state, int at) {
    Arrays.fill(kept, 1);
    for (int writer = 0; writer < erased.length; writer++) {
      if (writer != butFor) {
        float share = erased[writer];
        int weighting = weighting(at, writer);
        for (int i = 0; i < size; i++) {
          kept[i] *= 1 - share * state[weighting + i];
        }
      }
    }
  }

  /**
   * Goes back through {@link #write}: replaces the vectors of the write heads by their gradients.
   *
   * @param dState the gradient of the memory, in; out: of that of the step before; those of the
   *     write heads' weightings are added to
   */
  void writeBack(int row, float[] old, int oldAt, float[] state, int at, float[] dState, int dAt) {
    for (int j = 0; j < shape.width(); j++) {
      take(row, j);
      int d = dAt + j * size;
      for (int i = 0; i < size; i++) {
        dKept[i] = dState[d + i] * old[oldAt + j * size + i];
      }
      for (int writer = 0; writer < added.length; writer++) {
        addBack(erasing(row, writer, j) + shape.width(), writer, state, at, dState, dAt, d);
        eraseBack(erasing(row, writer, j), writer, state, at, dState, dAt);
      }
      keep(-1, state, at);
      for (int i = 0; i < size; i++) {
        dState[d + i] *= kept[i];
      }
    }
  }

  private void addBack(
      int raw, int writer, float[] state, int at, float[] dState, int dAt, int dRow) {
    float value = added[writer];
    float gradient = Slots.product(dState, dRow, state, weighting(at, writer), size);
    Slots.add(value, dState, dRow, dState, weighting(dAt, writer), size);
    steering.data[raw] = gradient * (1 - value * value);
  }

  /** Where other heads erase, too, what they leave is a factor. */
  private void eraseBack(int raw, int writer, float[] state, int at, float[] dState, int dAt) {
    keep(writer, state, at);
    float share = erased[writer];
    int weighting = weighting(at, writer);
    int dWeighting = weighting(dAt, writer);
    for (int i = 0; i < size; i++) {
      kept[i] *= dKept[i];
      dState[dWeighting + i] -= share * kept[i];
    }
    steering.data[raw] = -Slots.product(kept, 0, state, weighting, size) * share * (1 - share);
  }
}
