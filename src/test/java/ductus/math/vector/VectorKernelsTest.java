package ductus.math.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.math.AdamConstants;
import ductus.math.CellArrays;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.NormKernels;
import ductus.math.PackedWeights;
import ductus.math.RmsPropConstants;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.UpdateKernels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
      float[] row = new float[Strips.WIDTH];
      row[1] = -Math.abs(x);
      kernels.rows().softmaxCrossEntropy(row, 0, 2, 2, 1, new int[] {0}, 0, 1, 0);
      double exact = 1 / (1 + StrictMath.exp(Math.abs(x)));
      // The exponential, its sum's share, and the factor's and the product's rounding.
      assertEquals(
          exact, row[1], (2e-7 + 1e-7 + 2 * ROUNDING) * exact, () -> "exp of -|" + x + "|");
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
    float[] gates = new float[4 * Strips.WIDTH];
    for (int gate = 0; gate < 4; gate++) {
      gates[gate * Strips.WIDTH] = x;
    }
    float[] cells = new float[2 * Strips.WIDTH];
    float[] hidden = new float[Strips.WIDTH];
    kernels.cells().lstm(gates, 0, 64, cells, 0, cells, cells, 16, hidden, 0, 16, 0, 1, 1);
    return gates;
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
    float[] input = Seeded.floats(rows * k, 1, random);
    FMatrixRMaj matrix = Seeded.matrix(k, n, random);
    PackedWeights weights = new PackedWeights(k, n);
    weights.pack(matrix, 0, weights.strips());
    int stride = Strips.padded(n);
    float[] output = Seeded.floats(rows * stride, 1, random);
    kernels
        .products()
        .multiply(input, 0, k, rows, weights, 0, weights.strips(), output, 0, stride, true);
    bits.put("product_%dx%dx%d".formatted(rows, k, n), Seeded.bits(output));
  }

  private void transposedProduct(Map<String, String> bits, int rows, int k, int n) {
    RandomGenerator random = Seeded.random(2);
    float[] left = Seeded.floats(rows * k, 1, random);
    float[] right = Seeded.floats(rows * n, 1, random);
    float[] output = Seeded.floats(k * n, 1, random);
    kernels.products().addTransposed(left, 0, k, k, right, 0, n, rows, 0, n / 16, output, 0, n);
    bits.put("transposed_%dx%dx%d".formatted(k, rows, n), Seeded.bits(output));
  }

  private void cells(Map<String, String> bits, int groups) {
    int rows = 9;
    int units = groups * Strips.WIDTH;
    RandomGenerator random = Seeded.random(groups);
    float[] gates = Seeded.floats(rows * 4 * units, 9, random);
    float[] previous = Seeded.floats(rows * units, 2, random);
    float[] cell = new float[rows * units];
    float[] cellTanh = new float[rows * units];
    float[] hidden = new float[rows * units];
    kernels
        .cells()
        .lstm(
            gates, 0, 4 * units, previous, 0, cell, cellTanh, 0, hidden, 0, units, 0, groups, rows);
    bits.put("cell_%d".formatted(groups), Seeded.bits(gates, cell, cellTanh, hidden));
    float[] dHidden = Seeded.floats(rows * units, 1, random);
    float[] dRecurrent = Seeded.floats(rows * units, 1, random);
    float[] dCell = Seeded.floats(rows * units, 1, random);
    float[] dBias = new float[4 * units];
    kernels
        .cells()
        .lstmBackward(
            gates,
            0,
            4 * units,
            previous,
            0,
            cellTanh,
            0,
            dHidden,
            0,
            dRecurrent,
            dCell,
            units,
            dBias,
            0,
            groups,
            rows);
    bits.put("cell_backward_%d".formatted(groups), Seeded.bits(gates, dCell, dBias));
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
    int length = Strips.WIDTH * rows;
    RandomGenerator random = Seeded.random(rows);
    float[] x = Seeded.floats(length, 3, random);
    float[] gain = Seeded.floats(length, 1, random);
    float[] y = Seeded.floats(length, 1, random);
    float[] normalized = new float[length];
    NormKernels norms = kernels.norms();
    float scale = norms.normalize(x, 0, length, length - 3, gain, normalized, 0, y, 0);
    norms.normalizeBackward(normalized, 0, length, length - 3, scale, gain, y, 0, x, 0);
    norms.addProducts(x, 0, 0, y, 0, 0, 3, gain, 0, length);
    bits.put("norm_%d".formatted(length), Seeded.bits(normalized, x, y, gain));
  }

  private void blend(Map<String, String> bits, int count) {
    RandomGenerator random = Seeded.random(count);
    float[] weights = Seeded.floats(count, 1, random);
    float[] vectors = Seeded.floats(count * 64, 1, random);
    float[] output = Seeded.floats(64, 1, random);
    float[] dWeights = new float[count];
    float[] dVectors = Seeded.floats(count * 64, 1, random);
    kernels.blends().blend(weights, 0, count, vectors, 0, 64, output, 0, 64);
    kernels
        .blends()
        .blendBackward(weights, 0, count, vectors, 0, 64, output, 0, 64, dWeights, 0, dVectors);
    bits.put("blend_%d".formatted(count), Seeded.bits(output, dWeights, dVectors));
  }

  private void softmax(Map<String, String> bits, int columns) {
    int stride = Strips.padded(columns);
    float[] logits = Seeded.floats(3 * stride, 20, Seeded.random(columns));
    double nats =
        kernels
            .rows()
            .softmaxCrossEntropy(
                logits, 0, stride, columns, 3, new int[] {0, -1, columns - 1}, 0, 0.3f, 0);
    bits.put("softmax_%d".formatted(columns), Seeded.bits(logits, new float[] {(float) nats}));
  }

  private void passes(Map<String, String> bits, int n) {
    RandomGenerator random = Seeded.random(n);
    float[] weights = Seeded.floats(n, 1, random);
    float[] gradient = Seeded.floats(n, 1, random);
    float[] mean = Seeded.floats(n, 1, random);
    float[] variance = new float[n];
    AdamConstants adam = new AdamConstants(0.9f, 0.999f, 1e-8f);
    for (int i = 0; i < 3; i++) {
      kernels.updates().adam(weights, gradient, mean, variance, 0, n, 0.7f, 0.01f, 3, 1, adam);
    }
    bits.put("adam_%d".formatted(n), Seeded.bits(weights, mean, variance));
    bits.put(
        "squares_%d".formatted(n),
        "%016x"
            .formatted(Double.doubleToRawLongBits(kernels.updates().sumOfSquares(gradient, 0, n))));
    float[] sum = mean.clone();
    kernels.rows().add(gradient, 0, 0, 5, sum, 0, n);
    bits.put("rows_%d".formatted(n), Seeded.bits(sum));
  }

  private void updates(Map<String, String> bits, int n) {
    RandomGenerator random = Seeded.random(n);
    float[][] x = new float[5][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Seeded.floats(n, 1, random);
    }
    UpdateKernels updates = kernels.updates();
    updates.clipAndPenalize(x[1], x[0], 0, n, 0.7f, 0.4f, 0.01f, 0.02f);
    bits.put("penalized_%d".formatted(n), Seeded.bits(x[1]));
    updates.momentum(x[0], x[1], x[2], 0, n, 0.7f, 0.1f, 0.9f);
    bits.put("momentum_%d".formatted(n), Seeded.bits(x[0], x[2]));
    RmsPropConstants rmsProp = new RmsPropConstants(0.95f, 0.9f, 1e-4f);
    for (int i = 0; i < 3; i++) {
      updates.rmsProp(x[0], x[1], x[2], x[3], x[4], 0, n, 0.7f, 0.1f, rmsProp);
    }
    bits.put("rmsprop_%d".formatted(n), Seeded.bits(x));
    updates.average(x[4], x[0], 0, n, 0.3f);
    bits.put("average_%d".formatted(n), Seeded.bits(x[4]));
  }
}
