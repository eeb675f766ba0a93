package ductus.math.plain;

import static ductus.math.Strips.WIDTH;

import ductus.math.Products;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** Products by EJML, on copies. */
final class EjmlProducts implements Products {
  @Override
  public void multiply(
      RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {
    FMatrixRMaj output = product.output();
    for (int r = outputRow; r < outputRow + rows; r++) {
      int row = r * output.numCols;
      // Adding to −0 leaves every number as it is, 0 and −0 too.
      Arrays.fill(output.data, row + fromStrip * WIDTH, row + toStrip * WIDTH, -0f);
    }
    add(product, inputRow, outputRow, rows, fromStrip, toStrip);
  }

  @Override
  public void add(
      RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {
    float[] weights = product.weights().data();
    FMatrixRMaj output = product.output();
    int k = product.weights().rows();
    FMatrixRMaj left = copy(product.input(), inputRow, rows, 0, k);
    FMatrixRMaj strip = new FMatrixRMaj(k, WIDTH);
    FMatrixRMaj sums = new FMatrixRMaj(rows, WIDTH);
    for (int s = fromStrip; s < toStrip; s++) {
      System.arraycopy(weights, s * k * WIDTH, strip.data, 0, k * WIDTH);
      CommonOps_FDRM.mult(left, strip, sums);
      addTo(output, outputRow, s * WIDTH, sums);
    }
  }

  @Override
  public void addTransposed(
      GradientProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {
    int k = product.dWeights().numRows;
    int column = fromStrip * WIDTH;
    int width = toStrip * WIDTH - column;
    FMatrixRMaj sums = new FMatrixRMaj(k, width);
    CommonOps_FDRM.multTransA(
        copy(product.input(), inputRow, rows, 0, k),
        copy(product.dOutput(), outputRow, rows, column, width),
        sums);
    addTo(product.dWeights(), 0, column, sums);
  }

  @Override
  public void addTransposed(GradientProduct product, int fromInput, int toInput) {
    int rows = product.dOutput().numRows;
    int width = product.dWeights().numCols;
    FMatrixRMaj sums = new FMatrixRMaj(toInput - fromInput, width);
    CommonOps_FDRM.multTransA(
        copy(product.input(), 0, rows, fromInput, toInput - fromInput),
        copy(product.dOutput(), 0, rows, 0, width),
        sums);
    addTo(product.dWeights(), fromInput, 0, sums);
  }

  private static FMatrixRMaj copy(FMatrixRMaj matrix, int row, int rows, int column, int columns) {
    FMatrixRMaj copy = new FMatrixRMaj(rows, columns);
    for (int r = 0; r < rows; r++) {
      int from = (row + r) * matrix.numCols + column;
      System.arraycopy(matrix.data, from, copy.data, r * columns, columns);
    }
    return copy;
  }

  private static void addTo(FMatrixRMaj output, int row, int column, FMatrixRMaj sums) {
    for (int r = 0; r < sums.numRows; r++) {
      int to = (row + r) * output.numCols + column;
      for (int j = 0; j < sums.numCols; j++) {
        output.data[to + j] += sums.data[r * sums.numCols + j];
      }
    }
  }
}
