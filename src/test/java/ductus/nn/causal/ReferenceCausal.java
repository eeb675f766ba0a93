package ductus.nn.causal;

import java.util.Map;

/** A causal layer over one sequence from its beginning, in double precision, by the formulas. */
@FunctionalInterface
interface ReferenceCausal {
  /**
   * The outputs [T][H] of inputs [T][K].
   *
   * @param weights by their names without the layer's
   */
  double[][] forward(double[][] input, Map<String, double[][]> weights);

  /** A row times a matrix, and a bias where there is one. */
  static double[] affine(double[] row, double[][] weight, double[][] bias) {
    double[] result = new double[weight[0].length];
    for (int j = 0; j < result.length; j++) {
      result[j] = bias.length == 0 ? 0 : bias[0][j];
      for (int i = 0; i < row.length; i++) {
        result[j] += row[i] * weight[i][j];
      }
    }
    return result;
  }

  /** Adds one row to another. */
  static double[] sum(double[] one, double[] other) {
    double[] result = one.clone();
    for (int j = 0; j < result.length; j++) {
      result[j] += other[j];
    }
    return result;
  }

  /** What is above 0. */
  static double[] rectified(double[] row) {
    double[] result = row.clone();
    for (int j = 0; j < result.length; j++) {
      result[j] = Math.max(0, result[j]);
    }
    return result;
  }
}
