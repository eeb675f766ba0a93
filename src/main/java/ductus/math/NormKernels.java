package ductus.math;

/**
 * Layer normalization of rows (Ba, Kiros and Hinton 2016), and its way back. Rows of N entries
 * stand in whole strips, and may be filled up with zeros: those count neither in the mean nor in
 * the variance, and stay out of the result because their gains are zeros, too.
 */
public interface NormKernels {
  /** Added to the variance, so that a row of equal entries stays finite. */
  float EPSILON = 1e-5f;

  /**
   * Adds a normalized row: y += gain·(x − mean)/√(variance + ε).
   *
   * @param x [length], not modified
   * @param length entries of the row, those that fill it up included
   * @param count N, how many of them exist
   * @param gain [length], not modified
   * @param normalized [length], out: (x − mean)/√(variance + ε)
   * @param y [length], modified
   * @return 1/√(variance + ε)
   */
  float normalize(
      float[] x,
      int xOffset,
      int length,
      int count,
      float[] gain,
      float[] normalized,
      int normalizedOffset,
      float[] y,
      int yOffset);

  /**
   * Computes the gradient of a row that {@link #normalize} has normalized.
   *
   * @param normalized what that left, not modified
   * @param scale what that returned
   * @param dY gradient of its {@code y}, not modified
   * @param dX gradient of its {@code x}, out; may be {@code dY} itself
   */
  void normalizeBackward(
      float[] normalized,
      int normalizedOffset,
      int length,
      int count,
      float scale,
      float[] gain,
      float[] dY,
      int dYOffset,
      float[] dX,
      int dXOffset);

  /**
   * Adds the products of entries: sum[j] += Σ over rows of left[r, j]·right[r, j], in the order of
   * the rows. So go the gradients of gains, and of other weights that work entry by entry.
   *
   * @param length entries of a row, in whole strips
   */
  void addProducts(
      float[] left,
      int leftOffset,
      int leftStride,
      float[] right,
      int rightOffset,
      int rightStride,
      int rows,
      float[] sum,
      int sumOffset,
      int length);
}
