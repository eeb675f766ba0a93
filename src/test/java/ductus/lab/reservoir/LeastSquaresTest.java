package ductus.lab.reservoir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  @Test
  void findsWhatTheNormalEquationsFind() {
    RandomGenerator random = Seeded.random(3);
    List<double[]> rows = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      double[] row = random.doubles(4, -1, 2).toArray();
      double[] target = {row[0] - row[3] + random.nextGaussian(), 2 + row[1]};
      rows.add(row);
      targets.add(target);
    }
    for (double penalty : new double[] {1e-8, 1e-3, 1}) {
      DMatrixRMaj weights = LeastSquares.solve(rows, targets, penalty);
      assertEquals(5, weights.numRows);
      assertArrayEquals(normalEquations(rows, targets, penalty).data, weights.data, 1e-9);
    }
  }

  /** (XᵀX + λ·I)⁻¹·XᵀY, the constant 1 behind each row and not penalized. */
  private static DMatrixRMaj normalEquations(
      List<double[]> rows, List<double[]> targets, double penalty) {
    DMatrixRMaj x = new DMatrixRMaj(rows.size(), 5);
    DMatrixRMaj y = new DMatrixRMaj(targets.toArray(new double[0][]));
    double squares = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int f = 0; f < 4; f++) {
        x.set(i, f, rows.get(i)[f]);
        squares += rows.get(i)[f] * rows.get(i)[f];
      }
      x.set(i, 4, 1);
    }
    DMatrixRMaj square = new DMatrixRMaj(5, 5);
    DMatrixRMaj product = new DMatrixRMaj(5, 2);
    CommonOps_DDRM.multTransA(x, x, square);
    CommonOps_DDRM.multTransA(x, y, product);
    for (int f = 0; f < 4; f++) {
      square.add(f, f, penalty * squares / 4);
    }
    DMatrixRMaj weights = new DMatrixRMaj(5, 2);
    CommonOps_DDRM.solve(square, product, weights);
    return weights;
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
