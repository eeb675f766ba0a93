package ductus.train.ridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  @Test
  void findsWhatTheNormalEquationsFind() {
    RandomGenerator random = Seeded.random(3);
    List<double[]> rows = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    RidgeRegression normal = new RidgeRegression(4, 2);
    for (int i = 0; i < 50; i++) {
      double[] row = random.doubles(4, -1, 2).toArray();
      double[] target = {row[0] - row[3] + random.nextGaussian(), 2 + row[1]};
      rows.add(row);
      targets.add(target);
      normal.add(row, target);
    }
    for (double penalty : new double[] {1e-8, 1e-3, 1}) {
      DMatrixRMaj weights = LeastSquares.solve(rows, targets, penalty);
      assertEquals(5, weights.numRows);
      assertArrayEquals(normal.solve(penalty).data, weights.data, 1e-9);
    }
  }

  @Test
  void tellsFeaturesApartThatNearlyAgree() {
    RandomGenerator random = Seeded.random(4);
    List<double[]> rows = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double common = random.nextGaussian();
      double apart = random.nextGaussian();
      rows.add(new double[] {common, common + 1e-7 * apart});
      targets.add(new double[] {apart});
    }
    DMatrixRMaj weights = LeastSquares.solve(rows, targets, 1e-20);
    assertArrayEquals(new double[] {-1e7, 1e7, 0}, weights.data, 1e3);
  }

  @Test
  void refusesWhatHasNoSolution() {
    List<double[]> row = List.of(new double[] {1, 2});
    List<double[]> target = List.of(new double[] {1});
    assertThrows(IllegalArgumentException.class, () -> LeastSquares.solve(row, target, 0));
    assertThrows(IllegalArgumentException.class, () -> LeastSquares.solve(row, List.of(), 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> LeastSquares.solve(List.of(new double[] {Double.NaN}), target, 1));
  }
}
