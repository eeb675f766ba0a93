package ductus.lab.gradient;

import org.ejml.data.FMatrixRMaj;

/** The largest magnitude of a matrix's eigenvalues: the factor by which its powers grow at last. */
final class DenseSpectralRadius {
  private static final int SQUARINGS = 12;

  private DenseSpectralRadius() {}

  /**
   * The radius of a square part of a matrix, by Gelfand's formula: the k-th root of the norm of the
   * k-th power, k = 4096.
   *
   * @param weights [H×G·H]
   * @param column where the part [H×H] begins
   */
  static double of(FMatrixRMaj weights, int column) {
    int size = weights.numRows;
    double[] power = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        power[i * size + j] = weights.get(i, column + j);
      }
    }
    double logarithm = 0;
    double exponent = 1;
    for (int i = 0; i < SQUARINGS; i++) {
      double norm = norm(power);
      if (norm == 0) {
        return 0;
      }
      for (int k = 0; k < power.length; k++) {
        power[k] /= norm;
      }
      logarithm += StrictMath.log(norm) / exponent;
      power = squared(power, size);
      exponent *= 2;
    }
    double norm = norm(power);
    return norm == 0 ? 0 : StrictMath.exp(logarithm + StrictMath.log(norm) / exponent);
  }

  private static double norm(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static double[] squared(double[] matrix, int size) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        double factor = matrix[i * size + k];
        for (int j = 0; j < size; j++) {
          product[i * size + j] += factor * matrix[k * size + j];
        }
      }
    }
    return product;
  }
}
