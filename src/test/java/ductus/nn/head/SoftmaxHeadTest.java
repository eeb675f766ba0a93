package ductus.nn.head;

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

class SoftmaxHeadTest {
  /** Error as a share of the largest value, a row of the batch. */
  private static final double TOLERANCE_PER_ROW = 2e-7;

  @Test
  void referenceGradientIsCentralDifferences() {
    for (boolean masked : new boolean[] {false, true}) {
      RandomGenerator random = Seeded.random(1);
      ReferenceSoftmax head = new ReferenceSoftmax(4, 5);
      ReferenceAffine affine = head.projection();
      System.arraycopy(Seeded.doubles(20, 1, random), 0, affine.weights, 0, 20);
      System.arraycopy(Seeded.doubles(5, 1, random), 0, affine.bias, 0, 5);
      double[] hidden = Seeded.doubles(6 * 4, 1, random);
      int[] targets = targets(6, 5, masked, random);
      head.loss(hidden, targets, 1);
      double[] dHidden = head.backward();
      GradientCheck.check(
          "weights", affine.weights, affine.dWeights, () -> head.loss(hidden, targets, 1));
      GradientCheck.check("bias", affine.bias, affine.dBias, () -> head.loss(hidden, targets, 1));
      GradientCheck.check("hidden", hidden, dHidden, () -> head.loss(hidden, targets, 1));
    }
  }

  @Test
  void followsTheReference() {
    for (int threads = 1; threads <= 3; threads++) {
      for (int vocabulary : new int[] {2, 5, 64, 65, 200}) {
        for (int hidden : new int[] {1, 7, 33}) {
          compare(hidden, vocabulary, threads);
        }
      }
    }
  }

  private static void compare(int inputSize, int vocabularySize, int threads) {
    int time = 5;
    int batch = 3;
    int rows = time * batch;
    double tolerance = TOLERANCE_PER_ROW * rows;
    RandomGenerator random = Seeded.random(inputSize * 1000L + vocabularySize);
    SoftmaxHead head = new SoftmaxHead(inputSize, vocabularySize);
    for (Parameter parameter : head.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), 1, random));
    }
    Parameter weights = head.parameters().get(0);
    Parameter bias = head.parameters().get(1);
    ReferenceSoftmax reference = new ReferenceSoftmax(inputSize, vocabularySize);
    ReferenceAffine affine = reference.projection();
    affine.copy(weights, bias);
    FMatrixRMaj hidden = Seeded.matrix(rows, inputSize, random);
    double[] wide = Closeness.widen(hidden.data, rows * inputSize);
    int[] targets = targets(rows, vocabularySize, true, random);
    float scale = 1f / 7;
    try (Workers workers = new Workers(threads)) {
      Tape tape = Tapes.begun(head::repack, time, batch, workers);
      String what = "hidden size %d, vocabulary %d, ".formatted(inputSize, vocabularySize);
      double[] logits = reference.logits(wide);
      Closeness.require(
          what + "logits",
          logits,
          Padded.plain(head.outputs(hidden, tape), vocabularySize).data,
          logits.length,
          tolerance);
      double nats = reference.loss(wide, targets, scale);
      assertEquals(nats, head.loss(hidden, targets, scale, tape), tolerance * nats, what);
      double[] dHidden = reference.backward();
      Closeness.require(
          what + "dHidden",
          dHidden,
          Padded.plain(head.backward(tape), inputSize).data,
          dHidden.length,
          tolerance);
      affine.requireGradients(what, tape, weights, bias, tolerance);
    }
  }

  private static int[] targets(int rows, int vocabulary, boolean masked, RandomGenerator random) {
    int[] targets = new int[rows];
    for (int r = 0; r < rows; r++) {
      targets[r] = masked && r % 3 == 2 ? -1 : random.nextInt(vocabulary);
    }
    return targets;
  }
}
