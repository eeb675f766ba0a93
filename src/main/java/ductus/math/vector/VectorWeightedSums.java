package ductus.math.vector;

import static ductus.math.vector.Lanes.PARTS;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.addInOrder;
import static ductus.math.vector.Lanes.broadcast;
import static ductus.math.vector.Lanes.load;

import ductus.math.WeightedSumKernels;
import jdk.incubator.vector.FloatVector;

/** Weighted sums of vectors, in vectors; dot products in 16 partial sums at any width. */
final class VectorWeightedSums implements WeightedSumKernels {
  @Override
  public void blend(
      BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to) {
    float[] weights = blend.weights().data;
    float[] vectors = blend.vectors().data;
    int columns = blend.vectors().numCols;
    int stride = blend.batch() * columns;
    int weight = weightsRow * blend.weights().numCols;
    int first = from * stride + sequence * columns;
    int blended = blendedRow * blend.blended().numCols;
    for (int j = 0; j < columns; j += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int at = first + j;
      for (int u = from; u < to; u++) {
        sum = load(vectors, at).fma(broadcast(weights[weight + u]), sum);
        at += stride;
      }
      sum.intoArray(blend.blended().data, blended + j);
    }
  }

  @Override
  public void blendWeights(
      BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to) {
    float[] vectors = blend.vectors().data;
    float[] blended = blend.blended().data;
    int columns = blend.vectors().numCols;
    int right = blendedRow * blend.blended().numCols;
    for (int u = from; u < to; u++) {
      int left = (u * blend.batch() + sequence) * columns;
      double product = 0;
      for (int part = 0; part < PARTS; part += WIDTH) {
        product =
            addInOrder(product, products(vectors, left + part, blended, right + part, columns));
      }
      blend.weights().data[weightsRow * blend.weights().numCols + u] = (float) product;
    }
  }

  /** A part of each strip, multiplied and added up. */
  private static FloatVector products(float[] x, int xOffset, float[] y, int yOffset, int columns) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int j = 0; j < columns; j += PARTS) {
      sum = load(x, xOffset + j).fma(load(y, yOffset + j), sum);
    }
    return sum;
  }

  @Override
  public void blendVectors(
      BlendMatrices blend, int weightsRow, int sequence, int blendedRow, int from, int to) {
    float[] vectors = blend.vectors().data;
    float[] blended = blend.blended().data;
    int columns = blend.vectors().numCols;
    int row = blendedRow * blend.blended().numCols;
    for (int u = from; u < to; u++) {
      int at = (u * blend.batch() + sequence) * columns;
      FloatVector factor =
          broadcast(blend.weights().data[weightsRow * blend.weights().numCols + u]);
      for (int j = 0; j < columns; j += WIDTH) {
        load(blended, row + j).fma(factor, load(vectors, at + j)).intoArray(vectors, at + j);
      }
    }
  }
}
