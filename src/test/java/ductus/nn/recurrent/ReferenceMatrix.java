package ductus.nn.recurrent;

import java.util.Arrays;

/** A weight matrix [K×N] in double precision, beside its gradient. */
public final class ReferenceMatrix {
  /** As in the model file, without the layer's prefix. */
  public final String name;

  public final double[] value;
  public final double[] gradient;

  private final int rows;
  private final int columns;

  ReferenceMatrix(String name, int rows, int columns) {
    this.name = name;
    this.rows = rows;
    this.columns = columns;
    value = new double[rows * columns];
    gradient = new double[rows * columns];
  }

  /** A row with the same number everywhere. */
  static ReferenceMatrix row(String name, int columns, double everywhere) {
    ReferenceMatrix row = new ReferenceMatrix(name, 1, columns);
    Arrays.fill(row.value, everywhere);
    return row;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** x·W [N] of a row x [K]. */
  double[] product(double[] x) {
    double[] product = new double[columns];
    for (int k = 0; k < rows; k++) {
      for (int j = 0; j < columns; j++) {
        product[j] += x[k] * value[k * columns + j];
      }
    }
    return product;
  }

  /** Goes back through {@link #product}: adds to the gradient, and to that of the row. */
  void backProduct(double[] x, double[] dProduct, double[] dX) {
    for (int k = 0; k < rows; k++) {
      for (int j = 0; j < columns; j++) {
        gradient[k * columns + j] += x[k] * dProduct[j];
        dX[k] += value[k * columns + j] * dProduct[j];
      }
    }
  }

  /** Adds to the gradient of a matrix of one row. */
  void addGradient(double[] dRow) {
    for (int j = 0; j < columns; j++) {
      gradient[j] += dRow[j];
    }
  }
}
