package ductus.nn;

import org.ejml.data.FMatrixRMaj;

/** How near the engine's floats come to a reference in double precision. */
public final class Closeness {
  private Closeness() {}

  /** Largest difference, as a share of the largest magnitude in the reference (at least 1e-30). */
  public static double error(double[] expected, float[] actual) {
    double size = 1e-30;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      size = Math.max(size, Math.abs(expected[i]));
      double error = Math.abs(expected[i] - actual[i]);
      difference = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(difference, error);
    }
    return difference / size;
  }

  /**
   * Compares.
   *
   * @throws AssertionError if the error is above the tolerance
   */
  public static void require(
      String what, double[] expected, float[] actual, int length, double tolerance) {
    if (expected.length != length || actual.length < length) {
      throw new AssertionError(
          "%s: %d expected, %d of %d floats"
              .formatted(what, expected.length, length, actual.length));
    }
    double error = error(expected, actual);
    if (error > tolerance) {
      throw new AssertionError(
          "%s: error %.3g of the largest value, allowed %.3g".formatted(what, error, tolerance));
    }
  }

  /** Floats as doubles. */
  public static double[] widen(float[] values, int length) {
    double[] wide = new double[length];
    for (int i = 0; i < length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /** The entries of a matrix as doubles, row by row. */
  public static double[] widen(FMatrixRMaj matrix) {
    return widen(matrix.data, matrix.getNumElements());
  }
}
