package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.WeightedSumKernels.BlendMatrices;
import ductus.math.plain.EjmlKernels;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
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
    int batch = 3;
    int from = count / 3;
    FMatrixRMaj weights = Seeded.matrix(2, count + 1, 1, random);
    FMatrixRMaj vectors = Seeded.matrix(count * batch, columns, 1, random);
    FMatrixRMaj blended = Seeded.matrix(3, columns + 2, 1, random);
    FMatrixRMaj dBlended = Seeded.matrix(4, columns + 1, 1, random);
    FMatrixRMaj dWeights = Seeded.matrix(2, count + 2, 1, random);
    FMatrixRMaj dVectors = Seeded.matrix(count * batch, columns, 1, random);
    FMatrixRMaj blendedBefore = blended.copy();
    FMatrixRMaj dWeightsBefore = dWeights.copy();
    FMatrixRMaj dVectorsBefore = dVectors.copy();
    WeightedSumKernels blends = kernels.blends();
    blends.blend(new BlendMatrices(weights, vectors, blended, batch), 1, 2, 1, from, count);
    blends.blendWeights(
        new BlendMatrices(dWeights, vectors, dBlended, batch), 1, 2, 3, from, count);
    blends.blendVectors(
        new BlendMatrices(weights, dVectors, dBlended, batch), 1, 2, 3, from, count);
    for (int i = 0; i < blended.getNumElements(); i++) {
      int j = i % blended.numCols;
      if (i / blended.numCols != 1 || j >= columns) {
        assertEquals(blendedBefore.data[i], blended.data[i], what);
        continue;
      }
      double sum = 0;
      for (int u = from; u < count; u++) {
        sum += (double) weights.get(1, u) * vectors.get(u * batch + 2, j);
      }
      assertEquals(sum, blended.data[i], (count + 2) * count * ROUNDING, what);
    }
    for (int i = 0; i < dWeights.getNumElements(); i++) {
      int u = i % dWeights.numCols;
      if (i / dWeights.numCols != 1 || u < from || u >= count) {
        assertEquals(dWeightsBefore.data[i], dWeights.data[i], what);
        continue;
      }
      double product = 0;
      for (int j = 0; j < columns; j++) {
        product += (double) vectors.get(u * batch + 2, j) * dBlended.get(3, j);
      }
      assertEquals(product, dWeights.data[i], (columns + 2) * columns * ROUNDING, what);
    }
    for (int i = 0; i < dVectors.getNumElements(); i++) {
      int u = i / columns / batch;
      boolean inside = i / columns % batch == 2 && u >= from;
      double added = inside ? (double) weights.get(1, u) * dBlended.get(3, i % columns) : 0;
      assertEquals(
          dVectorsBefore.data[i] + added, dVectors.data[i], inside ? 4 * ROUNDING : 0, what);
    }
  }
}
