package ductus.math.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.math.CellArrays;
import ductus.math.CellKernels.LstmMatrices;
import ductus.math.CellKernels.StateMatrices;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.NormKernels;
import ductus.math.NormKernels.NormMatrices;
import ductus.math.PackedWeights;
import ductus.math.Products.GradientProduct;
import ductus.math.Products.RowProduct;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Tiling;
import ductus.math.UpdateKernels;
import ductus.math.UpdateKernels.AdamConstants;
import ductus.math.UpdateKernels.AdamMatrices;
import ductus.math.UpdateKernels.AdamRates;
import ductus.math.UpdateKernels.MomentumMatrices;
import ductus.math.UpdateKernels.Penalty;
import ductus.math.UpdateKernels.RmsPropConstants;
import ductus.math.UpdateKernels.RmsPropMatrices;
import ductus.math.WeightedSumKernels;
import ductus.math.WeightedSumKernels.BlendMatrices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The functions of the vector kernels beside {@code StrictMath}, seen through the kernels, so that
 * the test needs no vector types; and their bits, which must be the same at every width.
 */
class VectorKernelsTest {
  private static final double ROUNDING = 0x1p-24;

  private final Kernels kernels = KernelChoice.best();

  @BeforeEach
  void needsVectors() {
    assumeTrue(
        kernels.description().startsWith("Vector API"),
        "no Vector API here ("
            + kernels.description()
            + "): its functions and bits are not tested");
  }

  @Test
  void productsHaveTheSameBitsHoweverTheyAreCut() {
    Tiling usual = kernels.tiling().orElseThrow();
    float[] forward = product(kernels);
    float[] gradient = weightGradient(kernels);
    for (int rows : new int[] {4, 8}) {
      for (int strips = 1; strips <= 3; strips++) {
        for (Tiling size : List.of(usual, usual.rowFloats(100).block(5), usual.block(16))) {
          Tiling tiling = size.tiles(rows, strips);
          Kernels cut = kernels.cut(tiling);
          assertArrayEquals(forward, product(cut), tiling::text);
          assertArrayEquals(gradient, weightGradient(cut), tiling::text);
        }
      }
    }
  }

  @Test
  void rowsHaveTheSameBitsHoweverManyGoTogether() {
    float[] all = product(kernels);
    for (int rows = 1; rows < 21; rows++) {
      float[] some = product(kernels, rows);
      assertEquals(
          -1, Arrays.mismatch(Arrays.copyOf(all, rows * 80), Arrays.copyOf(some, rows * 80)));
      for (int i = rows * 80; i < some.length; i++) {
        assertEquals(1, some[i]);
      }
    }
  }

  /** 21 rows times 19 by 70 weights. */
  private static float[] product(Kernels kernels) {
    return product(kernels, 21);
  }

  /** The first rows of that product, ones behind them. */
  private static float[] product(Kernels kernels, int rows) {
    RandomGenerator random = Seeded.random(1);
    PackedWeights weights = new PackedWeights(19, 70);
    weights.pack(Seeded.matrix(19, 70, random), 0, weights.strips());
    FMatrixRMaj output = new FMatrixRMaj(21, Strips.padded(70));
    Arrays.fill(output.data, 1);
    RowProduct product = new RowProduct(Seeded.matrix(21, 19, random), weights, output);
    kernels.products().multiply(product, 0, rows);
    return output.data;
  }

  private static float[] weightGradient(Kernels kernels) {
    RandomGenerator random = Seeded.random(1);
    FMatrixRMaj gradient = new FMatrixRMaj(19, 80);
    GradientProduct product =
        new GradientProduct(Seeded.matrix(21, 19, random), Seeded.matrix(21, 80, random), gradient);
    kernels.products().addTransposed(product, 0, 19);
    return gradient.data;
  }

  @Test
  void sigmoidIsWithinItsBounds() {
    for (float x : sweep(120)) {
      double exact = 1 / (1 + StrictMath.exp(-x));
      float actual = gates(x)[0];
      assertEquals(exact, actual, 3e-7, () -> "sigmoid of " + x);
      assertTrue(actual >= 0 && actual <= 1, () -> "sigmoid of " + x);
    }
  }

  @Test
  void tanhIsWithinItsBounds() {
    for (float x : sweep(120)) {
      double exact = StrictMath.tanh(x);
      float actual = gates(x)[2 * Strips.WIDTH];
      assertEquals(exact, actual, Math.min(4e-7, 5e-7 * Math.abs(exact)), () -> "tanh of " + x);
      assertTrue(Math.abs(actual) <= 1, () -> "tanh of " + x);
    }
  }

  @Test
  void exponentialIsWithinItsBound() {
    for (float x : sweep(87)) {
      FMatrixRMaj row = new FMatrixRMaj(1, Strips.WIDTH);
      row.data[1] = -Math.abs(x);
      kernels.rows().softmaxCrossEntropy(row, 0, 2, 0, 1, 0);
      double exact = 1 / (1 + StrictMath.exp(Math.abs(x)));
      // The exponential, its sum's share, and the factor's and the product's rounding.
      assertEquals(
          exact, row.data[1], (2e-7 + 1e-7 + 2 * ROUNDING) * exact, () -> "exp of -|" + x + "|");
    }
  }

  @Test
  void saturatesAtInfinityAndKeepsZerosAndNaN() {
    assertEquals(1, gates(Float.POSITIVE_INFINITY)[0], 3e-7);
    assertEquals(0, gates(Float.NEGATIVE_INFINITY)[0], 3e-7);
    assertEquals(0.5f, gates(0)[0]);
    assertEquals(1, gates(Float.POSITIVE_INFINITY)[2 * Strips.WIDTH], 4e-7);
    assertEquals(-1, gates(Float.NEGATIVE_INFINITY)[2 * Strips.WIDTH], 4e-7);
    assertEquals(0, gates(0)[2 * Strips.WIDTH]);
    assertEquals(Float.MIN_NORMAL, gates(Float.MIN_NORMAL)[2 * Strips.WIDTH], 1e-44);
    assertTrue(Float.isNaN(gates(Float.NaN)[0]));
    assertTrue(Float.isNaN(gates(Float.NaN)[2 * Strips.WIDTH]));
  }

  /** The four activations of a unit whose pre-activations are all x, 16 floats apart. */
  private float[] gates(float x) {
    FMatrixRMaj gates = new FMatrixRMaj(1, 4 * Strips.WIDTH);
    for (int gate = 0; gate < 4; gate++) {
      gates.data[gate * Strips.WIDTH] = x;
    }
    kernels.cells().lstm(new LstmMatrices(gates, states(1), zeros(1), states(1)), 0, 0, 0, 1);
    return gates.data;
  }

  private static StateMatrices states(int groups) {
    return new StateMatrices(zeros(groups), zeros(groups), zeros(groups));
  }

  private static FMatrixRMaj zeros(int groups) {
    return new FMatrixRMaj(1, groups * Strips.WIDTH);
  }

  /** Even steps, and all magnitudes down to the smallest, of both signs. */
  private static float[] sweep(float bound) {
    int steps = 30_000;
    float[] values = new float[2 * steps + 2 * 300];
    for (int i = 0; i < 2 * steps; i++) {
      values[i] = bound * (i - steps) / steps;
    }
    for (int i = 0; i < 300; i++) {
      float value = Math.min(bound, (float) Math.scalb(1.37, 6 - i / 2));
      values[2 * steps + 2 * i] = value;
      values[2 * steps + 2 * i + 1] = -value;
    }
    return values;
  }

  @Test
  void bitsAreTheSameAtEveryWidth() throws IOException {
    Map<String, String> bits = new TreeMap<>();
    for (int rows : new int[] {1, 2, 5, 6, 8, 13}) {
      for (int k : new int[] {1, 17, 100}) {
        product(bits, rows, k, 64);
        product(bits, rows, k, 75);
        transposedProduct(bits, rows * 30, k, 80);
      }
    }
    for (int groups : new int[] {1, 2, 5}) {
      cells(bits, groups);
    }
    for (int rows : new int[] {1, 9}) {
      otherCells(bits, rows);
      blend(bits, rows);
    }
    for (int n : new int[] {2, 3, 16, 17, 33, 100, 257}) {
      softmax(bits, n);
      passes(bits, n);
      updates(bits, n);
    }
    assertEquals(
        golden(),
        bits.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
            .collect(Collectors.joining()),
        "bits differ from those of src/test/resources/ductus/math/vector/golden-bits.txt");
  }

  private static String golden() throws IOException {
    try (InputStream stream =
            Objects.requireNonNull(VectorKernelsTest.class.getResourceAsStream("golden-bits.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line + "\n")
          .collect(Collectors.joining());
    }
  }

  private void product(Map<String, String> bits, int rows, int k, int n) {
    RandomGenerator random = Seeded.random(1);
    FMatrixRMaj input = Seeded.matrix(rows, k, 1, random);
    FMatrixRMaj matrix = Seeded.matrix(k, n, 1, random);
    PackedWeights weights = new PackedWeights(k, n);
    weights.pack(matrix, 0, weights.strips());
    FMatrixRMaj output = Seeded.matrix(rows, Strips.padded(n), 1, random);
    kernels.products().add(new RowProduct(input, weights, output), 0, rows);
    bits.put("product_%dx%dx%d".formatted(rows, k, n), Seeded.bits(output.data));
  }

  private void transposedProduct(Map<String, String> bits, int rows, int k, int n) {
    RandomGenerator random = Seeded.random(2);
    FMatrixRMaj left = Seeded.matrix(rows, k, 1, random);
    FMatrixRMaj right = Seeded.matrix(rows, n, 1, random);
    FMatrixRMaj output = Seeded.matrix(k, n, 1, random);
    GradientProduct product = new GradientProduct(left, right, output);
    kernels.products().addTransposed(product, 0, 0, rows, 0, n / 16);
    bits.put("transposed_%dx%dx%d".formatted(k, rows, n), Seeded.bits(output.data));
  }

  private void cells(Map<String, String> bits, int groups) {
    int rows = 9;
    int units = groups * Strips.WIDTH;
    RandomGenerator random = Seeded.random(groups);
    FMatrixRMaj gates = Seeded.matrix(rows, 4 * units, 9, random);
    FMatrixRMaj previous = Seeded.matrix(rows, units, 2, random);
    FMatrixRMaj cell = new FMatrixRMaj(rows, units);
    FMatrixRMaj squashed = new FMatrixRMaj(rows, units);
    FMatrixRMaj hidden = new FMatrixRMaj(rows, units);
    FMatrixRMaj dCell = new FMatrixRMaj(rows, units);
    FMatrixRMaj dRecurrent = new FMatrixRMaj(rows, units);
    LstmMatrices matrices =
        new LstmMatrices(
            gates,
            new StateMatrices(previous, cell, dCell),
            squashed,
            new StateMatrices(previous, hidden, dRecurrent));
    for (int b = 0; b < rows; b++) {
      kernels.cells().lstm(matrices, 0, b, 0, groups);
    }
    bits.put(
        "cell_%d".formatted(groups),
        Seeded.bits(gates.data, cell.data, squashed.data, hidden.data));
    FMatrixRMaj dHidden = Seeded.matrix(rows, units, 1, random);
    dRecurrent.setTo(Seeded.matrix(rows, units, 1, random));
    dCell.setTo(Seeded.matrix(rows, units, 1, random));
    float[] dBias = new float[4 * units];
    for (int b = 0; b < rows; b++) {
      kernels.cells().lstmBackward(matrices, dHidden, 0, b, 0, groups);
    }
    kernels.rows().add(gates, 0, rows, dBias, 0, 4 * units);
    bits.put("cell_backward_%d".formatted(groups), Seeded.bits(gates.data, dCell.data, dBias));
  }

  private void otherCells(Map<String, String> bits, int rows) {
    CellArrays gru = new CellArrays(rows);
    gru.gru(kernels, 0, 3);
    bits.put("gru_%d".formatted(rows), gru.bits());
    for (boolean rectified : new boolean[] {false, true}) {
      CellArrays elman = new CellArrays(rows);
      elman.elman(kernels, rectified, 0, 3);
      bits.put((rectified ? "elman_relu_%d" : "elman_%d").formatted(rows), elman.bits());
    }
    CellArrays halves = new CellArrays(rows);
    halves.halves(kernels, 0, 3);
    bits.put("peephole_%d".formatted(rows), halves.bits());
    CellArrays minGru = new CellArrays(rows);
    minGru.minGru(kernels, 0, 3);
    bits.put("mingru_%d".formatted(rows), minGru.bits());
    CellArrays minLstm = new CellArrays(rows);
    minLstm.minLstm(kernels, 0, 3);
    bits.put("minlstm_%d".formatted(rows), minLstm.bits());
    CellArrays sru = new CellArrays(rows);
    sru.sru(kernels, 0, 3);
    bits.put("sru_%d".formatted(rows), sru.bits());
    CellArrays qrnn = new CellArrays(rows);
    qrnn.qrnn(kernels, 0, 3);
    bits.put("qrnn_%d".formatted(rows), qrnn.bitsWithSums());
    int length = Strips.WIDTH * rows;
    RandomGenerator random = Seeded.random(rows);
    FMatrixRMaj x = Seeded.matrix(1, length, 3, random);
    FMatrixRMaj gain = Seeded.matrix(1, length, 1, random);
    FMatrixRMaj y = Seeded.matrix(1, length, 1, random);
    FMatrixRMaj normalized = new FMatrixRMaj(1, length);
    NormMatrices norm = new NormMatrices(length - 3, gain, normalized, new FMatrixRMaj(1, 1));
    NormKernels norms = kernels.norms();
    norms.normalize(norm, x, y, 0);
    norms.normalizeBackward(norm, y, 0, x, 0);
    norms.addProducts(repeated(x, 3), repeated(y, 3), gain.data, 0, length);
    bits.put("norm_%d".formatted(length), Seeded.bits(normalized.data, x.data, y.data, gain.data));
  }

  private static FMatrixRMaj repeated(FMatrixRMaj row, int times) {
    FMatrixRMaj rows = new FMatrixRMaj(times, row.numCols);
    for (int r = 0; r < times; r++) {
      System.arraycopy(row.data, 0, rows.data, r * row.numCols, row.numCols);
    }
    return rows;
  }

  private void blend(Map<String, String> bits, int count) {
    RandomGenerator random = Seeded.random(count);
    FMatrixRMaj weights = Seeded.matrix(1, count, 1, random);
    FMatrixRMaj vectors = Seeded.matrix(count, 64, 1, random);
    FMatrixRMaj output = Seeded.matrix(1, 64, 1, random);
    FMatrixRMaj dWeights = new FMatrixRMaj(1, count);
    FMatrixRMaj dVectors = Seeded.matrix(count, 64, 1, random);
    WeightedSumKernels blends = kernels.blends();
    blends.blend(new BlendMatrices(weights, vectors, output, 1), 0, 0, 0, 0, count);
    blends.blendWeights(new BlendMatrices(dWeights, vectors, output, 1), 0, 0, 0, 0, count);
    blends.blendVectors(new BlendMatrices(weights, dVectors, output, 1), 0, 0, 0, 0, count);
    bits.put("blend_%d".formatted(count), Seeded.bits(output.data, dWeights.data, dVectors.data));
  }

  private void softmax(Map<String, String> bits, int columns) {
    FMatrixRMaj logits = Seeded.matrix(3, Strips.padded(columns), 20, Seeded.random(columns));
    int[] targets = {0, -1, columns - 1};
    double nats = 0;
    for (int row = 0; row < targets.length; row++) {
      nats += kernels.rows().softmaxCrossEntropy(logits, row, columns, targets[row], 0.3f, 0);
    }
    bits.put("softmax_%d".formatted(columns), Seeded.bits(logits.data, new float[] {(float) nats}));
  }

  private void passes(Map<String, String> bits, int n) {
    RandomGenerator random = Seeded.random(n);
    FMatrixRMaj weights = Seeded.matrix(1, n, 1, random);
    FMatrixRMaj gradient = Seeded.matrix(1, n, 1, random);
    FMatrixRMaj mean = Seeded.matrix(1, n, 1, random);
    FMatrixRMaj variance = new FMatrixRMaj(1, n);
    AdamMatrices adam = new AdamMatrices(weights, gradient, mean, variance);
    AdamRates rates = new AdamRates(0.01f, 3, 1, new AdamConstants(0.9f, 0.999f, 1e-8f));
    for (int i = 0; i < 3; i++) {
      kernels.updates().adam(adam, 0, n, 0.7f, rates);
    }
    bits.put("adam_%d".formatted(n), Seeded.bits(weights.data, mean.data, variance.data));
    bits.put(
        "squares_%d".formatted(n),
        "%016x"
            .formatted(
                Double.doubleToRawLongBits(kernels.updates().sumOfSquares(gradient.data, 0, n))));
    float[] sum = mean.data.clone();
    kernels.rows().add(repeated(gradient, 5), 0, 5, sum, 0, n);
    bits.put("rows_%d".formatted(n), Seeded.bits(sum));
  }

  private void updates(Map<String, String> bits, int n) {
    RandomGenerator random = Seeded.random(n);
    float[][] x = new float[5][];
    FMatrixRMaj[] rows = new FMatrixRMaj[5];
    for (int i = 0; i < x.length; i++) {
      x[i] = Seeded.floats(n, 1, random);
      rows[i] = FMatrixRMaj.wrap(1, n, x[i]);
    }
    UpdateKernels updates = kernels.updates();
    updates.clipAndPenalize(rows[1], rows[0], 0, n, 0.7f, new Penalty(0.4f, 0.01f, 0.02f));
    bits.put("penalized_%d".formatted(n), Seeded.bits(x[1]));
    updates.momentum(new MomentumMatrices(rows[0], rows[1], rows[2]), 0, n, 0.7f, 0.1f, 0.9f);
    bits.put("momentum_%d".formatted(n), Seeded.bits(x[0], x[2]));
    RmsPropConstants rmsProp = new RmsPropConstants(0.95f, 0.9f, 1e-4f);
    RmsPropMatrices matrices = new RmsPropMatrices(rows[0], rows[1], rows[2], rows[3], rows[4]);
    for (int i = 0; i < 3; i++) {
      updates.rmsProp(matrices, 0, n, 0.7f, 0.1f, rmsProp);
    }
    bits.put("rmsprop_%d".formatted(n), Seeded.bits(x));
    updates.average(x[4], x[0], 0, n, 0.3f);
    bits.put("average_%d".formatted(n), Seeded.bits(x[4]));
  }
}
