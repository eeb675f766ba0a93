package ductus.lab.reservoir;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge regression: the weights W [F×N] for which |X·W − Y|² + λ·|W|² is smallest, by an orthogonal
 * decomposition of the rows themselves, with √λ·I below them. It keeps all rows and takes several
 * times as long as the normal equations (XᵀX + λ·I)·W = XᵀY, but does not square their condition:
 * penalties make a difference down to about 10⁻²⁰ of the features' mean square instead of 10⁻¹². A
 * network that feeds its own outputs back lives on those digits.
 */
final class LeastSquares {
  private LeastSquares() {}

  /**
   * The weights [F×N], those of the constant 1 last; it is added to each row and not penalized.
   *
   * @param rows one or more, each of the features without the constant
   * @param targets as many, each [N]
   * @param penalty λ, as a share of the features' mean square; above 0
   */
  static DMatrixRMaj solve(List<double[]> rows, List<double[]> targets, double penalty) {
    if (rows.isEmpty() || rows.size() != targets.size()) {
      throw new IllegalArgumentException(
          "rows and targets must be as many, 1 or more, but were %d and %d"
              .formatted(rows.size(), targets.size()));
    }
    if (!(penalty > 0)) {
      throw new IllegalArgumentException("penalty must be above 0 but was " + penalty);
    }
    int features = rows.get(0).length;
    int outputs = targets.get(0).length;
    int count = rows.size();
    DMatrixRMaj matrix = new DMatrixRMaj(count + features, features + 1);
    DMatrixRMaj wanted = new DMatrixRMaj(count + features, outputs);
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double[] row = rows.get(i);
      System.arraycopy(row, 0, matrix.data, i * (features + 1), features);
      matrix.set(i, features, 1);
      System.arraycopy(targets.get(i), 0, wanted.data, i * outputs, outputs);
      for (double value : row) {
        squares += value * value;
      }
    }
    double damping = Math.sqrt(penalty * squares / features);
    for (int f = 0; f < features; f++) {
      matrix.set(count + f, f, damping);
    }
    LinearSolverDense<DMatrixRMaj> solver =
        LinearSolverFactory_DDRM.leastSquares(matrix.numRows, matrix.numCols);
    DMatrixRMaj weights = new DMatrixRMaj(features + 1, outputs);
    if (!Double.isFinite(squares) || !solver.setA(matrix)) {
      throw new IllegalArgumentException("the features are all zero or not finite");
    }
    solver.solve(wanted, weights);
    return weights;
  }

  /**
   * The outputs of a linear readout for a row of features.
   *
   * @param weights [F×N], those of the constant last
   * @param row at least as long as there are features without the constant, not modified
   * @param output [N], modified
   */
  static void apply(DMatrixRMaj weights, double[] row, double[] output) {
    int last = weights.numRows - 1;
    for (int n = 0; n < weights.numCols; n++) {
      double sum = weights.get(last, n);
      for (int f = 0; f < last; f++) {
        sum += row[f] * weights.data[f * weights.numCols + n];
      }
      output[n] = sum;
    }
  }
}
