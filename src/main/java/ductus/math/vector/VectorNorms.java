package ductus.math.vector;

import static ductus.math.vector.Lanes.PARTS;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.WIDTH;
import static ductus.math.vector.Lanes.addInOrder;
import static ductus.math.vector.Lanes.broadcast;

import ductus.math.NormKernels;
import jdk.incubator.vector.FloatVector;

/** Layer normalization in vectors. */
final class VectorNorms implements NormKernels {
  @Override
  public float normalize(
      float[] x,
      int xOffset,
      int length,
      int count,
      float[] gain,
      float[] normalized,
      int normalizedOffset,
      float[] y,
      int yOffset) {
    float mean = (float) (sum(x, xOffset, length) / count);
    double filling = (double) (length - count) * mean * mean;
    double squares = Math.max(0, squaredDistances(x, xOffset, length, mean) - filling);
    float scale = (float) (1 / Math.sqrt(squares / count + EPSILON));
    FloatVector means = broadcast(mean);
    FloatVector scales = broadcast(scale);
    for (int j = 0; j < length; j += WIDTH) {
      FloatVector entry = FloatVector.fromArray(SPECIES, x, xOffset + j).sub(means).mul(scales);
      entry.intoArray(normalized, normalizedOffset + j);
      FloatVector.fromArray(SPECIES, gain, j)
          .fma(entry, FloatVector.fromArray(SPECIES, y, yOffset + j))
          .intoArray(y, yOffset + j);
    }
    return scale;
  }

  private static double sum(float[] x, int offset, int length) {
    double sum = 0;
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partial = FloatVector.zero(SPECIES);
      for (int j = part; j < length; j += PARTS) {
        partial = partial.add(FloatVector.fromArray(SPECIES, x, offset + j));
      }
      sum = addInOrder(sum, partial);
    }
    return sum;
  }

  private static double squaredDistances(float[] x, int offset, int length, float mean) {
    FloatVector means = broadcast(mean);
    double sum = 0;
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partial = FloatVector.zero(SPECIES);
      for (int j = part; j < length; j += PARTS) {
        FloatVector centered = FloatVector.fromArray(SPECIES, x, offset + j).sub(means);
        partial = centered.fma(centered, partial);
      }
      sum = addInOrder(sum, partial);
    }
    return sum;
  }

  @Override
  public void normalizeBackward(
      float[] normalized,
      int normalizedOffset,
      int length,
      int count,
      float scale,
      float[] gain,
      float[] dY,
      int dYOffset,
      float[] dX,
      int dXOffset) {
    double sum = 0;
    double projection = 0;
    for (int part = 0; part < PARTS; part += WIDTH) {
      FloatVector partialSum = FloatVector.zero(SPECIES);
      FloatVector partialProjection = FloatVector.zero(SPECIES);
      for (int j = part; j < length; j += PARTS) {
        FloatVector dNormalized =
            FloatVector.fromArray(SPECIES, gain, j)
                .mul(FloatVector.fromArray(SPECIES, dY, dYOffset + j));
        partialSum = partialSum.add(dNormalized);
        partialProjection =
            dNormalized.fma(
                FloatVector.fromArray(SPECIES, normalized, normalizedOffset + j),
                partialProjection);
      }
      sum = addInOrder(sum, partialSum);
      projection = addInOrder(projection, partialProjection);
    }
    FloatVector mean = broadcast((float) (sum / count));
    FloatVector along = broadcast((float) (-projection / count));
    FloatVector scales = broadcast(scale);
    for (int j = 0; j < length; j += WIDTH) {
      FloatVector dNormalized =
          FloatVector.fromArray(SPECIES, gain, j)
              .mul(FloatVector.fromArray(SPECIES, dY, dYOffset + j));
      FloatVector.fromArray(SPECIES, normalized, normalizedOffset + j)
          .fma(along, dNormalized.sub(mean))
          .mul(scales)
          .intoArray(dX, dXOffset + j);
    }
  }

  @Override
  public void addProducts(
      float[] left,
      int leftOffset,
      int leftStride,
      float[] right,
      int rightOffset,
      int rightStride,
      int rows,
      float[] sum,
      int sumOffset,
      int length) {
    for (int j = 0; j < length; j += WIDTH) {
      FloatVector products = FloatVector.fromArray(SPECIES, sum, sumOffset + j);
      for (int r = 0; r < rows; r++) {
        products =
            FloatVector.fromArray(SPECIES, left, leftOffset + r * leftStride + j)
                .fma(
                    FloatVector.fromArray(SPECIES, right, rightOffset + r * rightStride + j),
                    products);
      }
      products.intoArray(sum, sumOffset + j);
    }
  }
}
