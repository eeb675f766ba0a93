package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.plain.EjmlKernels;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Layer normalization of all kernels beside double precision. */
class NormKernelsTest {
  private static final double TOLERANCE = 2e-6;

  private final Kernels[] all = {new EjmlKernels(), KernelChoice.best()};

  @Test
  void normalizedRowsHaveMeanZeroAndVarianceOne() {
    for (Kernels kernels : all) {
      for (int count : new int[] {5, 15, 16, 17, 64, 100, 1600}) {
        int length = (count + 15) / 16 * 16;
        float[] x = padded(count, length, 3, count);
        float[] normalized = new float[length];
        float[] y = new float[length + 1];
        kernels.norms().normalize(x, 1, length, count, ones(count, length), normalized, 0, y, 1);
        double sum = 0;
        double squares = 0;
        for (int j = 1; j <= count; j++) {
          assertEquals(normalized[j - 1], y[j], 0);
          sum += y[j];
          squares += y[j] * y[j];
        }
        assertEquals(0, sum / count, TOLERANCE);
        assertEquals(1, squares / count, 1e-4);
        for (int j = count + 1; j <= length; j++) {
          assertEquals(0, y[j], 0);
        }
      }
    }
  }

  @Test
  void rowsAndTheirGradientsAreThoseOfDoublePrecision() {
    for (Kernels kernels : all) {
      for (int count : new int[] {5, 15, 16, 17, 64, 100, 1600}) {
        check(kernels.norms(), count);
      }
    }
  }

  private static void check(NormKernels norms, int count) {
    int length = (count + 15) / 16 * 16;
    float[] x = padded(count, length, 3, count);
    float[] gain = Arrays.copyOfRange(padded(count, length, 1, count + 1), 1, length + 1);
    float[] before = padded(count, length, 1, count + 3);
    float[] dY = padded(count, length, 1, count + 4);
    double mean = 0;
    for (int j = 1; j <= count; j++) {
      mean += x[j] / (double) count;
    }
    double variance = 0;
    for (int j = 1; j <= count; j++) {
      variance += (x[j] - mean) * (x[j] - mean) / count;
    }
    double scale = 1 / Math.sqrt(variance + NormKernels.EPSILON);
    double[] normalized = new double[count + 1];
    double dMean = 0;
    double projection = 0;
    for (int j = 1; j <= count; j++) {
      normalized[j] = (x[j] - mean) * scale;
      dMean += gain[j - 1] * dY[j] / (double) count;
      projection += gain[j - 1] * dY[j] * normalized[j] / count;
    }
    float[] y = before.clone();
    float[] dX = new float[length + 1];
    float[] actual = new float[length + 2];
    float returned = norms.normalize(x, 1, length, count, gain, actual, 2, y, 1);
    norms.normalizeBackward(actual, 2, length, count, returned, gain, dY, 1, dX, 1);
    assertEquals(scale, returned, TOLERANCE * scale);
    for (int j = 1; j <= count; j++) {
      assertEquals(normalized[j], actual[j + 1], TOLERANCE);
      assertEquals(before[j] + gain[j - 1] * normalized[j], y[j], 2 * TOLERANCE);
      double dNormalized = gain[j - 1] * dY[j];
      assertEquals(
          (dNormalized - dMean - normalized[j] * projection) * scale,
          dX[j],
          2 * TOLERANCE * Math.max(1, scale));
    }
  }

  @Test
  void aRowOfEqualEntriesStaysFinite() {
    for (Kernels kernels : all) {
      float[] x = new float[16];
      Arrays.fill(x, 0, 9, 7);
      float[] y = new float[16];
      float[] normalized = new float[16];
      float scale = kernels.norms().normalize(x, 0, 16, 9, ones(9, 16), normalized, 0, y, 0);
      float[] dX = new float[16];
      kernels
          .norms()
          .normalizeBackward(normalized, 0, 16, 9, scale, ones(9, 16), ones(9, 16), 0, dX, 0);
      for (int j = 0; j < 9; j++) {
        assertEquals(0, y[j], 1e-3);
        assertTrue(Float.isFinite(dX[j]));
      }
    }
  }

  @Test
  void productsOfEntriesAddUpOverRows() {
    RandomGenerator random = Seeded.random(1);
    for (int length : new int[] {16, 48, 128}) {
      for (int rows : new int[] {0, 1, 5, 100}) {
        float[] left = Seeded.floats(3 + rows * (length + 2), 1, random);
        float[] right = Seeded.floats(5 + rows * (length + 7), 1, random);
        float[] before = Seeded.floats(length + 2, 1, random);
        for (Kernels kernels : all) {
          float[] sum = before.clone();
          kernels
              .norms()
              .addProducts(left, 3, length + 2, right, 5, length + 7, rows, sum, 1, length);
          for (int j = 0; j < sum.length; j++) {
            double expected = before[j];
            for (int r = 0; r < rows && j > 0 && j <= length; r++) {
              expected +=
                  left[3 + r * (length + 2) + j - 1] * (double) right[5 + r * (length + 7) + j - 1];
            }
            assertEquals(expected, sum[j], 1e-5);
          }
        }
      }
    }
  }

  /** Random entries from index 1 on, filled up with zeros. */
  private static float[] padded(int count, int length, double bound, long seed) {
    float[] row = Arrays.copyOf(Seeded.floats(count + 1, bound, Seeded.random(seed)), length + 1);
    row[0] = 0;
    return row;
  }

  private static float[] ones(int count, int length) {
    float[] ones = new float[length];
    Arrays.fill(ones, 0, count, 1);
    return ones;
  }
}
