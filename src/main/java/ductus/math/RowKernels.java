package ductus.math;

/** Passes over rows: losses, sums, limits. */
public interface RowKernels {
  /**
   * Turns logits into the gradient of the cross-entropy after softmax, in one pass. The targets may
   * be smoothed (Szegedy et al. 2016): (1 − ε) · one-hot + ε / N.
   *
   * @param logits [R×N] in whole strips; out: (probability − smoothed target) · scale, or 0 in
   *     masked rows; what stands behind the N columns becomes 0
   * @param targets [R], the index of the right column, negative where the row is masked
   * @param scale factor of the gradient
   * @param smoothing ε; 0 for targets as they are
   * @return the sum over unmasked rows of −log probability of the target, in nats
   */
  double softmaxCrossEntropy(
      float[] logits,
      int offset,
      int stride,
      int columns,
      int rows,
      int[] targets,
      int targetsOffset,
      float scale,
      float smoothing);

  /** Adds: sum[from…to) += the same columns of each of the rows [R×·], in the order of the rows. */
  void add(float[] rows, int offset, int stride, int count, float[] sum, int from, int to);

  /**
   * Adds rows of a table, several to each row: output[r] += Σ table[index], some columns.
   *
   * @param table [N×·], not modified
   * @param indices [R×P], {@code perRow} (P) a row, negative where there is none
   * @param output [R×·], modified in the columns from … to
   */
  void gather(
      float[] table,
      int tableStride,
      int[] indices,
      int perRow,
      int fromRow,
      int rows,
      float[] output,
      int outputStride,
      int from,
      int to);

  /**
   * The way back of {@link #gather}: table[index] += row, in the order of the rows, some columns.
   *
   * @param values [R×·], not modified
   * @param table [N×·], modified in the columns from … to
   */
  void scatter(
      float[] values,
      int valueStride,
      int[] indices,
      int perRow,
      int fromRow,
      int rows,
      float[] table,
      int tableStride,
      int from,
      int to);

  /**
   * Clips some columns of each of the rows [R×·] to ±limit; NaN stays.
   *
   * @param from first column of a strip
   * @param to column behind the last of a strip
   */
  void clip(float[] rows, int offset, int stride, int count, int from, int to, float limit);
}
