package ductus.math.plain;

import ductus.math.NormKernels;

/** Layer normalization in scalar loops. */
final class PlainNorms implements NormKernels {
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
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += x[xOffset + j];
    }
    double mean = sum / count;
    double squares = -(length - count) * mean * mean;
    for (int j = 0; j < length; j++) {
      double centered = x[xOffset + j] - mean;
      squares += centered * centered;
    }
    double scale = 1 / Math.sqrt(Math.max(0, squares) / count + EPSILON);
    for (int j = 0; j < length; j++) {
      float entry = (float) ((x[xOffset + j] - mean) * scale);
      normalized[normalizedOffset + j] = entry;
      y[yOffset + j] += gain[j] * entry;
    }
    return (float) scale;
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
    for (int j = 0; j < length; j++) {
      double dNormalized = gain[j] * dY[dYOffset + j];
      sum += dNormalized;
      projection += dNormalized * normalized[normalizedOffset + j];
    }
    for (int j = 0; j < length; j++) {
      double dNormalized = gain[j] * dY[dYOffset + j];
      dX[dXOffset + j] =
          (float)
              ((dNormalized - sum / count - normalized[normalizedOffset + j] * projection / count)
                  * scale);
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
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < length; j++) {
        sum[sumOffset + j] +=
            left[leftOffset + r * leftStride + j] * right[rightOffset + r * rightStride + j];
      }
    }
  }
}
