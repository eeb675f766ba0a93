package ductus.nn.head;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.GradientCheck;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.ReferenceAffine;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.Tapes;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class MixtureHeadTest {
  /** Error as a share of the largest value: roundings of the distances, times sharp densities. */
  private static final double TOLERANCE = 2e-5;

  private static final int[] COMPONENTS = {1, 2, 5, 20};

  @Test
  void referenceGradientIsCentralDifferences() {
    for (int components : COMPONENTS) {
      for (boolean masked : new boolean[] {false, true}) {
        RandomGenerator random = Seeded.random(components);
        ReferenceMixture reference = new ReferenceMixture(components);
        double[] raw = Seeded.doubles(4 * Mixture.outputs(components), 1.5, random);
        double[] targets = Closeness.widen(targets(4, masked, random).data, 12);
        GradientCheck.check(
            "raw", raw, reference.gradient(raw, targets, 1), () -> reference.loss(raw, targets));
      }
    }
  }

  @Test
  void checkOfGradientsSeesAFlippedSign() {
    RandomGenerator random = Seeded.random(9);
    ReferenceMixture reference = new ReferenceMixture(2);
    double[] raw = Seeded.doubles(Mixture.outputs(2), 1, random);
    double[] targets = {0.4, -0.7, 1};
    double[] gradient = reference.gradient(raw, targets, 1);
    gradient[12] = -gradient[12];
    assertThrows(
        AssertionError.class,
        () -> GradientCheck.check("raw", raw, gradient, () -> reference.loss(raw, targets)));
  }

  @Test
  void followsTheReference() {
    for (int components : COMPONENTS) {
      for (int[] shape : new int[][] {{1, 1}, {2, 3}, {12, 3}, {50, 4}}) {
        compare(components, shape[0], shape[1]);
      }
    }
  }

  private static void compare(int components, int time, int batch) {
    int inputSize = 9;
    int rows = time * batch;
    int width = Mixture.outputs(components);
    RandomGenerator random = Seeded.random(components * 1000L + rows);
    MixtureHead head = head(inputSize, components, random);
    ReferenceAffine affine = new ReferenceAffine(inputSize, width);
    affine.copy(head.parameters().get(0), head.parameters().get(1));
    FMatrixRMaj hidden = new FMatrixRMaj(rows, inputSize);
    hidden.setData(Seeded.floats(rows * inputSize, 0.7, random));
    FMatrixRMaj targets = targets(rows, true, random);
    double[] raw = affine.forward(Closeness.widen(hidden.data, rows * inputSize));
    double[] wide = Closeness.widen(targets.data, rows * 3);
    float scale = 1f / 7;
    ReferenceMixture reference = new ReferenceMixture(components);
    double nats = reference.loss(raw, wide);
    double[] dHidden = affine.backward(reference.gradient(raw, wide, scale));
    String what = "%d components, %d×%d: ".formatted(components, time, batch);
    try (Workers workers = new Workers(2)) {
      Tape tape = Tapes.begun(head::repack, time, batch, workers);
      float[] outputs = Padded.plain(head.outputs(Padded.of(hidden), tape), width).data;
      Closeness.require(what + "outputs", raw, outputs, rows * width, TOLERANCE);
      double size = Math.abs(reference.offsetNats) + reference.penNats;
      assertEquals(
          nats, head.loss(Padded.of(hidden), targets, scale, tape), TOLERANCE * size, what);
      assertEquals(reference.penNats, head.penNats(tape), TOLERANCE * size, what + "pen");
      float[] back = Padded.plain(head.backward(tape), inputSize).data;
      Closeness.require(what + "dHidden", dHidden, back, dHidden.length, TOLERANCE);
      requireGradient(what, head.parameters().get(0), affine.dWeights, tape);
      requireGradient(what, head.parameters().get(1), affine.dBias, tape);
    }
  }

  private static void requireGradient(
      String what, Parameter parameter, double[] expected, Tape tape) {
    float[] actual = tape.gradient(parameter).data;
    Closeness.require(what + parameter.name(), expected, actual, expected.length, TOLERANCE);
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    RandomGenerator random = Seeded.random(4);
    MixtureHead head = head(20, 6, random);
    FMatrixRMaj hidden = new FMatrixRMaj(300, Strips.padded(20));
    hidden.setData(Seeded.floats(300 * hidden.numCols, 1, random));
    FMatrixRMaj targets = targets(300, true, random);
    double[] nats = new double[3];
    String[] bits = new String[3];
    for (int i = 0; i < 3; i++) {
      try (Workers workers = new Workers(i + 1)) {
        Tape tape = Tapes.begun(head::repack, 100, 3, workers);
        nats[i] = head.loss(hidden, targets, 1, tape);
        bits[i] =
            Seeded.bits(
                head.backward(tape).data,
                tape.gradient(head.parameters().get(0)).data,
                tape.gradient(head.parameters().get(1)).data);
      }
    }
    assertEquals(nats[0], nats[1]);
    assertEquals(nats[0], nats[2]);
    assertEquals(bits[0], bits[1]);
    assertEquals(bits[0], bits[2]);
  }

  @Test
  void maskedStepsCountForNothing() {
    RandomGenerator random = Seeded.random(5);
    MixtureHead head = head(4, 3, random);
    FMatrixRMaj hidden = new FMatrixRMaj(6, Strips.padded(4));
    hidden.setData(Seeded.floats(6 * hidden.numCols, 1, random));
    FMatrixRMaj targets = targets(6, false, random);
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.begun(head::repack, 6, 1, workers);
      for (int row = 2; row < 6; row++) {
        targets.set(row, 0, Float.NaN);
        targets.set(row, 2, -1);
      }
      double masked = head.loss(hidden, targets, 1, tape);
      float[] dHidden = head.backward(tape).data.clone();
      for (int i = 2 * hidden.numCols; i < dHidden.length; i++) {
        assertEquals(0, dHidden[i]);
      }
      tape.begin(2, 1, State.zero(List.of(), 1));
      FMatrixRMaj two = new FMatrixRMaj(2, 3);
      System.arraycopy(targets.data, 0, two.data, 0, 6);
      assertEquals(head.loss(hidden, two, 1, tape), masked);
    }
  }

  @Test
  void rejectsTargetsOfAnotherShape() {
    MixtureHead head = new MixtureHead(4, 3);
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.begun(head::repack, 6, 1, workers);
      FMatrixRMaj hidden = new FMatrixRMaj(6, 16);
      assertRefused(
          "targets must be 6×3 but were 6×2",
          () -> head.loss(hidden, new FMatrixRMaj(6, 2), 1, tape));
    }
  }

  @Test
  void learnsAKnownMixture() {
    RandomGenerator random = Seeded.random(6);
    MixtureHead head = new MixtureHead(1, 2);
    head.initialize(random);
    int rows = 2000;
    FMatrixRMaj hidden = new FMatrixRMaj(rows, Strips.WIDTH);
    FMatrixRMaj targets = new FMatrixRMaj(rows, 3);
    for (int r = 0; r < rows; r++) {
      hidden.set(r, 0, 1);
      int side = random.nextDouble() < 0.3 ? -1 : 1;
      targets.set(r, 0, (float) (2 * side + 0.5 * random.nextGaussian()));
      targets.set(r, 1, (float) (side + 0.25 * random.nextGaussian()));
      targets.set(r, 2, random.nextDouble() < 0.1 ? 1 : 0);
    }
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.begun(head::repack, rows, 1, workers);
      FMatrixRMaj bias = head.parameters().get(1).value();
      for (int step = 0; step < 400; step++) {
        tape.clearGradients();
        head.loss(hidden, targets, 1f / rows, tape);
        head.backward(tape);
        float[] gradient = tape.gradient(head.parameters().get(1)).data;
        for (int i = 0; i < gradient.length; i++) {
          bias.data[i] -= 0.1f * gradient[i];
        }
      }
      double nats = head.loss(hidden, targets, 1, tape) / rows;
      // Entropies: which side, normal Δx and Δy, pen.
      double entropy = bits(0.3) + 1 + StrictMath.log(2 * Math.PI * 0.5 * 0.25) + bits(0.1);
      assertEquals(entropy, nats, 0.1);
    }
  }

  private static double bits(double p) {
    return -p * StrictMath.log(p) - (1 - p) * StrictMath.log(1 - p);
  }

  private static MixtureHead head(int inputSize, int components, RandomGenerator random) {
    MixtureHead head = new MixtureHead(inputSize, components);
    for (Parameter parameter : head.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), 0.8, random));
    }
    return head;
  }

  /** Every third step masked, if any. */
  private static FMatrixRMaj targets(int rows, boolean masked, RandomGenerator random) {
    FMatrixRMaj targets = new FMatrixRMaj(rows, 3);
    for (int r = 0; r < rows; r++) {
      targets.set(r, 0, (float) random.nextGaussian());
      targets.set(r, 1, (float) random.nextGaussian());
      targets.set(r, 2, masked && r % 3 == 2 ? -1 : random.nextInt(2));
    }
    return targets;
  }
}
