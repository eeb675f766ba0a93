package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.NormKernels.NormMatrices;
import ductus.math.plain.EjmlKernels;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Layer normalization of all kernels beside double precision. */
class NormKernelsTest {
  private static final double TOLERANCE = 2e-6;
  private static final int[] COUNTS = {5, 15, 16, 17, 64, 100, 1600};

  private final Kernels[] all = {new EjmlKernels(), KernelChoice.best()};

  @Test
  void normalizedRowsHaveMeanZeroAndVarianceOne() {
    for (Kernels kernels : all) {
      for (int count : COUNTS) {
        FMatrixRMaj x = padded(count, 3, count);
        FMatrixRMaj y = new FMatrixRMaj(2, x.numCols);
        NormMatrices norm = norm(count, ones(count));
        kernels.norms().normalize(norm, x, y, 1);
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < count; j++) {
          assertEquals(norm.normalized().get(1, j), y.get(1, j), 0);
          sum += y.get(1, j);
          squares += y.get(1, j) * y.get(1, j);
        }
        assertEquals(0, sum / count, TOLERANCE);
        assertEquals(1, squares / count, 1e-4);
        for (int j = count; j < y.numCols; j++) {
          assertEquals(0, y.get(1, j), 0);
        }
      }
    }
  }

  @Test
  void rowsAndTheirGradientsAreThoseOfDoublePrecision() {
    for (Kernels kernels : all) {
      for (int count : COUNTS) {
        check(kernels.norms(), count);
      }
    }
  }

  private static void check(NormKernels norms, int count) {
    FMatrixRMaj x = padded(count, 3, count);
    FMatrixRMaj before = padded(count, 1, count + 3);
    FMatrixRMaj dY = padded(count, 1, count + 4);
    FMatrixRMaj gains = padded(count, 1, count + 1);
    FMatrixRMaj gain = new FMatrixRMaj(1, x.numCols);
    System.arraycopy(gains.data, x.numCols, gain.data, 0, count);
    double mean = 0;
    for (int j = 0; j < count; j++) {
      mean += x.get(1, j) / (double) count;
    }
    double variance = 0;
    for (int j = 0; j < count; j++) {
      variance += (x.get(1, j) - mean) * (x.get(1, j) - mean) / count;
    }
    double scale = 1 / Math.sqrt(variance + NormKernels.EPSILON);
    double[] normalized = new double[count];
    double dMean = 0;
    double projection = 0;
    for (int j = 0; j < count; j++) {
      normalized[j] = (x.get(1, j) - mean) * scale;
      dMean += gain.data[j] * dY.get(1, j) / (double) count;
      projection += gain.data[j] * dY.get(1, j) * normalized[j] / count;
    }
    FMatrixRMaj y = before.copy();
    FMatrixRMaj dX = new FMatrixRMaj(3, x.numCols);
    NormMatrices norm = norm(count, gain);
    norms.normalize(norm, x, y, 1);
    norms.normalizeBackward(norm, dY, 1, dX, 2);
    assertEquals(scale, norm.scales().data[1], TOLERANCE * scale);
    for (int j = 0; j < count; j++) {
      assertEquals(normalized[j], norm.normalized().get(1, j), TOLERANCE);
      assertEquals(before.get(1, j) + gain.data[j] * normalized[j], y.get(1, j), 2 * TOLERANCE);
      double dNormalized = gain.data[j] * dY.get(1, j);
      assertEquals(
          (dNormalized - dMean - normalized[j] * projection) * scale,
          dX.get(2, j),
          2 * TOLERANCE * Math.max(1, scale));
    }
  }

  @Test
  void aRowOfEqualEntriesStaysFinite() {
    for (Kernels kernels : all) {
      FMatrixRMaj x = new FMatrixRMaj(1, 16);
      Arrays.fill(x.data, 0, 9, 7);
      FMatrixRMaj y = new FMatrixRMaj(1, 16);
      FMatrixRMaj dX = new FMatrixRMaj(1, 16);
      NormMatrices norm = norm(9, ones(9));
      kernels.norms().normalize(norm, x, y, 0);
      kernels.norms().normalizeBackward(norm, ones(9), 0, dX, 0);
      for (int j = 0; j < 9; j++) {
        assertEquals(0, y.data[j], 1e-3);
        assertTrue(Float.isFinite(dX.data[j]));
      }
    }
  }

  @Test
  void productsOfEntriesAddUpOverRows() {
    RandomGenerator random = Seeded.random(1);
    for (int length : new int[] {16, 48, 128}) {
      for (int rows : new int[] {0, 1, 5, 100}) {
        FMatrixRMaj left = Seeded.matrix(rows, length + 18, 1, random);
        FMatrixRMaj right = Seeded.matrix(rows, length + 23, 1, random);
        float[] before = Seeded.floats(length + 17, 1, random);
        for (Kernels kernels : all) {
          float[] sum = before.clone();
          kernels.norms().addProducts(left, right, sum, 16, 16 + length);
          for (int j = 0; j < sum.length; j++) {
            double expected = before[j];
            for (int r = 0; r < rows && j >= 16 && j < 16 + length; r++) {
              expected += left.get(r, j) * (double) right.get(r, j);
            }
            assertEquals(expected, sum[j], 1e-5);
          }
        }
      }
    }
  }

  private static NormMatrices norm(int count, FMatrixRMaj gain) {
    return new NormMatrices(
        count, gain, new FMatrixRMaj(2, gain.numCols + 3), new FMatrixRMaj(2, 1));
  }

  /** Random entries in the second of two rows, filled up with zeros. */
  private static FMatrixRMaj padded(int count, double bound, long seed) {
    FMatrixRMaj matrix = new FMatrixRMaj(2, Strips.padded(count));
    float[] row = Seeded.floats(count, bound, Seeded.random(seed));
    System.arraycopy(row, 0, matrix.data, matrix.numCols, count);
    return matrix;
  }

  private static FMatrixRMaj ones(int count) {
    FMatrixRMaj ones = new FMatrixRMaj(1, Strips.padded(count));
    Arrays.fill(ones.data, 0, count, 1);
    return ones;
  }
}
