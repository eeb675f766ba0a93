package ductus.math.plain;

import ductus.math.RowKernels;
import ductus.math.Strips;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** Passes over rows in scalar loops. */
final class PlainRows implements RowKernels {
  @Override
  public double softmaxCrossEntropy(
      FMatrixRMaj logits, int row, int columns, int target, float scale, float smoothing) {
    float[] x = logits.data;
    int from = row * logits.numCols;
    int end = from + columns;
    Arrays.fill(x, end, from + Strips.padded(columns), 0);
    if (target < 0) {
      Arrays.fill(x, from, end, 0);
      return 0;
    }
    double max = Double.NEGATIVE_INFINITY;
    for (int j = from; j < end; j++) {
      max = Math.max(max, x[j]);
    }
    double sum = 0;
    for (int j = from; j < end; j++) {
      sum += StrictMath.exp(x[j] - max);
    }
    double logSum = max + StrictMath.log(sum);
    double nats = logSum - x[from + target];
    for (int j = from; j < end; j++) {
      double probability = StrictMath.exp(x[j] - logSum);
      x[j] = (float) ((probability - smoothing / columns) * scale);
    }
    x[from + target] -= (1 - smoothing) * scale;
    return nats;
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
    for (int j = from; j < to; j++) {
      sum[start + j] += row[at + j];
    }
  }

  @Override
  public void clip(FMatrixRMaj rows, int fromRow, int count, int from, int to, float limit) {
    for (int r = fromRow; r < fromRow + count; r++) {
      for (int j = r * rows.numCols + from; j < r * rows.numCols + to; j++) {
        rows.data[j] = Math.min(Math.max(rows.data[j], -limit), limit);
      }
    }
  }

  @Override
  public void squash(float[] values, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      values[i] = PlainCells.tanh(values[i]);
    }
  }
}
