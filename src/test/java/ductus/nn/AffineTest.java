package ductus.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class AffineTest {
  /** Error as a share of the largest value, a term of the longest sum. */
  private static final double TOLERANCE_PER_TERM = 1e-7;

  @Test
  void referenceGradientIsCentralDifferences() {
    RandomGenerator random = Seeded.random(1);
    ReferenceAffine layer = new ReferenceAffine(3, 4);
    System.arraycopy(Seeded.doubles(12, 1, random), 0, layer.weights, 0, 12);
    System.arraycopy(Seeded.doubles(4, 1, random), 0, layer.bias, 0, 4);
    double[] input = Seeded.doubles(5 * 3, 1, random);
    double[] dOutput = Seeded.doubles(5 * 4, 1, random);
    layer.forward(input);
    double[] dInput = layer.backward(dOutput);
    GradientCheck.check(
        "weights", layer.weights, layer.dWeights, () -> dot(layer.forward(input), dOutput));
    GradientCheck.check("bias", layer.bias, layer.dBias, () -> dot(layer.forward(input), dOutput));
    GradientCheck.check("input", input, dInput, () -> dot(layer.forward(input), dOutput));
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  @Test
  void followsTheReference() {
    for (int threads = 1; threads <= 3; threads++) {
      for (int[] size : new int[][] {{1, 1}, {7, 16}, {33, 17}, {16, 121}}) {
        compare(5, 3, size[0], size[1], threads);
      }
      compare(70, 3, 9, 21, threads);
    }
  }

  private static void compare(int time, int batch, int inputSize, int outputSize, int threads) {
    int rows = time * batch;
    RandomGenerator random = Seeded.random(inputSize * 1000L + outputSize);
    Affine layer = new Affine("layer", inputSize, outputSize);
    for (Parameter parameter : layer.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), 1, random));
    }
    ReferenceAffine reference = new ReferenceAffine(inputSize, outputSize);
    reference.copy(layer.parameters().get(0), layer.parameters().get(1));
    FMatrixRMaj input = Seeded.matrix(rows, inputSize, random);
    FMatrixRMaj dOutput = Seeded.matrix(rows, outputSize, random);
    double[] output = reference.forward(Closeness.widen(input.data, rows * inputSize));
    double[] dInput = reference.backward(Closeness.widen(dOutput.data, rows * outputSize));
    try (Workers workers = new Workers(threads)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      layer.repack(tape);
      tape.begin(time, batch, new State(List.of()));
      String what = "%d×%d, %d threads: ".formatted(inputSize, outputSize, threads);
      require(
          what + "output", output, layer.forward(Padded.of(input), tape), outputSize, inputSize);
      require(
          what + "dInput", dInput, layer.backward(Padded.of(dOutput), tape), inputSize, outputSize);
      Parameter weights = layer.parameters().get(0);
      Parameter bias = layer.parameters().get(1);
      require(what + "dWeights", reference.dWeights, tape.gradient(weights), outputSize, rows);
      require(what + "dBias", reference.dBias, tape.gradient(bias), outputSize, rows);
    }
  }

  private static void require(
      String what, double[] expected, FMatrixRMaj actual, int columns, int terms) {
    float[] plain = Padded.plain(actual, columns).data;
    Closeness.require(what, expected, plain, expected.length, TOLERANCE_PER_TERM * (terms + 4));
  }

  @Test
  void hasEachBlockWorkedOnOnceBehindItsProduct() {
    int rows = 3 * Affine.BLOCK + 5;
    Affine layer = new Affine("layer", 4, 6);
    RandomGenerator random = Seeded.random(3);
    layer.initialize(random);
    FMatrixRMaj input = Seeded.matrix(rows, Strips.WIDTH, random);
    for (int threads = 1; threads <= 3; threads++) {
      try (Workers workers = new Workers(threads)) {
        Tape tape = new Tape(KernelChoice.best(), workers);
        layer.repack(tape);
        tape.begin(rows, 1, new State(List.of()));
        float[] doubled = layer.forward(input, tape).data.clone();
        for (int i = 0; i < doubled.length; i++) {
          doubled[i] *= 2;
        }
        float[] worked = layer.forward(input, AffineTest::twice, tape).data;
        assertArrayEquals(doubled, worked);
      }
    }
  }

  private static void twice(FMatrixRMaj output, int row, int rows, int slice) {
    for (int i = row * output.numCols; i < (row + rows) * output.numCols; i++) {
      output.data[i] *= 2;
    }
  }

  @Test
  void namesItsParameters() {
    Affine layer = new Affine("style", 2, 3);
    assertEquals(
        List.of("style.weight", "style.bias"),
        layer.parameters().stream().map(Parameter::name).toList());
  }

  @Test
  void rejectsSizesBelowOne() {
    assertThrows(IllegalArgumentException.class, () -> new Affine("layer", 0, 3));
    assertThrows(IllegalArgumentException.class, () -> new Affine("layer", 3, 0));
  }
}
