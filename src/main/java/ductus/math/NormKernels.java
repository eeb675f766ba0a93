package ductus.math;

import org.ejml.data.FMatrixRMaj;

/**
 * Layer normalization of rows (Ba, Kiros and Hinton 2016), and its way back. Rows of N entries
 * stand in whole strips, and may be filled up with zeros: those count neither in the mean nor in
 * the variance, and stay out of the result because their gains are zeros, too.
 */
public interface NormKernels {
  /** Added to the variance, so that a row of equal entries stays finite. */
  float EPSILON = 1e-5f;

  /**
   * The matrices of a normalization.
   *
   * @param count N, entries of a row that exist
   * @param gain [1×length], not modified; the length is in whole strips
   * @param normalized (x − mean)/√(variance + ε) [R×length]
   * @param scales 1/√(variance + ε) [R×1]
   */
  record NormMatrices(int count, FMatrixRMaj gain, FMatrixRMaj normalized, FMatrixRMaj scales) {
    /** Entries of a row, those that fill it up included. */
    public int length() {
      return gain.numCols;
    }
  }

  /**
   * Adds a normalized row: y += gain·(x − mean)/√(variance + ε).
   *
   * @param x [R×length], not modified
   * @param y [R×length], modified
   */
  void normalize(NormMatrices norm, FMatrixRMaj x, FMatrixRMaj y, int row);

  /**
   * Computes the gradient of a row that {@link #normalize} has normalized.
   *
   * @param dY gradient of its {@code y}, not modified
   * @param dX gradient of its {@code x}, out, at a row of its own; may be {@code dY} itself
   */
  void normalizeBackward(NormMatrices norm, FMatrixRMaj dY, int row, FMatrixRMaj dX, int dXRow);

  /**
   * Adds the products of entries: sum[j] += Σ over rows of left[r, j]·right[r, j], in the order of
   * the rows. So go the gradients of gains.
   *
   * @param from first column of a strip
   * @param to column behind the last of a strip
   */
  void addProducts(FMatrixRMaj left, FMatrixRMaj right, float[] sum, int from, int to);
}
