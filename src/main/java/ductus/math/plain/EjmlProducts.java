package ductus.math.plain;

import ductus.math.PackedWeights;
import ductus.math.Products;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** Products by EJML. */
final class EjmlProducts implements Products {
  @Override
  public void multiply(
      float[] input,
      int inputOffset,
      int inputStride,
      int rows,
      PackedWeights weights,
      int fromPanel,
      int toPanel,
      float[] output,
      int outputOffset,
      int outputStride,
      boolean accumulate) {
    int k = weights.rows();
    FMatrixRMaj left = copy(input, inputOffset, inputStride, rows, k);
    FMatrixRMaj panelWeights = new FMatrixRMaj(k, PackedWeights.PANEL);
    FMatrixRMaj product = new FMatrixRMaj(rows, PackedWeights.PANEL);
    for (int panel = fromPanel; panel < toPanel; panel++) {
      System.arraycopy(
          weights.data(),
          panel * k * PackedWeights.PANEL,
          panelWeights.data,
          0,
          k * PackedWeights.PANEL);
      CommonOps_FDRM.mult(left, panelWeights, product);
      int column = panel * PackedWeights.PANEL;
      int width = Math.min(PackedWeights.PANEL, weights.columns() - column);
      for (int r = 0; r < rows; r++) {
        int to = outputOffset + r * outputStride + column;
        for (int j = 0; j < width; j++) {
          float value = product.data[r * PackedWeights.PANEL + j];
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
      int fromColumn,
      int toColumn,
      float[] output,
      int outputOffset,
      int outputStride) {
    int width = toColumn - fromColumn;
    FMatrixRMaj product = new FMatrixRMaj(k, width);
    CommonOps_FDRM.multTransA(
        copy(left, leftOffset, leftStride, rows, k),
        copy(right, rightOffset + fromColumn, rightStride, rows, width),
        product);
    for (int i = 0; i < k; i++) {
      int to = outputOffset + i * outputStride + fromColumn;
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
