package ductus.document;

import ductus.math.Seeded;
import java.util.random.RandomGenerator;

/** Rows and matrices in plain double precision, as the course writes them; matrices row by row. */
final class Rows {
  private Rows() {}

  /** Rows drawn evenly between ±bound. */
  static double[][] drawn(int rows, int columns, double bound, RandomGenerator random) {
    double[][] drawn = new double[rows][];
    for (int i = 0; i < rows; i++) {
      drawn[i] = Seeded.doubles(columns, bound, random);
    }
    return drawn;
  }

  /** Row times matrix. */
  static double[] times(double[] row, double[] matrix) {
    double[] product = new double[matrix.length / row.length];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[j] += row[i] * matrix[i * product.length + j];
      }
    }
    return product;
  }

  /** Row times the transposed matrix. */
  static double[] timesTransposed(double[] row, double[] matrix) {
    double[] product = new double[matrix.length / row.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < row.length; j++) {
        product[i] += row[j] * matrix[i * row.length + j];
      }
    }
    return product;
  }

  /** Adds columnᵀ·row to a matrix. */
  static void addOuter(double[] column, double[] row, double[] sum) {
    for (int i = 0; i < column.length; i++) {
      for (int j = 0; j < row.length; j++) {
        sum[i * row.length + j] += column[i] * row[j];
      }
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < b.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  static double[] softmax(double[] logits) {
    double[] share = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < share.length; i++) {
      share[i] = StrictMath.exp(logits[i]);
      sum += share[i];
    }
    for (int i = 0; i < share.length; i++) {
      share[i] /= sum;
    }
    return share;
  }
}
