package ductus.train.ridge;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Finds the weights W [F×N] for which |X·W − Y|² + λ·|W|² is smallest, from the normal equations
 * (XᵀX + λ·I)·W = XᵀY. Rows are added one by one and not kept. The last feature is the constant 1
 * that is added to each row; it is not penalized.
 */
public final class RidgeRegression {
  /** Rows that are multiplied together. */
  private static final int BLOCK = 256;

  private final int features;
  private final DMatrixRMaj square;
  private final DMatrixRMaj product;
  private final DMatrixRMaj rows;
  private final DMatrixRMaj wanted;
  private int waiting;
  private long count;

  /**
   * Without rows.
   *
   * @param features of a row, without the constant
   * @param outputs N
   */
  public RidgeRegression(int features, int outputs) {
    this.features = features + 1;
    square = new DMatrixRMaj(this.features, this.features);
    product = new DMatrixRMaj(this.features, outputs);
    rows = new DMatrixRMaj(BLOCK, this.features);
    wanted = new DMatrixRMaj(BLOCK, outputs);
  }

  /**
   * Adds a row.
   *
   * @param row at least as long as there are features without the constant, not modified
   * @param targets [N], not modified
   */
  public void add(double[] row, double[] targets) {
    System.arraycopy(row, 0, rows.data, waiting * features, features - 1);
    rows.data[(waiting + 1) * features - 1] = 1;
    System.arraycopy(targets, 0, wanted.data, waiting * wanted.numCols, wanted.numCols);
    waiting++;
    count++;
    if (waiting == BLOCK) {
      multiply();
    }
  }

  /** Rows that were added. */
  public long count() {
    return count;
  }

  private void multiply() {
    rows.reshape(waiting, features, true);
    wanted.reshape(waiting, wanted.numCols, true);
    CommonOps_DDRM.multAddTransA(rows, rows, square);
    CommonOps_DDRM.multAddTransA(rows, wanted, product);
    rows.reshape(BLOCK, features, true);
    wanted.reshape(BLOCK, wanted.numCols, true);
    waiting = 0;
  }

  /**
   * The weights [F×N], those of the constant last.
   *
   * @param penalty λ, as a share of the features' mean square; 0 or more
   */
  public DMatrixRMaj solve(double penalty) {
    if (count == 0) {
      throw new IllegalStateException("there are no rows to solve for");
    }
    multiply();
    DMatrixRMaj damped = square.copy();
    double mean = (CommonOps_DDRM.trace(square) - count) / Math.max(1, features - 1);
    for (int i = 0; i < features - 1; i++) {
      damped.add(i, i, penalty * mean);
    }
    DMatrixRMaj weights = new DMatrixRMaj(features, product.numCols);
    for (LinearSolverDense<DMatrixRMaj> solver : solvers()) {
      if (solver.setA(damped.copy())) {
        solver.solve(product, weights);
        if (isFinite(weights)) {
          return weights;
        }
      }
    }
    throw new IllegalArgumentException("the features are not finite");
  }

  /** Cholesky's; where the equations depend on each other too much, by singular values. */
  private List<LinearSolverDense<DMatrixRMaj>> solvers() {
    return List.of(
        LinearSolverFactory_DDRM.symmPosDef(features),
        LinearSolverFactory_DDRM.pseudoInverse(true));
  }

  private static boolean isFinite(DMatrixRMaj matrix) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      if (!Double.isFinite(matrix.data[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * What weights make of a row.
   *
   * @param row at least as long as there are features without the constant
   * @param output [N], modified
   */
  public static void apply(DMatrixRMaj weights, double[] row, double[] output) {
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
