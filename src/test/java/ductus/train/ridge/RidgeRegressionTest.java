package ductus.train.ridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
  private static final double[][] WEIGHTS = {{1.5, -2}, {0.25, 3}, {-4, 0}, {0.5, 10}};

  /** Rows of three features whose targets are a linear map of them, and more features than that. */
  private static RidgeRegression linear(int rows, int features, double scale) {
    RandomGenerator random = Seeded.random(1);
    RidgeRegression regression = new RidgeRegression(features, 2);
    for (int i = 0; i < rows; i++) {
      double[] row = new double[features];
      for (int f = 0; f < features; f++) {
        row[f] = f < 3 ? scale * random.nextGaussian() : row[f % 3];
      }
      regression.add(row, output(row, scale));
    }
    return regression;
  }

  private static double[] output(double[] row, double scale) {
    double[] output = new double[2];
    for (int n = 0; n < 2; n++) {
      output[n] = WEIGHTS[3][n];
      for (int f = 0; f < 3; f++) {
        output[n] += row[f] / scale * WEIGHTS[f][n];
      }
    }
    return output;
  }

  @Test
  void findsALinearMapWhateverTheScaleOfItsFeatures() {
    for (int rows : new int[] {5, 256, 1000}) {
      for (double scale : new double[] {1e-3, 1, 1e3}) {
        DMatrixRMaj weights = linear(rows, 3, scale).solve(1e-14);
        double[] row = {scale, -2 * scale, 0.5 * scale};
        double[] made = new double[2];
        RidgeRegression.apply(weights, row, made);
        assertArrayEquals(output(row, scale), made, 1e-8);
      }
    }
  }

  @Test
  void minimizesThePenalizedError() {
    RandomGenerator random = Seeded.random(2);
    int count = 40;
    double[][] rows = new double[count][2];
    double[][] targets = new double[count][1];
    RidgeRegression regression = new RidgeRegression(2, 1);
    double square = 0;
    for (int i = 0; i < count; i++) {
      rows[i] = new double[] {random.nextGaussian(), 3 + random.nextGaussian()};
      targets[i] = new double[] {random.nextGaussian() + rows[i][0]};
      square += rows[i][0] * rows[i][0] + rows[i][1] * rows[i][1];
      regression.add(rows[i], targets[i]);
    }
    double penalty = 0.3;
    DMatrixRMaj weights = regression.solve(penalty);
    double least = loss(weights, rows, targets, penalty * square / 2);
    for (int f = 0; f < 3; f++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        DMatrixRMaj moved = weights.copy();
        moved.add(f, 0, step);
        assertTrue(loss(moved, rows, targets, penalty * square / 2) > least);
      }
    }
  }

  private static double loss(
      DMatrixRMaj weights, double[][] rows, double[][] targets, double lambda) {
    double[] output = new double[1];
    double loss = lambda * (weights.get(0) * weights.get(0) + weights.get(1) * weights.get(1));
    for (int i = 0; i < rows.length; i++) {
      RidgeRegression.apply(weights, rows[i], output);
      loss += (output[0] - targets[i][0]) * (output[0] - targets[i][0]);
    }
    return loss;
  }

  @Test
  void featuresThatDependOnEachOtherAreNoTrouble() {
    for (double penalty : new double[] {0, 1e-12}) {
      DMatrixRMaj weights = linear(300, 9, 1).solve(penalty);
      double[] row = {1, -2, 0.5, 1, -2, 0.5, 1, -2, 0.5};
      double[] made = new double[2];
      RidgeRegression.apply(weights, row, made);
      assertArrayEquals(output(row, 1), made, 1e-6);
    }
  }

  @Test
  void countsItsRowsAndWantsSome() {
    assertEquals(7, linear(7, 3, 1).count());
    assertThrows(IllegalStateException.class, () -> new RidgeRegression(3, 1).solve(1));
  }
}
