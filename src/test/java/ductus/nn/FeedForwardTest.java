package ductus.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class FeedForwardTest {
  private static final double TOLERANCE = 2e-5;

  @Test
  void referenceGradientIsCentralDifferences() {
    RandomGenerator random = Seeded.random(1);
    ReferenceFeedForward layer = new ReferenceFeedForward(3, 4);
    System.arraycopy(Seeded.doubles(12, 1, random), 0, layer.affine.weights, 0, 12);
    System.arraycopy(Seeded.doubles(4, 1, random), 0, layer.affine.bias, 0, 4);
    double[] input = Seeded.doubles(5 * 3, 1, random);
    double[] dOutput = Seeded.doubles(5 * 4, 1, random);
    double[] output = layer.forward(input);
    assertTrue(Arrays.stream(output).anyMatch(value -> value == 0));
    double[] dInput = layer.backward(dOutput);
    GradientCheck.check(
        "weights",
        layer.affine.weights,
        layer.affine.dWeights,
        () -> dot(layer.forward(input), dOutput));
    GradientCheck.check(
        "bias", layer.affine.bias, layer.affine.dBias, () -> dot(layer.forward(input), dOutput));
    GradientCheck.check("input", input, dInput, () -> dot(layer.forward(input), dOutput));
  }

  private static double dot(double[] left, double[] right) {
    return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
  }

  @Test
  void followsTheReferenceOnAnyNumberOfThreads() {
    for (int[] size : new int[][] {{1, 1}, {7, 16}, {33, 17}}) {
      float[] alone = compare(70, 3, size[0], size[1], 1);
      assertArrayEquals(alone, compare(70, 3, size[0], size[1], 3));
      compare(1, 1, size[0], size[1], 2);
    }
  }

  private static float[] compare(int time, int batch, int inputSize, int outputSize, int threads) {
    int rows = time * batch;
    RandomGenerator random = Seeded.random(inputSize * 1000L + outputSize);
    FeedForward layer = new FeedForward("layer", inputSize, outputSize);
    layer.initialize(random);
    Parameter weights = layer.parameters().get(0);
    Parameter bias = layer.parameters().get(1);
    bias.value().setData(Seeded.floats(bias.size(), 1, random));
    ReferenceFeedForward reference = new ReferenceFeedForward(inputSize, outputSize);
    reference.affine.copy(weights, bias);
    FMatrixRMaj input = Seeded.matrix(rows, inputSize, random);
    FMatrixRMaj dOutput = Seeded.matrix(rows, outputSize, random);
    double[] output = reference.forward(Closeness.widen(input.data, rows * inputSize));
    double[] dInput = reference.backward(Closeness.widen(dOutput.data, rows * outputSize));
    try (Workers workers = new Workers(threads)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      layer.repack(tape);
      tape.begin(time, batch, State.initial(List.of(layer), batch));
      float[] outputs = Padded.plain(layer.forward(Padded.of(input), tape), outputSize).data;
      float[] below = Padded.plain(layer.backward(Padded.of(dOutput), tape), inputSize).data;
      Closeness.require("output", output, outputs, output.length, TOLERANCE);
      Closeness.require("dInput", dInput, below, dInput.length, TOLERANCE);
      Closeness.require(
          "dWeights",
          reference.affine.dWeights,
          tape.gradient(weights).data,
          weights.size(),
          TOLERANCE);
      Closeness.require(
          "dBias", reference.affine.dBias, tape.gradient(bias).data, bias.size(), TOLERANCE);
      return outputs;
    }
  }

  @Test
  void hasNoState() {
    FeedForward layer = new FeedForward("layer", 2, 3);
    assertEquals(0, layer.stateSize());
    assertEquals(3, layer.outputSize());
  }
}
