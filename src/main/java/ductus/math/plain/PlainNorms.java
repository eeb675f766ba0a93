package ductus.math.plain;

import ductus.math.NormKernels;
import org.ejml.data.FMatrixRMaj;

/** Layer normalization in scalar loops. */
final class PlainNorms implements NormKernels {
  @Override
  public void normalize(NormMatrices norm, FMatrixRMaj x, FMatrixRMaj y, int row) {
    int count = norm.count();
    int length = norm.length();
    int fromX = row * x.numCols;
    int fromY = row * y.numCols;
    int to = row * norm.normalized().numCols;
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += x.data[fromX + j];
    }
    double mean = sum / count;
    double squares = -(length - count) * mean * mean;
    for (int j = 0; j < length; j++) {
      double centered = x.data[fromX + j] - mean;
      squares += centered * centered;
    }
    double scale = 1 / Math.sqrt(Math.max(0, squares) / count + EPSILON);
    for (int j = 0; j < length; j++) {
      float entry = (float) ((x.data[fromX + j] - mean) * scale);
      norm.normalized().data[to + j] = entry;
      y.data[fromY + j] += norm.gain().data[j] * entry;
    }
    norm.scales().data[row] = (float) scale;
  }

  @Override
  public void normalizeBackward(
      NormMatrices norm, FMatrixRMaj dY, int row, FMatrixRMaj dX, int dXRow) {
    int count = norm.count();
    float[] normalized = norm.normalized().data;
    float[] gain = norm.gain().data;
    int from = row * norm.normalized().numCols;
    int fromY = row * dY.numCols;
    int toX = dXRow * dX.numCols;
    double sum = 0;
    double projection = 0;
    for (int j = 0; j < norm.length(); j++) {
      double dNormalized = gain[j] * dY.data[fromY + j];
      sum += dNormalized;
      projection += dNormalized * normalized[from + j];
    }
    for (int j = 0; j < norm.length(); j++) {
      double dNormalized = gain[j] * dY.data[fromY + j];
      dX.data[toX + j] =
          (float)
              ((dNormalized - sum / count - normalized[from + j] * projection / count)
                  * norm.scales().data[row]);
    }
  }

  @Override
  public void addProducts(FMatrixRMaj left, FMatrixRMaj right, float[] sum, int from, int to) {
    for (int r = 0; r < left.numRows; r++) {
      for (int j = from; j < to; j++) {
        sum[j] += left.data[r * left.numCols + j] * right.data[r * right.numCols + j];
      }
    }
  }
}
