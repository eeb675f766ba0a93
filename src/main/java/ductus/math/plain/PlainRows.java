package ductus.math.plain;

import ductus.math.RowKernels;
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
      int row = offset + r * stride;
      for (int j = from; j < to; j++) {
        sum[j] += rows[row + j];
      }
    }
  }
}
