package ductus.math.plain;

import ductus.math.WeightedSumKernels;
import java.util.Arrays;

/** Weighted sums of vectors in scalar loops. */
final class PlainWeightedSums implements WeightedSumKernels {
  @Override
  public void blend(
      BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to) {
    float[] blended = blend.blended().data;
    int columns = blend.vectors().numCols;
    int sum = blendedRow * blend.blended().numCols;
    Arrays.fill(blended, sum, sum + columns, 0);
    for (int u = from; u < to; u++) {
      float weight = blend.weights().data[weightsRow * blend.weights().numCols + u];
      int vector = (u * blend.batch() + sequence) * columns;
      for (int j = 0; j < columns; j++) {
        blended[sum + j] += weight * blend.vectors().data[vector + j];
      }
    }
  }

  @Override
  public void blendWeights(
      BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to) {
    int columns = blend.vectors().numCols;
    int sum = blendedRow * blend.blended().numCols;
    for (int u = from; u < to; u++) {
      int vector = (u * blend.batch() + sequence) * columns;
      double product = 0;
      for (int j = 0; j < columns; j++) {
        product += blend.vectors().data[vector + j] * blend.blended().data[sum + j];
      }
      blend.weights().data[weightsRow * blend.weights().numCols + u] = (float) product;
    }
  }

  @Override
  public void blendVectors(
      BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to) {
    int columns = blend.vectors().numCols;
    int sum = blendedRow * blend.blended().numCols;
    for (int u = from; u < to; u++) {
      float weight = blend.weights().data[weightsRow * blend.weights().numCols + u];
      int vector = (u * blend.batch() + sequence) * columns;
      for (int j = 0; j < columns; j++) {
        blend.vectors().data[vector + j] += weight * blend.blended().data[sum + j];
      }
    }
  }
}
