package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.CellKernels.LstmMatrices;
import ductus.math.CellKernels.StateMatrices;
import ductus.math.Products.GradientProduct;
import ductus.math.Products.RowProduct;
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
    FMatrixRMaj input = Seeded.matrix(3 + rows, k + 2, 1, random);
    FMatrixRMaj matrix = Seeded.matrix(k, n, 1, random);
    PackedWeights weights = new PackedWeights(k, n);
    weights.pack(matrix, 0, weights.strips());
    FMatrixRMaj before = Seeded.matrix(5 + rows, Strips.padded(n) + 7, 1, random);
    for (Kernels kernels : all) {
      FMatrixRMaj output = before.copy();
      RowProduct product = new RowProduct(input, weights, output);
      if (accumulate) {
        kernels.products().add(product, 3, 5, rows, fromStrip, toStrip);
      } else {
        kernels.products().multiply(product, 3, 5, rows, fromStrip, toStrip);
      }
      FMatrixRMaj inside = before.copy();
      for (int r = 0; r < rows; r++) {
        for (int j = fromStrip * Strips.WIDTH; j < toStrip * Strips.WIDTH; j++) {
          double sum = accumulate ? before.get(5 + r, j) : 0;
          double size = Math.abs(sum);
          for (int i = 0; i < k; i++) {
            double term = (double) input.get(3 + r, i) * (j < n ? matrix.get(i, j) : 0);
            sum += term;
            size += Math.abs(term);
          }
          int row = r;
          int column = j;
          assertEquals(
              sum,
              output.get(5 + r, j),
              (k + 2) * ROUNDING * size,
              () ->
                  "%s: row %d, column %d of %d×%d×%d"
                      .formatted(kernels.description(), row, column, rows, k, n));
          inside.set(5 + r, j, output.get(5 + r, j));
        }
      }
      assertTrue(
          Arrays.equals(inside.data, output.data),
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
    FMatrixRMaj left = Seeded.matrix(2 + rows, k + 3, 1, random);
    FMatrixRMaj right = Seeded.matrix(4 + rows, n + 1, 1, random);
    FMatrixRMaj before = Seeded.matrix(k, n + 2, 1, random);
    for (Kernels kernels : all) {
      FMatrixRMaj output = before.copy();
      GradientProduct product = new GradientProduct(left, right, output);
      kernels.products().addTransposed(product, 2, 4, rows, fromStrip, toStrip);
      FMatrixRMaj inside = before.copy();
      for (int i = 0; i < k; i++) {
        for (int j = fromStrip * Strips.WIDTH; j < toStrip * Strips.WIDTH; j++) {
          double sum = before.get(i, j);
          double size = Math.abs(sum);
          for (int r = 0; r < rows; r++) {
            double term = (double) left.get(2 + r, i) * right.get(4 + r, j);
            sum += term;
            size += Math.abs(term);
          }
          assertEquals(
              sum,
              output.get(i, j),
              (rows + 2) * ROUNDING * size,
              () ->
                  "%s: %d×%d×%d, strips %d to %d"
                      .formatted(kernels.description(), k, rows, n, fromStrip, toStrip));
          inside.set(i, j, output.get(i, j));
        }
      }
      assertTrue(
          Arrays.equals(inside.data, output.data), () -> kernels.description() + " wrote outside");
    }
  }

  @Test
  void aGradientOfSomeInputsIsThatPartOfTheWholeToTheLastBit() {
    for (int rows : new int[] {0, 1, 33, 401}) {
      for (int k : new int[] {1, 7, 33}) {
        RandomGenerator random = Seeded.random(rows + k);
        FMatrixRMaj left = Seeded.matrix(rows, k + 3, 1, random);
        FMatrixRMaj right = Seeded.matrix(rows, 80, 1, random);
        FMatrixRMaj before = Seeded.matrix(k, 80, 1, random);
        for (Kernels kernels : all) {
          FMatrixRMaj whole = before.copy();
          FMatrixRMaj parts = before.copy();
          kernels
              .products()
              .addTransposed(new GradientProduct(left, right, whole), 0, 0, rows, 0, 5);
          GradientProduct product = new GradientProduct(left, right, parts);
          kernels.products().addTransposed(product, 0, k / 3);
          kernels.products().addTransposed(product, k / 3, k);
          assertTrue(Arrays.equals(whole.data, parts.data), kernels.description());
        }
      }
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

  /** Three groups of units, two time steps; rows are wider than they need be. */
  private static final class Cells {
    private static final int STATES = 3 * Strips.WIDTH + 5;
    private static final int GATES = 4 * 3 * Strips.WIDTH + 7;

    private final int rows;
    private final FMatrixRMaj gates;
    private final FMatrixRMaj cell;
    private final FMatrixRMaj squashed;
    private final FMatrixRMaj hidden;
    private final FMatrixRMaj dHidden;
    private final FMatrixRMaj dRecurrent;
    private final FMatrixRMaj dCell;
    private final LstmMatrices matrices;

    Cells(int rows) {
      this.rows = rows;
      RandomGenerator random = Seeded.random(rows);
      gates = Seeded.matrix(2 * rows, GATES, 6, random);
      cell = Seeded.matrix(2 * rows, STATES, 2, random);
      squashed = Seeded.matrix(2 * rows, STATES, 1, random);
      hidden = new FMatrixRMaj(2 * rows, STATES);
      hidden.fill(UNTOUCHED);
      dHidden = Seeded.matrix(2 * rows, STATES, 1, random);
      dRecurrent = Seeded.matrix(rows, STATES, 1, random);
      dCell = Seeded.matrix(rows, STATES, 1, random);
      FMatrixRMaj initial = Seeded.matrix(rows, STATES, 2, random);
      matrices =
          new LstmMatrices(
              gates,
              new StateMatrices(initial, cell, dCell),
              squashed,
              new StateMatrices(initial, hidden, dRecurrent));
    }

    void forward(Kernels kernels, int... groups) {
      for (int t = 0; t < 2; t++) {
        for (int b = 0; b < rows; b++) {
          kernels.cells().lstm(matrices, t, b, groups[0], groups[1]);
        }
      }
    }

    void backward(Kernels kernels, int... groups) {
      for (int t = 1; t >= 0; t--) {
        for (int b = 0; b < rows; b++) {
          kernels.cells().lstmBackward(matrices, dHidden, t, b, groups[0], groups[1]);
        }
      }
    }

    void requireEqual(Cells that, String what) {
      assertClose(gates.data, that.gates.data, 4 * ELEMENT, what + ", gates");
      assertClose(cell.data, that.cell.data, 4 * ELEMENT, what + ", cell");
      assertClose(squashed.data, that.squashed.data, ELEMENT, what + ", tanh of the cell");
      assertClose(hidden.data, that.hidden.data, ELEMENT, what + ", hidden");
      assertClose(dCell.data, that.dCell.data, 4 * ELEMENT, what + ", dCell");
      assertClose(dRecurrent.data, that.dRecurrent.data, 0, what + ", dRecurrent");
    }
  }

  @Test
  void someColumnsOfARowAreAddedToAnotherRow() {
    for (int n : new int[] {1, 15, 16, 17, 100}) {
      RandomGenerator random = Seeded.random(n);
      FMatrixRMaj rows = Seeded.matrix(3, n + 3, 1, random);
      FMatrixRMaj before = Seeded.matrix(5, n + 2, 1, random);
      FMatrixRMaj expected = before.copy();
      for (int j = n / 3; j < n; j++) {
        expected.set(4, j, before.get(4, j) + rows.get(1, j));
      }
      for (Kernels kernels : all) {
        FMatrixRMaj sums = before.copy();
        kernels.rows().addRow(rows, 1, sums, 4, n / 3, n);
        assertTrue(Arrays.equals(expected.data, sums.data), kernels.description());
      }
    }
  }

  @Test
  void valuesAreSquashedInTheirPlaces() {
    for (Kernels kernels : all) {
      float[] values = Seeded.floats(4 * Strips.WIDTH, 3, Seeded.random(4));
      float[] squashed = values.clone();
      kernels.rows().squash(squashed, Strips.WIDTH, 2 * Strips.WIDTH);
      for (int i = 0; i < values.length; i++) {
        boolean within = i / Strips.WIDTH == 1 || i / Strips.WIDTH == 2;
        double expected = within ? Math.tanh(values[i]) : values[i];
        assertEquals(expected, squashed[i], within ? ELEMENT : 0, kernels.description());
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
    float scale = 0.25f;
    RandomGenerator random = Seeded.random(columns);
    FMatrixRMaj logits = Seeded.matrix(rows, Strips.padded(columns) + 3, bound, random);
    FMatrixRMaj expected = logits.copy();
    FMatrixRMaj actual = logits.copy();
    String what = "%d columns within ±%s".formatted(columns, bound);
    for (int r = 0; r < rows; r++) {
      int target = r % 3 == 1 ? -1 : random.nextInt(columns);
      double nats = plain.rows().softmaxCrossEntropy(expected, r, columns, target, scale, 0);
      assertEquals(
          nats,
          best.rows().softmaxCrossEntropy(actual, r, columns, target, scale, 0),
          ELEMENT * Math.max(1, nats),
          what);
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += actual.get(r, j);
        if (target < 0) {
          assertEquals(0, actual.get(r, j), 0, what);
        }
      }
      assertEquals(0, sum, ELEMENT, what);
      for (int j = columns; j < logits.numCols; j++) {
        float before = j < Strips.padded(columns) ? 0 : logits.get(r, j);
        assertEquals(before, actual.get(r, j), 0, what);
      }
    }
    // The logits' own rounding, a float of 10,000, is not the kernels' error: they subtract
    // exactly.
    assertClose(expected.data, actual.data, ELEMENT, what);
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
        FMatrixRMaj row = FMatrixRMaj.wrap(1, gradient.length, gradient);
        double nats = kernels.rows().softmaxCrossEntropy(row, 0, columns, target, scale, smoothing);
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
      FMatrixRMaj logits = new FMatrixRMaj(1, Strips.WIDTH);
      logits.set(0, 1, Float.NaN);
      assertTrue(Double.isNaN(kernels.rows().softmaxCrossEntropy(logits, 0, 3, 0, 1, 0)));
      for (int gate = 0; gate < 4; gate++) {
        Cells cells = new Cells(1);
        cells.gates.data[gate * Strips.WIDTH] = Float.NaN;
        cells.forward(kernels, 0, 1);
        assertTrue(Float.isNaN(cells.hidden.data[0]), kernels.description());
      }
    }
  }

  @Test
  void rowsAreAddedInOrderToTheLastBit() {
    for (int n : SIZES) {
      for (int rows : HEIGHTS) {
        FMatrixRMaj values = Seeded.matrix(3 + rows, n + 1, 1, Seeded.random(n + rows));
        float[] sums = Seeded.floats(n, 1, Seeded.random(n));
        int from = n / 5;
        float[] expected = sums.clone();
        plain.rows().add(values, 3, rows, expected, from, n);
        float[] actual = sums.clone();
        best.rows().add(values, 3, rows, actual, from, n);
        assertTrue(Arrays.equals(expected, actual), () -> rows + "×" + n);
      }
    }
  }

  @Test
  void rowsAreClippedInSomeStripsOnlyAndNotANumberStays() {
    for (Kernels kernels : List.of(plain, best)) {
      int stride = 3 * Strips.WIDTH;
      FMatrixRMaj values = Seeded.matrix(5, stride, 1, Seeded.random(stride));
      values.set(2, Strips.WIDTH, Float.NaN);
      FMatrixRMaj clipped = values.copy();
      kernels.rows().clip(clipped, 1, 3, Strips.WIDTH, 2 * Strips.WIDTH, 0.25f);
      for (int i = 0; i < values.data.length; i++) {
        boolean within = i >= stride && i < 4 * stride && i % stride / Strips.WIDTH == 1;
        float value = values.data[i];
        float expected = within ? Math.max(-0.25f, Math.min(value, 0.25f)) : value;
        assertEquals(expected, clipped.data[i], kernels.description() + " at " + i);
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
