package ductus.math;

/** Passes over rows: losses, sums. */
public interface RowKernels {
  /**
   * Turns logits into the gradient of the cross-entropy after softmax, in one pass. The targets may
   * be smoothed (Szegedy et al. 2016): (1 − ε) · one-hot + ε / N.
   *
   * @param logits [R×N]; out: (probability − smoothed target) · scale, or 0 in masked rows
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
}
