package ductus.series.linear;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Sums of products of features, from which any choice among them is fitted by least squares. */
final class NormalEquations {
  private static final double LEAST_SQUARES = 1e-13;

  private final int features;
  private final double ridge;
  private final double[] products;
  private final double[] wanted;
  private double squares;
  private int rows;

  /**
   * No rows yet.
   *
   * @param ridge what is added to the squares of each feature, as a share of them
   */
  NormalEquations(int features, double ridge) {
    this.features = features;
    this.ridge = ridge;
    products = new double[features * features];
    wanted = new double[features];
  }

  /** A fit: a weight for each chosen feature, and the sum of squared errors that is left. */
  static final class Fit {
    private final double[] weights;
    private final double squares;

    private Fit(double[] weights, double squares) {
      this.weights = weights;
      this.squares = squares;
    }

    double weight(int i) {
      return weights[i];
    }

    double squares() {
      return squares;
    }
  }

  /**
   * Adds a row.
   *
   * @param numbers of the features [F], not modified
   * @param answer that is wanted
   */
  void add(double[] numbers, double answer) {
    for (int i = 0; i < features; i++) {
      double number = numbers[i];
      if (number != 0) {
        for (int j = 0; j <= i; j++) {
          products[i * features + j] += number * numbers[j];
        }
        wanted[i] += number * answer;
      }
    }
    squares += answer * answer;
    rows++;
  }

  /** Number of rows that were added. */
  int rows() {
    return rows;
  }

  private double product(int i, int j) {
    return i >= j ? products[i * features + j] : products[j * features + i];
  }

  /** Fits some features; empty where they cannot be. */
  Optional<Fit> fit(int[] chosen) {
    int size = chosen.length;
    if (size == 0) {
      return Optional.of(new Fit(new double[0], squares));
    }
    // Each feature in units of its own size, since changes of smooth series are small.
    double[] units = new double[size];
    for (int i = 0; i < size; i++) {
      double square = product(chosen[i], chosen[i]);
      units[i] = square > 0 ? 1 / Math.sqrt(square) : 1;
    }
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    DMatrixRMaj answers = new DMatrixRMaj(size, 1);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix.set(i, j, product(chosen[i], chosen[j]) * units[i] * units[j]);
      }
      matrix.add(i, i, ridge);
      answers.set(i, 0, wanted[chosen[i]] * units[i]);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
    if (!solver.setA(matrix.copy())) {
      return Optional.empty();
    }
    DMatrixRMaj solution = new DMatrixRMaj(size, 1);
    solver.solve(answers, solution);
    double left = squares;
    for (int i = 0; i < size; i++) {
      double sum = -2 * answers.get(i, 0);
      for (int j = 0; j < size; j++) {
        // Without the ridge, which is no error.
        double product = matrix.get(i, j) - (i == j ? ridge : 0);
        sum += product * solution.get(j, 0);
      }
      left += solution.get(i, 0) * sum;
    }
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = solution.get(i, 0) * units[i];
    }
    return Optional.of(new Fit(weights, Math.max(left, LEAST_SQUARES * squares)));
  }
}
