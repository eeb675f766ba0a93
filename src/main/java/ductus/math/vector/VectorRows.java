package ductus.math.vector;

import static ductus.math.vector.Lanes.PARTS;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.addInOrder;
import static ductus.math.vector.Lanes.broadcast;
import static ductus.math.vector.Lanes.load;

import ductus.math.RowKernels;
import ductus.math.Strips;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.ejml.data.FMatrixRMaj;

/**
 * Passes over rows in vectors. A reduction keeps 16 partial sums, one for each index modulo 16,
 * whatever the width of the vectors, and adds them up in order: so its bits are the same on every
 * machine that has the same multiply-add.
 */
final class VectorRows implements RowKernels {
  /** Stands for logits behind the columns while exponentials are taken. */
  private static final float LEAST = -1e30f;

  @Override
  public double softmaxCrossEntropy(
      FMatrixRMaj logits, int row, int columns, int target, float scale, float smoothing) {
    float[] x = logits.data;
    int offset = row * logits.numCols;
    if (target < 0) {
      Arrays.fill(x, offset, offset + Strips.padded(columns), 0);
      return 0;
    }
    float max = max(x, offset, columns);
    float shifted = x[offset + target] - max;
    double sum = 0;
    for (int part = 0; part < PARTS; part += WIDTH) {
      sum = addInOrder(sum, exponentials(x, offset, part, columns, max));
    }
    float spread = smoothing / columns * scale;
    scale(x, offset, columns, (float) (scale / sum), spread);
    x[offset + target] -= (1 - smoothing) * scale;
    return StrictMath.log(sum) - shifted;
  }

  /**
   * Replaces a part of each strip by e to the (x − max), 0 behind the columns; returns sums. The
   * rest of the last strip goes through the same loop: with a second exponential in the method the
   * compiler would stop inlining, and box.
   */
  private static FloatVector exponentials(
      float[] row, int offset, int part, int columns, float max) {
    int end = Strips.padded(columns);
    FloatVector maxima = broadcast(max);
    FloatVector sums = FloatVector.zero(SPECIES);
    for (int j = part; j < end; j += PARTS) {
      int behind = Math.max(0, columns - j);
      for (int lane = behind; lane < WIDTH; lane++) {
        row[offset + j + lane] = LEAST;
      }
      Lanes.exp(load(row, offset + j).sub(maxima)).intoArray(row, offset + j);
      for (int lane = behind; lane < WIDTH; lane++) {
        row[offset + j + lane] = 0;
      }
      sums = sums.add(load(row, offset + j));
    }
    return sums;
  }

  private static void scale(float[] row, int offset, int columns, float factor, float spread) {
    int j = 0;
    for (; j + WIDTH <= columns; j += WIDTH) {
      FloatVector.fromArray(SPECIES, row, offset + j)
          .mul(factor)
          .sub(spread)
          .intoArray(row, offset + j);
    }
    for (; j < columns; j++) {
      row[offset + j] = row[offset + j] * factor - spread;
    }
  }

  /** The largest entry. */
  private static float max(float[] row, int offset, int columns) {
    FloatVector largest = broadcast(Float.NEGATIVE_INFINITY);
    int j = 0;
    for (; j + WIDTH <= columns; j += WIDTH) {
      FloatVector x = load(row, offset + j);
      largest = largest.max(x);
    }
    float max = largest.reduceLanes(VectorOperators.MAX);
    for (; j < columns; j++) {
      max = Math.max(max, row[offset + j]);
    }
    return max;
  }

  @Override
  public void add(FMatrixRMaj rows, int fromRow, int count, float[] sum, int from, int to) {
    for (int r = fromRow; r < fromRow + count; r++) {
      addRow(rows.data, r * rows.numCols, sum, 0, from, to);
    }
  }

  @Override
  public void addRow(FMatrixRMaj rows, int row, FMatrixRMaj sums, int sumRow, int from, int to) {
    addRow(rows.data, row * rows.numCols, sums.data, sumRow * sums.numCols, from, to);
  }

  private static void addRow(float[] row, int at, float[] sum, int start, int from, int to) {
    int j = from;
    for (; j + WIDTH <= to; j += WIDTH) {
      load(sum, start + j).add(load(row, at + j)).intoArray(sum, start + j);
    }
    for (; j < to; j++) {
      sum[start + j] += row[at + j];
    }
  }

  @Override
  public void clip(FMatrixRMaj rows, int fromRow, int count, int from, int to, float limit) {
    for (int r = fromRow; r < fromRow + count; r++) {
      clipRow(rows.data, r * rows.numCols + from, r * rows.numCols + to, limit);
    }
  }

  private static void clipRow(float[] row, int from, int to, float limit) {
    FloatVector lowest = broadcast(-limit);
    FloatVector highest = broadcast(limit);
    for (int j = from; j < to; j += WIDTH) {
      load(row, j).max(lowest).min(highest).intoArray(row, j);
    }
  }

  /**
   * {@link Lanes#tanh}, written out: this pass is so short that it is compiled as a part of its
   * callers, mostly before it has a profile of its own, and then a call within it is taken for a
   * rare one, is not inlined, and boxes.
   */
  @Override
  public void squash(float[] values, int offset, int length) {
    for (int i = offset; i < offset + length; i += WIDTH) {
      FloatVector x =
          FloatVector.fromArray(SPECIES, values, i).max(Lanes.TANH_LEAST).min(Lanes.TANH_GREATEST);
      FloatVector square = x.mul(x);
      FloatVector p = Lanes.P4.fma(square, Lanes.P3);
      p = p.fma(square, Lanes.P2);
      p = p.fma(square, Lanes.P1);
      p = p.fma(square, Lanes.P0);
      FloatVector q = Lanes.Q4.fma(square, Lanes.Q3);
      q = q.fma(square, Lanes.Q2);
      q = q.fma(square, Lanes.Q1);
      q = q.fma(square, Lanes.ONE);
      x.mul(p).div(q).intoArray(values, i);
    }
  }
}
