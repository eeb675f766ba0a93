package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.plain.EjmlKernels;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The best kernels of this machine beside the plain ones, and both beside double precision. */
class KernelsTest {
  private static final int[] SIZES = {0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 257, 1024};
  private static final int[] WIDTHS = {1, 3, 16, 17, 63, 64, 65, 100, 128, 257};
  private static final int[] HEIGHTS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 31};

  /** Half a unit in the last place of 1: the error of one rounding. */
  private static final double ROUNDING = 0x1p-24;

  /** Element-wise functions: a few roundings and the polynomials' errors. */
  private static final double ELEMENT = 1e-6;

  private static final float UNTOUCHED = -77.25f;

  private final Kernels plain = new EjmlKernels();
  private final Kernels best = KernelChoice.best();
  private final List<Kernels> all = List.of(plain, best);

  @Test
  void productStaysWithinTheRoundingBoundOfItsInnerSize() {
    for (int k : SIZES) {
      for (int n : WIDTHS) {
        for (int rows : HEIGHTS) {
          boolean accumulate = (k + n + rows) % 2 == 0;
          checkProduct(rows, k, n, 0, Strips.of(n), accumulate);
        }
      }
    }
  }

  @Test
  void productTakesAnyNumberOfRowsAndColumns() {
    for (int size : SIZES) {
      checkProduct(size, 33, 65, 0, 2, true);
      checkProduct(6, 33, size, 0, Strips.of(size), false);
    }
  }

  @Test
  void productWritesItsOwnStripsOnly() {
    for (int rows : HEIGHTS) {
      checkProduct(rows, 17, 257, 1, 3, false);
      checkProduct(rows, 17, 257, 4, 11, false);
      checkProduct(rows, 17, 257, 16, 17, true);
      checkProduct(rows, 17, 257, 2, 2, false);
    }
  }

  /** |error| ≤ (K + 2) · 2⁻²⁴ · (Σ|x·w| + |what stood there|), the bound of any order of adding. */
  private void checkProduct(
      int rows, int k, int n, int fromStrip, int toStrip, boolean accumulate) {
    RandomGenerator random = Seeded.random(rows * 1_000_003L + k * 1_009L + n);
    int inputStride = k + 2;
    int outputStride = Strips.padded(n) + 7;
    float[] input = Seeded.floats(3 + rows * inputStride, 1, random);
    FMatrixRMaj matrix = Seeded.matrix(k, n, random);
    PackedWeights weights = new PackedWeights(k, n);
    weights.pack(matrix, 0, weights.strips());
    float[] before = Seeded.floats(5 + rows * outputStride, 1, random);
    for (Kernels kernels : all) {
      float[] output = before.clone();
      kernels
          .products()
          .multiply(
              input,
              3,
              inputStride,
              rows,
              weights,
              fromStrip,
              toStrip,
              output,
              5,
              outputStride,
              accumulate);
      float[] inside = before.clone();
      for (int r = 0; r < rows; r++) {
        for (int j = fromStrip * Strips.WIDTH; j < toStrip * Strips.WIDTH; j++) {
          int at = 5 + r * outputStride + j;
          double sum = accumulate ? before[at] : 0;
          double size = Math.abs(sum);
          for (int i = 0; i < k; i++) {
            double term =
                (double) input[3 + r * inputStride + i] * (j < n ? matrix.data[i * n + j] : 0);
            sum += term;
            size += Math.abs(term);
          }
          int row = r;
          int column = j;
          assertEquals(
              sum,
              output[at],
              (k + 2) * ROUNDING * size,
              () ->
                  "%s: row %d, column %d of %d×%d×%d"
                      .formatted(kernels.description(), row, column, rows, k, n));
          inside[at] = output[at];
        }
      }
      assertTrue(
          Arrays.equals(inside, output),
          () -> "%s wrote outside of %d×%d×%d".formatted(kernels.description(), rows, k, n));
    }
  }

  @Test
  void transposedProductStaysWithinTheRoundingBoundOfItsRows() {
    for (int rows : SIZES) {
      for (int k : new int[] {1, 2, 3, 5, 6, 7, 8, 13}) {
        checkTransposedProduct(rows, k, 80, 0, 5);
      }
      checkTransposedProduct(rows, 9, 272, 4, 12);
      checkTransposedProduct(rows, 9, 272, 12, 17);
      checkTransposedProduct(rows, 9, 272, 4, 4);
    }
    for (int size : SIZES) {
      checkTransposedProduct(19, size, 48, 0, 3);
      checkTransposedProduct(19, 7, Strips.padded(size), 0, Strips.of(size));
    }
  }

  private void checkTransposedProduct(int rows, int k, int n, int fromStrip, int toStrip) {
    RandomGenerator random = Seeded.random(rows * 1_000_003L + k * 1_009L + n + 1);
    int leftStride = k + 3;
    int rightStride = n + 1;
    int outputStride = n + 2;
    float[] left = Seeded.floats(2 + rows * leftStride, 1, random);
    float[] right = Seeded.floats(4 + rows * rightStride, 1, random);
    float[] before = Seeded.floats(6 + k * outputStride, 1, random);
    for (Kernels kernels : all) {
      float[] output = before.clone();
      kernels
          .products()
          .addTransposed(
              left,
              2,
              leftStride,
              k,
              right,
              4,
              rightStride,
              rows,
              fromStrip,
              toStrip,
              output,
              6,
              outputStride);
      float[] inside = before.clone();
      for (int i = 0; i < k; i++) {
        for (int j = fromStrip * Strips.WIDTH; j < toStrip * Strips.WIDTH; j++) {
          int at = 6 + i * outputStride + j;
          double sum = before[at];
          double size = Math.abs(sum);
          for (int r = 0; r < rows; r++) {
            double term = (double) left[2 + r * leftStride + i] * right[4 + r * rightStride + j];
            sum += term;
            size += Math.abs(term);
          }
          assertEquals(
              sum,
              output[at],
              (rows + 2) * ROUNDING * size,
              () ->
                  "%s: %d×%d×%d, strips %d to %d"
                      .formatted(kernels.description(), k, rows, n, fromStrip, toStrip));
          inside[at] = output[at];
        }
      }
      assertTrue(Arrays.equals(inside, output), () -> kernels.description() + " wrote outside");
    }
  }

  @Test
  void cellsAreThoseOfThePlainKernelsForwardAndBackward() {
    for (int rows : new int[] {0, 1, 3, 8, 33}) {
      for (int[] groups : new int[][] {{0, 1}, {1, 3}, {0, 3}, {2, 2}}) {
        Cells expected = new Cells(rows);
        Cells actual = new Cells(rows);
        String what = "%d rows, groups %d to %d, ".formatted(rows, groups[0], groups[1]);
        expected.forward(plain, groups);
        actual.forward(best, groups);
        expected.requireEqual(actual, what + "forward");
        expected.backward(plain, groups);
        actual.backward(best, groups);
        expected.requireEqual(actual, what + "backward");
      }
    }
  }

  /** Three groups of units; rows are wider than they need be. */
  private static final class Cells {
    private static final int STATES = 3 * Strips.WIDTH + 5;
    private static final int GATES = 4 * 3 * Strips.WIDTH + 7;

    private final int rows;
    private final float[] gates;
    private final float[] previous;
    private final float[] cell;
    private final float[] cellTanh;
    private final float[] hidden;
    private final float[] dHidden;
    private final float[] dRecurrent;
    private final float[] dCell;
    private final float[] dBias;

    Cells(int rows) {
      this.rows = rows;
      RandomGenerator random = Seeded.random(rows);
      gates = Seeded.floats(rows * GATES, 6, random);
      previous = Seeded.floats(rows * STATES, 2, random);
      cell = Seeded.floats(rows * STATES, 2, random);
      cellTanh = Seeded.floats(rows * STATES, 1, random);
      hidden = new float[rows * STATES];
      Arrays.fill(hidden, UNTOUCHED);
      dHidden = Seeded.floats(rows * STATES, 1, random);
      dRecurrent = Seeded.floats(rows * STATES, 1, random);
      dCell = Seeded.floats(rows * STATES, 1, random);
      dBias = Seeded.floats(GATES, 1, random);
    }

    void forward(Kernels kernels, int... groups) {
      kernels
          .cells()
          .lstm(
              gates, 0, GATES, previous, 0, cell, cellTanh, 0, hidden, 0, STATES, groups[0],
              groups[1], rows);
    }

    void backward(Kernels kernels, int... groups) {
      kernels
          .cells()
          .lstmBackward(
              gates,
              0,
              GATES,
              previous,
              0,
              cellTanh,
              0,
              dHidden,
              0,
              dRecurrent,
              dCell,
              STATES,
              dBias,
              groups[0],
              groups[1],
              rows);
    }

    void requireEqual(Cells that, String what) {
      assertClose(gates, that.gates, 4 * ELEMENT, what + ", gates");
      assertClose(cell, that.cell, 4 * ELEMENT, what + ", cell");
      assertClose(cellTanh, that.cellTanh, ELEMENT, what + ", tanh of the cell");
      assertClose(hidden, that.hidden, ELEMENT, what + ", hidden");
      assertClose(dCell, that.dCell, 4 * ELEMENT, what + ", dCell");
      assertClose(dRecurrent, that.dRecurrent, 0, what + ", dRecurrent");
      assertClose(dBias, that.dBias, 4 * (rows + 1) * ELEMENT, what + ", dBias");
    }
  }

  @Test
  void rowsOfATableAreGatheredAndScattered() {
    for (int n : new int[] {1, 15, 16, 17, 100}) {
      RandomGenerator random = Seeded.random(n);
      int stride = n + 3;
      float[] table = Seeded.floats(5 * stride, 1, random);
      int[] indices = {0, 4, -1, 2, 2, 2, -1, -1, 3, 1};
      float[] rows = Seeded.floats(5 * stride, 1, random);
      float[] gathered = rows.clone();
      float[] scattered = table.clone();
      for (int p = 2; p < 10; p++) {
        for (int j = n / 3; j < n && indices[p] >= 0; j++) {
          gathered[p / 2 * stride + j] += table[indices[p] * stride + j];
          scattered[indices[p] * stride + j] += rows[p / 2 * stride + j];
        }
      }
      for (Kernels kernels : all) {
        float[] output = rows.clone();
        kernels.rows().gather(table, stride, indices, 2, 1, 4, output, stride, n / 3, n);
        assertTrue(Arrays.equals(gathered, output), kernels.description());
        float[] sums = table.clone();
        kernels.rows().scatter(rows, stride, indices, 2, 1, 4, sums, stride, n / 3, n);
        assertTrue(Arrays.equals(scattered, sums), kernels.description());
      }
    }
  }

  @Test
  void softmaxGradientsAreThoseOfThePlainKernels() {
    for (int columns = 2; columns <= 257; columns = columns < 35 ? columns + 1 : columns * 2 - 5) {
      for (double bound : new double[] {0.1, 5, 100, 10_000}) {
        checkSoftmax(columns, bound);
      }
    }
    checkSoftmax(257, 5);
  }

  private void checkSoftmax(int columns, double bound) {
    int rows = 7;
    int stride = Strips.padded(columns) + 3;
    float scale = 0.25f;
    RandomGenerator random = Seeded.random(columns);
    float[] logits = Seeded.floats(2 + rows * stride, bound, random);
    int[] targets = new int[1 + rows];
    for (int r = 0; r < rows; r++) {
      targets[1 + r] = r % 3 == 1 ? -1 : random.nextInt(columns);
    }
    float[] expected = logits.clone();
    double nats =
        plain.rows().softmaxCrossEntropy(expected, 2, stride, columns, rows, targets, 1, scale, 0);
    float[] actual = logits.clone();
    String what = "%d columns within ±%s".formatted(columns, bound);
    assertEquals(
        nats,
        best.rows().softmaxCrossEntropy(actual, 2, stride, columns, rows, targets, 1, scale, 0),
        ELEMENT * Math.max(1, nats),
        what);
    // The logits' own rounding, a float of 10,000, is not the kernels' error: they subtract
    // exactly.
    assertClose(expected, actual, ELEMENT, what);
    for (int r = 0; r < rows; r++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        float gradient = actual[2 + r * stride + j];
        sum += gradient;
        if (targets[1 + r] < 0) {
          assertEquals(0, gradient, 0, what);
        }
      }
      assertEquals(0, sum, ELEMENT, what);
      for (int j = columns; j < stride; j++) {
        float before = j < Strips.padded(columns) ? 0 : logits[2 + r * stride + j];
        assertEquals(before, actual[2 + r * stride + j], 0, what);
      }
    }
  }

  @Test
  void smoothedTargetsHaveTheGradientOfTheirCrossEntropy() {
    float smoothing = 0.2f;
    float scale = 0.5f;
    for (int columns : new int[] {2, 15, 16, 17, 100}) {
      float[] logits = Seeded.floats(columns, 3, Seeded.random(columns));
      int target = columns / 2;
      for (Kernels kernels : all) {
        float[] gradient = Arrays.copyOf(logits, Strips.padded(columns));
        double nats =
            kernels
                .rows()
                .softmaxCrossEntropy(
                    gradient, 0, columns, columns, 1, new int[] {target}, 0, scale, smoothing);
        // The loss that is told is that of the target itself.
        assertEquals(smoothedLoss(logits, target, 0, -1, 0), nats, ELEMENT * nats);
        double step = 1e-5;
        for (int j = 0; j < columns; j++) {
          double slope =
              (smoothedLoss(logits, target, smoothing, j, step)
                      - smoothedLoss(logits, target, smoothing, j, -step))
                  / (2 * step);
          assertEquals(scale * slope, gradient[j], ELEMENT, kernels.description());
        }
      }
    }
  }

  /** −Σ q·log p with q = (1 − ε)·one-hot + ε/N, one logit moved by a step. */
  private static double smoothedLoss(
      float[] logits, int target, double smoothing, int moved, double step) {
    double[] x = new double[logits.length];
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      x[j] = logits[j] + (j == moved ? step : 0);
      sum += Math.exp(x[j]);
    }
    double loss = 0;
    for (int j = 0; j < x.length; j++) {
      double q = (j == target ? 1 - smoothing : 0) + smoothing / x.length;
      loss -= q * (x[j] - Math.log(sum));
    }
    return loss;
  }

  @Test
  void notANumberIsNeverHidden() {
    for (Kernels kernels : all) {
      float[] logits = Arrays.copyOf(new float[] {1, Float.NaN, 2}, Strips.WIDTH);
      assertTrue(
          Double.isNaN(
              kernels.rows().softmaxCrossEntropy(logits, 0, 3, 3, 1, new int[] {0}, 0, 1, 0)));
      for (int gate = 0; gate < 4; gate++) {
        Cells cells = new Cells(1);
        cells.gates[gate * Strips.WIDTH] = Float.NaN;
        cells.forward(kernels, 0, 1);
        assertTrue(Float.isNaN(cells.hidden[0]), kernels.description());
      }
    }
  }

  @Test
  void rowsAreAddedInOrderToTheLastBit() {
    for (int n : SIZES) {
      for (int rows : HEIGHTS) {
        float[] values = Seeded.floats(3 + rows * (n + 1), 1, Seeded.random(n + rows));
        float[] sums = Seeded.floats(n, 1, Seeded.random(n));
        int from = n / 5;
        float[] expected = sums.clone();
        plain.rows().add(values, 3, n + 1, rows, expected, from, n);
        float[] actual = sums.clone();
        best.rows().add(values, 3, n + 1, rows, actual, from, n);
        assertTrue(Arrays.equals(expected, actual), () -> rows + "×" + n);
      }
    }
  }

  @Test
  void rowsAreClippedInSomeStripsOnlyAndNotANumberStays() {
    for (Kernels kernels : List.of(plain, best)) {
      int stride = 3 * Strips.WIDTH;
      float[] values = Seeded.floats(1 + 4 * stride, 1, Seeded.random(stride));
      values[1 + stride + Strips.WIDTH] = Float.NaN;
      float[] clipped = values.clone();
      kernels.rows().clip(clipped, 1, stride, 3, Strips.WIDTH, 2 * Strips.WIDTH, 0.25f);
      for (int i = 0; i < values.length; i++) {
        boolean within = i >= 1 && i < 1 + 3 * stride && (i - 1) % stride / Strips.WIDTH == 1;
        float expected = within ? Math.max(-0.25f, Math.min(values[i], 0.25f)) : values[i];
        assertEquals(expected, clipped[i], kernels.description() + " at " + i);
      }
    }
  }

  private static void assertClose(
      float[] expected, float[] actual, double tolerance, String message) {
    assertEquals(expected.length, actual.length, message);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance, message);
    }
  }
}
