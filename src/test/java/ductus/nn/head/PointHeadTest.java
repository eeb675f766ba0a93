package ductus.nn.head;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.GradientCheck;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.ReferenceAffine;
import ductus.nn.Tape;
import ductus.nn.Tapes;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PointHeadTest {
  /** Error as a share of the largest value, a row of the batch. */
  private static final double TOLERANCE_PER_ROW = 3e-7;

  @ParameterizedTest
  @EnumSource
  void referenceGradientIsCentralDifferences(OutputDistribution law) {
    RandomGenerator random = Seeded.random(1);
    ReferencePoints head = new ReferencePoints(law, 4, 3);
    ReferenceAffine affine = head.projection();
    int outputs = 3 * law.parts();
    System.arraycopy(Seeded.doubles(4 * outputs, 1, random), 0, affine.weights, 0, 4 * outputs);
    System.arraycopy(Seeded.doubles(outputs, 1, random), 0, affine.bias, 0, outputs);
    double[] hidden = Seeded.doubles(6 * 4, 1, random);
    float[] targets = targets(6 * 3, random);
    head.loss(hidden, targets, 1);
    double[] dHidden = head.backward();
    GradientCheck.check(
        "weights", affine.weights, affine.dWeights, () -> head.loss(hidden, targets, 1));
    GradientCheck.check("bias", affine.bias, affine.dBias, () -> head.loss(hidden, targets, 1));
    GradientCheck.check("hidden", hidden, dHidden, () -> head.loss(hidden, targets, 1));
  }

  @ParameterizedTest
  @EnumSource
  void followsTheReference(OutputDistribution law) {
    for (int threads = 1; threads <= 3; threads++) {
      for (int numbers : new int[] {1, 5, 64, 88}) {
        for (int hidden : new int[] {1, 7, 33}) {
          compare(law, hidden, numbers, threads);
        }
      }
    }
  }

  private static void compare(OutputDistribution law, int inputSize, int numbers, int threads) {
    int rows = 45 * 3;
    double tolerance = TOLERANCE_PER_ROW * rows;
    RandomGenerator random = Seeded.random(inputSize * 1000L + numbers);
    PointHead head = head(law, inputSize, numbers, random);
    Parameter weights = head.parameters().get(0);
    Parameter bias = head.parameters().get(1);
    ReferencePoints reference = new ReferencePoints(law, inputSize, numbers);
    ReferenceAffine affine = reference.projection();
    affine.copy(weights, bias);
    FMatrixRMaj hidden = Seeded.matrix(rows, inputSize, random);
    float[] targets = targets(rows * numbers, random);
    float scale = 1f / 7;
    try (Workers workers = new Workers(threads)) {
      Tape tape = Tapes.begun(head::repack, 45, 3, workers);
      double[] wide = Closeness.widen(hidden.data, rows * inputSize);
      double loss = reference.loss(wide, targets, scale);
      assertEquals(
          loss, head.loss(hidden, targets, scale, tape), tolerance * Math.abs(loss) + 1e-5);
      double[] dHidden = reference.backward();
      String what = "%s, hidden size %d, %d numbers, ".formatted(law, inputSize, numbers);
      Closeness.require(
          what + "dHidden",
          dHidden,
          Padded.plain(head.backward(tape), inputSize).data,
          dHidden.length,
          tolerance);
      affine.requireGradients(what, tape, weights, bias, tolerance);
    }
  }

  @Test
  void aDeviationBeyondItsBoundHasNoGradient() {
    try (Workers workers = new Workers(1)) {
      PointHead head = head(OutputDistribution.GAUSSIAN, 1, 1, Seeded.random(1));
      head.parameters().get(0).value().zero();
      head.parameters().get(1).value().setData(new float[] {0, 50});
      Tape tape = Tapes.begun(head::repack, 1, 1, workers);
      double loss = head.loss(new FMatrixRMaj(1, 1), new float[] {3}, 1, tape);
      assertEquals(OutputDistribution.LARGEST_LOG + Math.log(2 * Math.PI) / 2, loss, 1e-6);
      head.backward(tape);
      assertEquals(0, tape.gradient(head.parameters().get(1)).data[1]);
    }
  }

  @Test
  void refusesTargetsOfAnotherLength() {
    try (Workers workers = new Workers(1)) {
      PointHead head = head(OutputDistribution.SQUARED, 1, 2, Seeded.random(1));
      Tape tape = Tapes.begun(head::repack, 2, 1, workers);
      assertRefused(
          "targets must be 2×2 numbers but were 3",
          () -> head.loss(new FMatrixRMaj(2, 1), new float[3], 1, tape));
    }
  }

  private static PointHead head(
      OutputDistribution law, int inputSize, int numbers, RandomGenerator random) {
    PointHead head = new PointHead(law, inputSize, numbers);
    for (Parameter parameter : head.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), 0.5, random));
    }
    return head;
  }

  /** Numbers of 0 to 1, every third one absent. */
  private static float[] targets(int count, RandomGenerator random) {
    float[] targets = new float[count];
    for (int i = 0; i < count; i++) {
      targets[i] = i % 3 == 2 ? Float.NaN : random.nextFloat();
    }
    return targets;
  }
}
