package ductus.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.UpdateKernels.AdamConstants;
import ductus.math.UpdateKernels.AdamMatrices;
import ductus.math.UpdateKernels.AdamRates;
import ductus.math.UpdateKernels.MomentumMatrices;
import ductus.math.UpdateKernels.Penalty;
import ductus.math.UpdateKernels.RmsPropConstants;
import ductus.math.UpdateKernels.RmsPropMatrices;
import ductus.math.plain.EjmlKernels;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The best passes over weights beside the formulas in double precision, and the plain ones too. */
class UpdateKernelsTest {
  private static final int[] SIZES = {0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 257, 1024};

  /** Half a unit in the last place of 1: the error of one rounding. */
  private static final double ROUNDING = 0x1p-24;

  /** A handful of roundings of numbers of size 1. */
  private static final double ELEMENT = 1e-6;

  /** Where the part begins on which the kernels work, and what is left behind it. */
  private static final int BEFORE = 3;

  private static final int BEHIND = 5;

  private final List<UpdateKernels> all =
      List.of(new EjmlKernels().updates(), KernelChoice.best().updates());

  /** A pass of some kernels over arrays, from an offset. */
  private interface Pass {
    void run(UpdateKernels kernels, float[][] arrays, int offset, int length);
  }

  /** What becomes of the same entry of each array, in double precision. */
  private interface Formula {
    void apply(double[] entries);
  }

  /** Compares kernels with a formula at all sizes; entries outside of the part must stay. */
  private void check(int arrays, Pass pass, Formula formula) {
    for (int n : SIZES) {
      for (UpdateKernels kernels : all) {
        RandomGenerator random = Seeded.random(n);
        float[][] actual = new float[arrays][];
        for (int a = 0; a < arrays; a++) {
          actual[a] = Seeded.floats(BEFORE + n + BEHIND, 1, random);
        }
        float[][] before = new float[arrays][];
        for (int a = 0; a < arrays; a++) {
          before[a] = actual[a].clone();
        }
        pass.run(kernels, actual, BEFORE, n);
        for (int i = 0; i < BEFORE + n + BEHIND; i++) {
          double[] expected = new double[arrays];
          for (int a = 0; a < arrays; a++) {
            expected[a] = before[a][i];
          }
          boolean inside = i >= BEFORE && i < BEFORE + n;
          if (inside) {
            formula.apply(expected);
          }
          for (int a = 0; a < arrays; a++) {
            String what =
                "%s, n = %d, array %d at %d".formatted(kernels.getClass().getName(), n, a, i);
            assertEquals(expected[a], actual[a][i], inside ? ELEMENT : 0, what);
          }
        }
      }
    }
  }

  private static FMatrixRMaj row(float[] values) {
    return FMatrixRMaj.wrap(1, values.length, values);
  }

  private static MomentumMatrices momentum(float[]... x) {
    return new MomentumMatrices(row(x[0]), row(x[1]), row(x[2]));
  }

  private static RmsPropMatrices rmsProp(float[]... x) {
    return new RmsPropMatrices(row(x[0]), row(x[1]), row(x[2]), row(x[3]), row(x[4]));
  }

  private static AdamMatrices adam(float[][] x, int variance) {
    return new AdamMatrices(row(x[0]), row(x[1]), row(x[2]), row(x[variance]));
  }

  @Test
  void sumsOfSquaresStayWithinTheRoundingBound() {
    for (int n : SIZES) {
      float[] values = Seeded.floats(n + 2, 3, Seeded.random(n));
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += (double) values[1 + i] * values[1 + i];
      }
      for (UpdateKernels kernels : all) {
        // 16 partial sums in float.
        assertEquals(
            sum, kernels.sumOfSquares(values, 1, n), (n / 16 + 2) * ROUNDING * sum, "n = " + n);
      }
    }
  }

  @Test
  void aSumOfSquaresHidesNoNaN() {
    for (UpdateKernels kernels : all) {
      assertTrue(Double.isNaN(kernels.sumOfSquares(new float[] {1, Float.NaN}, 0, 2)));
    }
  }

  @Test
  void gradientsAreScaledThenLimitedThenPenalized() {
    for (float limit : new float[] {0.3f, Float.POSITIVE_INFINITY}) {
      check(
          2,
          (kernels, x, offset, n) ->
              kernels.clipAndPenalize(
                  row(x[0]), row(x[1]), offset, n, 0.7f, new Penalty(limit, 0.01f, 0.02f)),
          x ->
              x[0] =
                  Math.max(-limit, Math.min(limit, (double) 0.7f * x[0]))
                      + 0.01f * Math.signum(x[1])
                      + 0.02f * x[1]);
    }
  }

  @Test
  void aWeightOfZeroHasNoPenalty() {
    for (UpdateKernels kernels : all) {
      float[] gradient = new float[33];
      kernels.clipAndPenalize(row(gradient), row(new float[33]), 0, 33, 1, new Penalty(1, 9, 9));
      assertArrayEquals(new float[33], gradient);
    }
  }

  @Test
  void momentumFollowsPolyak() {
    check(
        3,
        (kernels, x, offset, n) -> kernels.momentum(momentum(x), offset, n, 0.7f, 0.1f, 0.9f),
        x -> {
          x[2] = 0.9f * x[2] + 0.7f * x[1];
          x[0] -= 0.1f * x[2];
        });
  }

  @Test
  void rmsPropFollowsGraves() {
    RmsPropConstants constants = new RmsPropConstants(0.95f, 0.9f, 1e-2f);
    check(
        5,
        (kernels, x, offset, n) -> kernels.rmsProp(rmsProp(x), offset, n, 0.7f, 0.05f, constants),
        x -> {
          double g = 0.7f * x[1];
          x[2] = 0.95f * x[2] + (1 - 0.95f) * g * g;
          x[3] = 0.95f * x[3] + (1 - 0.95f) * g;
          x[4] = 0.9f * x[4] - 0.05f * g / Math.sqrt(Math.max(0, x[2] - x[3] * x[3]) + 1e-2f);
          x[0] += x[4];
        });
  }

  @Test
  void roundingNeverTakesARootOfLessThanNothing() {
    RmsPropConstants constants = new RmsPropConstants(0.95f, 0.9f, 1e-4f);
    for (UpdateKernels kernels : all) {
      // A steady gradient has no variance; of large ones the rounding is larger than epsilon.
      float[][] x = new float[5][17];
      for (int step = 0; step < 200; step++) {
        Arrays.fill(x[1], 3000.1f);
        kernels.rmsProp(rmsProp(x), 0, 17, 1, 1e-4f, constants);
        for (float weight : x[0]) {
          assertTrue(Float.isFinite(weight), kernels.getClass().getName());
        }
      }
    }
  }

  @Test
  void adamFollowsKingmaAndBaAndTheDecayOfLoshchilovAndHutter() {
    AdamConstants constants = new AdamConstants(0.9f, 0.999f, 1e-8f);
    for (float kept : new float[] {1, 0.97f}) {
      check(
          4,
          (kernels, x, offset, n) -> {
            for (int i = offset; i < offset + n; i++) {
              x[3][i] = Math.abs(x[3][i]);
            }
            AdamRates rates = new AdamRates(0.01f, 1.5f, kept, constants);
            kernels.adam(adam(x, 3), offset, n, 0.7f, rates);
          },
          x -> {
            double g = 0.7f * x[1];
            x[2] = 0.9f * x[2] + (1 - 0.9f) * g;
            x[3] = 0.999f * Math.abs(x[3]) + (1 - 0.999f) * g * g;
            x[0] = kept * x[0] - 0.01f * x[2] / (Math.sqrt(1.5f * x[3]) + 1e-8f);
          });
    }
  }

  /** Whatever the offset and the length of a part, so that blocks may be cut anywhere. */
  @Test
  void anEntryHasTheSameBitsInAnyPart() {
    int n = 100;
    AdamRates adam = new AdamRates(0.1f, 1.3f, 0.9f, new AdamConstants(0.9f, 0.999f, 1e-8f));
    Penalty penalty = new Penalty(0.4f, 0.01f, 0.03f);
    RmsPropConstants rmsProp = new RmsPropConstants(0.95f, 0.9f, 1e-4f);
    List<Pass> passes =
        List.of(
            (k, x, offset, length) ->
                k.clipAndPenalize(row(x[0]), row(x[1]), offset, length, 0.7f, penalty),
            (k, x, offset, length) -> k.momentum(momentum(x), offset, length, 0.7f, 0.1f, 0.9f),
            (k, x, offset, length) ->
                k.rmsProp(
                    rmsProp(x[0], x[1], x[4], x[3], x[2]), offset, length, 0.7f, 0.1f, rmsProp),
            (k, x, offset, length) -> k.adam(adam(x, 4), offset, length, 0.7f, adam),
            (k, x, offset, length) -> k.average(x[0], x[1], offset, length, 0.3f));
    for (UpdateKernels kernels : all) {
      for (int p = 0; p < passes.size(); p++) {
        float[][] whole = arrays(n);
        passes.get(p).run(kernels, whole, 0, n);
        for (int cut : new int[] {1, 7, 15, 16, 17, 50, 99}) {
          float[][] parts = arrays(n);
          passes.get(p).run(kernels, parts, 0, cut);
          passes.get(p).run(kernels, parts, cut, n - cut);
          for (int a = 0; a < whole.length; a++) {
            assertArrayEquals(whole[a], parts[a], "pass %d cut at %d".formatted(p, cut));
          }
        }
      }
    }
  }

  /** Five arrays; the last holds no negative numbers. */
  private static float[][] arrays(int n) {
    RandomGenerator random = Seeded.random(n);
    float[][] arrays = new float[5][];
    for (int a = 0; a < arrays.length; a++) {
      arrays[a] = Seeded.floats(n, 1, random);
    }
    for (int i = 0; i < n; i++) {
      arrays[4][i] = Math.abs(arrays[4][i]);
    }
    return arrays;
  }

  @Test
  void averagesMoveTheirShareOfTheWay() {
    for (float share : new float[] {0, 0.01f, 1}) {
      check(
          2,
          (kernels, x, offset, n) -> kernels.average(x[0], x[1], offset, n, share),
          x -> x[0] += share * (x[1] - x[0]));
    }
  }
}
