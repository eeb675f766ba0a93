package ductus.math.plain;

import static ductus.math.Strips.WIDTH;

import ductus.math.PackedWeights;
import ductus.math.Products;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** Products by EJML, on copies. */
final class EjmlProducts implements Products {
  @Override
  public void multiply(
      float[] input,
      int inputOffset,
      int inputStride,
      int rows,
      PackedWeights weights,
      int fromStrip,
      int toStrip,
      float[] output,
      int outputOffset,
      int outputStride,
      boolean accumulate) {
    int k = weights.rows();
    FMatrixRMaj left = copy(input, inputOffset, inputStride, rows, k);
    FMatrixRMaj strip = new FMatrixRMaj(k, WIDTH);
    FMatrixRMaj product = new FMatrixRMaj(rows, WIDTH);
    for (int s = fromStrip; s < toStrip; s++) {
      System.arraycopy(weights.data(), s * k * WIDTH, strip.data, 0, k * WIDTH);
      CommonOps_FDRM.mult(left, strip, product);
      for (int r = 0; r < rows; r++) {
        int to = outputOffset + r * outputStride + s * WIDTH;
        for (int j = 0; j < WIDTH; j++) {
          float value = product.data[r * WIDTH + j];
          output[to + j] = accumulate ? output[to + j] + value : value;
        }
      }
    }
  }

  @Override
  public void addTransposed(
      float[] left,
      int leftOffset,
      int leftStride,
      int k,
      float[] right,
      int rightOffset,
      int rightStride,
      int rows,
      int fromStrip,
      int toStrip,
      float[] output,
      int outputOffset,
      int outputStride) {
    int column = fromStrip * WIDTH;
    int width = toStrip * WIDTH - column;
    FMatrixRMaj product = new FMatrixRMaj(k, width);
    CommonOps_FDRM.multTransA(
        copy(left, leftOffset, leftStride, rows, k),
        copy(right, rightOffset + column, rightStride, rows, width),
        product);
    for (int i = 0; i < k; i++) {
      int to = outputOffset + i * outputStride + column;
      for (int j = 0; j < width; j++) {
        output[to + j] += product.data[i * width + j];
      }
    }
  }

  private static FMatrixRMaj copy(float[] data, int offset, int stride, int rows, int columns) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(data, offset + r * stride, matrix.data, r * columns, columns);
    }
    return matrix;
  }
}
