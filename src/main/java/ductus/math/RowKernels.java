package ductus.math;

import org.ejml.data.FMatrixRMaj;

/** Passes over rows: losses, sums, limits. */
public interface RowKernels {
  /**
   * Turns a row of logits into the gradient of the cross-entropy after softmax, in one pass. The
   * target may be smoothed (Szegedy et al. 2016): (1 − ε) · one-hot + ε / N.
   *
   * @param logits [R×N] in whole strips; out: (probability − smoothed target) · scale, or 0 where
   *     the row is masked; what stands behind the N columns becomes 0
   * @param columns N
   * @param target the index of the right column, negative where the row is masked
   * @param scale factor of the gradient
   * @param smoothing ε; 0 for the target as it is
   * @return −log probability of the target, in nats, or 0 where the row is masked
   */
  double softmaxCrossEntropy(
      FMatrixRMaj logits, int row, int columns, int target, float scale, float smoothing);

  /** Adds: sum[from…to) += the same columns of each of some rows, in the order of the rows. */
  void add(FMatrixRMaj rows, int fromRow, int count, float[] sum, int from, int to);

  /** Adds some columns of a row to those of another one. */
  void addRow(FMatrixRMaj rows, int row, FMatrixRMaj sums, int sumRow, int from, int to);

  /**
   * Clips some columns of each of some rows to ±limit; NaN stays.
   *
   * @param from first column of a strip
   * @param to column behind the last of a strip
   */
  void clip(FMatrixRMaj rows, int fromRow, int count, int from, int to, float limit);

  /** Replaces values, in whole strips, by their tanh. */
  void squash(float[] values, int offset, int length);
}
