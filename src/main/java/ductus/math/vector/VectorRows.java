package ductus.math.vector;

import static ductus.math.vector.Lanes.PARTS;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.addInOrder;
import static ductus.math.vector.Lanes.broadcast;
import static ductus.math.vector.Lanes.load;

import ductus.math.RowKernels;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Passes over rows in vectors. A reduction keeps 16 partial sums, one for each index modulo 16,
 * whatever the width of the vectors, and adds them up in order: so its bits are the same on every
 * machine that has the same multiply-add.
 */
final class VectorRows implements RowKernels {
  @Override
  public double softmaxCrossEntropy(
      float[] logits,
      int offset,
      int stride,
      int columns,
      int rows,
      int[] targets,
      int targetsOffset,
      float scale,
      float smoothing) {
    double nats = 0;
    for (int r = 0; r < rows; r++) {
      int row = offset + r * stride;
      int target = targets[targetsOffset + r];
      if (target < 0) {
        Arrays.fill(logits, row, row + columns, 0);
      } else {
        nats += softmaxGradient(logits, row, columns, target, scale, smoothing);
      }
    }
    return nats;
  }

  @Override
  public void add(float[] rows, int offset, int stride, int count, float[] sum, int from, int to) {
    for (int r = 0; r < count; r++) {
      addRow(rows, offset + r * stride, sum, 0, from, to);
    }
  }

  /** Softmax, cross-entropy and its gradient on one row; returns nats. */
  private static double softmaxGradient(
      float[] row, int offset, int columns, int target, float scale, float smoothing) {
    float max = max(row, offset, columns);
    float shifted = row[offset + target] - max;
    double sum = 0;
    FloatVector maxima = broadcast(max);
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partial = FloatVector.zero(SPECIES);
      for (int j = part; j < columns; j += PARTS) {
        VectorMask<Float> present = SPECIES.indexInRange(j, columns);
        FloatVector x = FloatVector.fromArray(SPECIES, row, offset + j, present);
        FloatVector e = Lanes.exp(x.sub(maxima));
        e.intoArray(row, offset + j, present);
        partial = partial.add(e, present);
      }
      sum = addInOrder(sum, partial);
    }
    float factor = (float) (scale / sum);
    float spread = smoothing / columns * scale;
    for (int j = 0; j < columns; j += WIDTH) {
      VectorMask<Float> present = SPECIES.indexInRange(j, columns);
      FloatVector.fromArray(SPECIES, row, offset + j, present)
          .mul(factor)
          .sub(spread)
          .intoArray(row, offset + j, present);
    }
    row[offset + target] -= (1 - smoothing) * scale;
    return StrictMath.log(sum) - shifted;
  }

  /** The largest entry; NaN is passed over, the sum of exponentials shows it. */
  private static float max(float[] row, int offset, int columns) {
    FloatVector largest = broadcast(Float.NEGATIVE_INFINITY);
    int j = 0;
    for (; j + WIDTH <= columns; j += WIDTH) {
      FloatVector x = load(row, offset + j);
      largest = largest.blend(x, x.compare(VectorOperators.GT, largest));
    }
    float max = largest.reduceLanes(VectorOperators.MAX);
    for (; j < columns; j++) {
      max = Math.max(max, row[offset + j]);
    }
    return max;
  }

  @Override
  public void gather(
      float[] table,
      int tableStride,
      int[] indices,
      int perRow,
      int fromRow,
      int rows,
      float[] output,
      int outputStride,
      int from,
      int to) {
    for (int p = fromRow * perRow; p < (fromRow + rows) * perRow; p++) {
      if (indices[p] >= 0) {
        addRow(table, indices[p] * tableStride, output, p / perRow * outputStride, from, to);
      }
    }
  }

  @Override
  public void scatter(
      float[] values,
      int valueStride,
      int[] indices,
      int perRow,
      int fromRow,
      int rows,
      float[] table,
      int tableStride,
      int from,
      int to) {
    for (int p = fromRow * perRow; p < (fromRow + rows) * perRow; p++) {
      if (indices[p] >= 0) {
        addRow(values, p / perRow * valueStride, table, indices[p] * tableStride, from, to);
      }
    }
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
}
