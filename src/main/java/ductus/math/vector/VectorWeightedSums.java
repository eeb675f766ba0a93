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
      float[] weights,
      int weightsOffset,
      int count,
      float[] vectors,
      int vectorsOffset,
      int stride,
      float[] output,
      int outputOffset,
      int columns) {
    for (int j = 0; j < columns; j += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      int at = vectorsOffset + j;
      for (int u = 0; u < count; u++) {
        sum = load(vectors, at).fma(broadcast(weights[weightsOffset + u]), sum);
        at += stride;
      }
      sum.intoArray(output, outputOffset + j);
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
      int at = vectorsOffset + u * stride;
      double product = 0;
      for (int part = 0; part < PARTS; part += WIDTH) {
        product =
            addInOrder(
                product, products(vectors, at + part, dOutput, dOutputOffset + part, columns));
      }
      dWeights[dWeightsOffset + u] = (float) product;
      addWeighted(weights[weightsOffset + u], dOutput, dOutputOffset, dVectors, at, columns);
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

  private static void addWeighted(
      float weight, float[] row, int rowOffset, float[] sum, int sumOffset, int columns) {
    FloatVector factor = broadcast(weight);
    for (int j = 0; j < columns; j += WIDTH) {
      load(row, rowOffset + j).fma(factor, load(sum, sumOffset + j)).intoArray(sum, sumOffset + j);
    }
  }
}
