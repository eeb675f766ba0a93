package ductus.math;

import org.ejml.data.FMatrixRMaj;

/**
 * Weighted sums of vectors, as attentions make them: each sequence has its own U vectors of C
 * columns in whole strips, of which some can be seen, {@code from … to}. Sums run in the order of
 * the vectors.
 */
public interface WeightedSumKernels {
  /**
   * The matrices of blends, or of their gradients.
   *
   * @param weights rows [·×U]
   * @param vectors [U×B×C]
   * @param blended rows [·×C]
   * @param batch B
   */
  record BlendMatrices(FMatrixRMaj weights, FMatrixRMaj vectors, FMatrixRMaj blended, int batch) {
    /**
     * Returns these matrices with other vectors and blends, or these themselves where they are the
     * same.
     */
    public BlendMatrices of(FMatrixRMaj otherVectors, FMatrixRMaj otherBlended, int otherBatch) {
      return vectors == otherVectors && blended == otherBlended && batch == otherBatch
          ? this
          : new BlendMatrices(weights, otherVectors, otherBlended, otherBatch);
    }
  }

  /** Blends a sequence's vectors: blended[C] = Σ weight · vector. */
  void blend(BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to);

  /** Goes back to the weights: weight = vector · blended, where both are gradients. */
  void blendWeights(
      BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to);

  /**
   * Goes back to the vectors: vector += weight · blended, where vector and blended are gradients.
   */
  void blendVectors(
      BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to);
}
