package ductus.math.plain;

import ductus.math.RowKernels;
import ductus.math.Strips;
import java.util.Arrays;

/** Passes over rows in scalar loops. */
final class PlainRows implements RowKernels {
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
      Arrays.fill(logits, row + columns, row + Strips.padded(columns), 0);
      if (target < 0) {
        Arrays.fill(logits, row, row + columns, 0);
        continue;
      }
      double max = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < columns; j++) {
        max = Math.max(max, logits[row + j]);
      }
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += StrictMath.exp(logits[row + j] - max);
      }
      double logSum = max + StrictMath.log(sum);
      nats += logSum - logits[row + target];
      for (int j = 0; j < columns; j++) {
        double probability = StrictMath.exp(logits[row + j] - logSum);
        logits[row + j] = (float) ((probability - smoothing / columns) * scale);
      }
      logits[row + target] -= (1 - smoothing) * scale;
    }
    return nats;
  }

  @Override
  public void add(float[] rows, int offset, int stride, int count, float[] sum, int from, int to) {
    for (int r = 0; r < count; r++) {
      addRow(rows, offset + r * stride, sum, 0, from, to);
    }
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
    for (int j = from; j < to; j++) {
      sum[start + j] += row[at + j];
    }
  }

  @Override
  public void clip(float[] rows, int offset, int stride, int count, int from, int to, float limit) {
    for (int r = 0; r < count; r++) {
      for (int j = offset + r * stride + from; j < offset + r * stride + to; j++) {
        rows[j] = Math.min(Math.max(rows[j], -limit), limit);
      }
    }
  }
}
