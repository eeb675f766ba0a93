package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.plain.EjmlKernels;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Weighted sums of all kernels beside double precision. */
class WeightedSumKernelsTest {
  private static final double ROUNDING = 0x1p-24;
  private static final int[] COUNTS = {0, 1, 2, 7, 40};

  private final Kernels[] all = {new EjmlKernels(), KernelChoice.best()};

  @Test
  void blendsAndTheirGradientsAreThoseOfDoublePrecision() {
    for (Kernels kernels : all) {
      for (int count : COUNTS) {
        for (int columns : new int[] {16, 32, 64, 80, 256}) {
          check(kernels, count, columns);
        }
      }
    }
  }

  private static void check(Kernels kernels, int count, int columns) {
    String what = "%s, %d vectors of %d".formatted(kernels.description(), count, columns);
    RandomGenerator random = Seeded.random(count * 1000L + columns);
    int stride = 3 * columns + 5;
    float[] weights = Seeded.floats(2 + count, 1, random);
    float[] vectors = Seeded.floats(3 + count * stride, 1, random);
    float[] output = Seeded.floats(1 + columns + 1, 1, random);
    float[] dOutput = Seeded.floats(4 + columns, 1, random);
    float[] dWeights = Seeded.floats(5 + count + 1, 1, random);
    float[] dVectors = Seeded.floats(vectors.length, 1, random);
    float[] outputBefore = output.clone();
    float[] dWeightsBefore = dWeights.clone();
    float[] dVectorsBefore = dVectors.clone();
    kernels.blends().blend(weights, 2, count, vectors, 3, stride, output, 1, columns);
    kernels
        .blends()
        .blendBackward(
            weights, 2, count, vectors, 3, stride, dOutput, 4, columns, dWeights, 5, dVectors);
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int u = 0; u < count; u++) {
        sum += (double) weights[2 + u] * vectors[3 + u * stride + j];
      }
      assertEquals(sum, output[1 + j], (count + 2) * count * ROUNDING, what);
    }
    assertEquals(outputBefore[0], output[0], what);
    assertEquals(outputBefore[1 + columns], output[1 + columns], what);
    for (int u = 0; u < count; u++) {
      double product = 0;
      for (int j = 0; j < columns; j++) {
        product += (double) vectors[3 + u * stride + j] * dOutput[4 + j];
      }
      assertEquals(product, dWeights[5 + u], (columns + 2) * columns * ROUNDING, what);
    }
    assertEquals(dWeightsBefore[4], dWeights[4], what);
    assertEquals(dWeightsBefore[5 + count], dWeights[5 + count], what);
    for (int i = 0; i < dVectors.length; i++) {
      int j = (i - 3) % stride;
      boolean inside = i >= 3 && j < columns && (i - 3) / stride < count;
      double added = inside ? (double) weights[2 + (i - 3) / stride] * dOutput[4 + j] : 0;
      assertEquals(dVectorsBefore[i] + added, dVectors[i], inside ? 4 * ROUNDING : 0, what);
    }
  }
}
