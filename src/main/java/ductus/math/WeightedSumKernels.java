package ductus.math;

/**
 * Weighted sums of vectors, as attentions make them, each of C columns in whole strips. Sums run in
 * the order of the vectors.
 */
public interface WeightedSumKernels {
  /**
   * Blends vectors: output[C] = Σ weight · vector.
   *
   * @param weights [U] from an offset, not modified
   * @param vectors [U×C] from an offset, {@code stride} apart, not modified
   * @param output [C] from an offset, modified
   */
  void blend(
      float[] weights,
      int weightsOffset,
      int count,
      float[] vectors,
      int vectorsOffset,
      int stride,
      float[] output,
      int outputOffset,
      int columns);

  /**
   * Goes back through {@link #blend}: dWeight = vector · dOutput, and dVector += weight · dOutput.
   *
   * @param dOutput [C] from an offset, not modified
   * @param dWeights [U] from an offset, modified
   * @param dVectors [U×C] where the vectors are in their array, added to
   */
  void blendBackward(
      float[] weights,
      int weightsOffset,
      int count,
      float[] vectors,
      int vectorsOffset,
      int stride,
      float[] dOutput,
      int dOutputOffset,
      int columns,
      float[] dWeights,
      int dWeightsOffset,
      float[] dVectors);
}
