package ductus.math.plain;

import ductus.math.WeightedSumKernels;
import java.util.Arrays;

/** Weighted sums of vectors in scalar loops. */
final class PlainWeightedSums implements WeightedSumKernels {
  @Override
  public void blend(
      float[] weights,
      int weightsOffset,
      int count,
      float[] vectors,
      int vectorsOffset,
      int stride,
      float[] output,
      int outputOffset,
      int columns) {
    Arrays.fill(output, outputOffset, outputOffset + columns, 0);
    for (int u = 0; u < count; u++) {
      float weight = weights[weightsOffset + u];
      int at = vectorsOffset + u * stride;
      for (int j = 0; j < columns; j++) {
        output[outputOffset + j] += weight * vectors[at + j];
      }
    }
  }

  @Override
  public void blendBackward(
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
      float[] dVectors) {
    for (int u = 0; u < count; u++) {
      float weight = weights[weightsOffset + u];
      int at = vectorsOffset + u * stride;
      double product = 0;
      for (int j = 0; j < columns; j++) {
        float gradient = dOutput[dOutputOffset + j];
        product += vectors[at + j] * gradient;
        dVectors[at + j] += weight * gradient;
      }
      dWeights[dWeightsOffset + u] = (float) product;
    }
  }
}
