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
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class BernoulliHeadTest {
  /** Error as a share of the largest value, a row of the batch. */
  private static final double TOLERANCE_PER_ROW = 2e-7;

  @Test
  void referenceGradientIsCentralDifferences() {
    RandomGenerator random = Seeded.random(1);
    ReferenceBernoulli head = new ReferenceBernoulli(4, 5);
    ReferenceAffine affine = head.projection();
    System.arraycopy(Seeded.doubles(20, 1, random), 0, affine.weights, 0, 20);
    System.arraycopy(Seeded.doubles(5, 1, random), 0, affine.bias, 0, 5);
    double[] hidden = Seeded.doubles(6 * 4, 1, random);
    ActiveOutputs targets = targets(6, 5, random);
    head.loss(hidden, targets, 1);
    double[] dHidden = head.backward();
    GradientCheck.check(
        "weights", affine.weights, affine.dWeights, () -> head.loss(hidden, targets, 1));
    GradientCheck.check("bias", affine.bias, affine.dBias, () -> head.loss(hidden, targets, 1));
    GradientCheck.check("hidden", hidden, dHidden, () -> head.loss(hidden, targets, 1));
  }

  @Test
  void followsTheReference() {
    for (int threads = 1; threads <= 3; threads++) {
      for (int outputs : new int[] {1, 5, 64, 88}) {
        for (int hidden : new int[] {1, 7, 33}) {
          compare(hidden, outputs, threads);
        }
      }
    }
  }

  private static void compare(int inputSize, int outputs, int threads) {
    int rows = 45 * 3;
    double tolerance = TOLERANCE_PER_ROW * rows;
    RandomGenerator random = Seeded.random(inputSize * 1000L + outputs);
    BernoulliHead head = head(inputSize, outputs, 1, random);
    Parameter weights = head.parameters().get(0);
    Parameter bias = head.parameters().get(1);
    ReferenceBernoulli reference = new ReferenceBernoulli(inputSize, outputs);
    ReferenceAffine affine = reference.projection();
    affine.copy(weights, bias);
    FMatrixRMaj hidden = Seeded.matrix(rows, inputSize, random);
    ActiveOutputs targets = targets(rows, outputs, random);
    float scale = 1f / 7;
    try (Workers workers = new Workers(threads)) {
      Tape tape = Tapes.begun(head::repack, 45, 3, workers);
      String what = "hidden size %d, %d outputs, ".formatted(inputSize, outputs);
      double[] wide = Closeness.widen(hidden.data, rows * inputSize);
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

  /** By hand: softplus(1) + softplus(−2) − (−2) + softplus(0), then the same of 3, −4, 0.5. */
  @Test
  void fixedNumbersHaveTheLossOfBinaryCrossEntropyWithLogits() {
    try (Workers workers = new Workers(1)) {
      BernoulliHead head = head(1, 3, 0, Seeded.random(1));
      head.parameters().get(0).value().setData(new float[] {2, -2, 0.5f});
      head.parameters().get(1).value().setData(new float[] {-1, 0, -0.5f});
      FMatrixRMaj hidden = new FMatrixRMaj(new float[][] {{1}, {2}});
      ActiveOutputs targets =
          new ActiveOutputs(new int[] {0, 1, 3}, new int[] {1, 0, 2}, new boolean[2]);
      Tape tape = Tapes.begun(head::repack, 2, 1, workers);
      double first = 1.3132616875 + 2.1269280110 + 0.6931471806;
      double second = 3.0485873516 - 3 + 0.0181499279 + 0.9740769842 - 0.5;
      assertEquals(first + second, head.loss(hidden, targets, 1, tape), 1e-6);
      head.backward(tape);
      // σ(logit) − target of the first step, and of the second.
      double[] dBias = {
        0.7310585786 + 0.9525741268 - 1, 0.1192029220 - 1 + 0.0179862100, 0.5 + 0.6224593312 - 1
      };
      for (int n = 0; n < 3; n++) {
        assertEquals(dBias[n], tape.gradient(head.parameters().get(1)).data[n], 1e-6);
      }
    }
  }

  @Test
  void logitsOfAnySizeHaveAFiniteLoss() {
    try (Workers workers = new Workers(1)) {
      BernoulliHead head = head(1, 2, 0, Seeded.random(1));
      head.parameters().get(1).value().setData(new float[] {1e30f, -500});
      ActiveOutputs targets = new ActiveOutputs(new int[] {0, 1}, new int[] {1}, new boolean[1]);
      Tape tape = Tapes.begun(head::repack, 1, 1, workers);
      assertEquals((double) 1e30f + 500, head.loss(new FMatrixRMaj(1, 1), targets, 1, tape), 1e24);
      head.backward(tape);
      assertEquals(1, tape.gradient(head.parameters().get(1)).data[0]);
      assertEquals(-1, tape.gradient(head.parameters().get(1)).data[1]);
    }
  }

  @Test
  void refusesTargetsOfAnotherLength() {
    try (Workers workers = new Workers(1)) {
      BernoulliHead head = head(1, 2, 0, Seeded.random(1));
      Tape tape = Tapes.begun(head::repack, 2, 1, workers);
      ActiveOutputs targets = new ActiveOutputs(new int[] {0, 0}, new int[0], new boolean[1]);
      assertRefused(
          "targets must be of 2 steps but were of 1",
          () -> head.loss(new FMatrixRMaj(2, 1), targets, 1, tape));
    }
  }

  private static BernoulliHead head(
      int inputSize, int outputs, double bound, RandomGenerator random) {
    BernoulliHead head = new BernoulliHead(inputSize, outputs);
    for (Parameter parameter : head.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), bound, random));
    }
    return head;
  }

  /** Every third step masked, each output on with a probability of a third. */
  private static ActiveOutputs targets(int steps, int outputs, RandomGenerator random) {
    int[] starts = new int[steps + 1];
    int[] on = new int[steps * outputs];
    boolean[] masked = new boolean[steps];
    for (int step = 0; step < steps; step++) {
      masked[step] = step % 3 == 2;
      starts[step + 1] = starts[step];
      for (int n = 0; n < outputs; n++) {
        if (!masked[step] && random.nextInt(3) == 0) {
          on[starts[step + 1]++] = n;
        }
      }
    }
    return new ActiveOutputs(starts, Arrays.copyOf(on, starts[steps]), masked);
  }
}
