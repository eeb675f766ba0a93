package ductus.math;

/** Passes over weights and their gradients: norms, steps of optimizers. */
public interface UpdateKernels {
  /** Sum of squares of {@code length} entries. */
  double sumOfSquares(float[] values, int offset, int length);

  /**
   * One step of Adam (Kingma and Ba 2015, algorithm 1) on some entries.
   *
   * @param weights modified
   * @param gradient not modified
   * @param mean first moment, modified
   * @param variance second moment, modified
   */
  void adam(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] variance,
      int offset,
      int length,
      AdamStep step);
}
