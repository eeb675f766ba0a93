package ductus.nn.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A window by itself, without the layer around it. */
class SoftWindowTest {
  private static final int HIDDEN = 4;
  private static final int SIZE = 5;
  private static final int COMPONENTS = 3;
  private static final int LENGTH = 6;
  private static final double STEP_AT_START = 0.1;
  private static final float STRENGTH = 0.5f;
  private static final float SCALE = 2;

  private final Workers workers = new Workers(1);
  private final Tape tape = new Tape(KernelChoice.best(), workers);
  private final SoftWindow window =
      new SoftWindow("layer", HIDDEN, SIZE, COMPONENTS, STEP_AT_START);
  private final FMatrixRMaj hidden = new FMatrixRMaj(1, Strips.padded(HIDDEN));
  private final FMatrixRMaj vectors = new FMatrixRMaj(1, Strips.padded(SIZE));
  private final FMatrixRMaj context = new FMatrixRMaj(LENGTH, Strips.padded(SIZE));

  @AfterEach
  void endWorkers() {
    workers.close();
  }

  /** A step of a window on a text of six characters, with its components at some places. */
  private void step(float... centers) {
    window.repack(0, workers);
    tape.begin(1, 1, State.zero(List.of(), 1));
    window.attend(context, new int[] {LENGTH}, tape);
    WindowRun run = window.open(tape);
    run.begin(hidden, vectors);
    run.states().begin();
    System.arraycopy(centers, 0, run.states().initial().data, 0, COMPONENTS);
    run.forward(0, 0, 1);
  }

  private float[] centers() {
    return Arrays.copyOf(window.open(tape).states().all().data, COMPONENTS);
  }

  private void fill(double bound, long seed) {
    RandomGenerator random = Seeded.random(seed);
    for (Parameter parameter : window.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), bound, random));
    }
    for (int i = 0; i < HIDDEN; i++) {
      hidden.data[i] = (float) random.nextDouble(-1, 1);
    }
    for (int u = 0; u < LENGTH; u++) {
      for (int i = 0; i < SIZE; i++) {
        context.data[u * context.numCols + i] = (float) random.nextDouble(-1, 1);
      }
    }
  }

  @Test
  void startsToSlideEvenlyFromCharacterToCharacter() {
    window.initialize(Seeded.random(1));
    float[] at = new float[COMPONENTS];
    for (int t = 1; t <= 80; t++) {
      step(at);
      at = centers();
      double passed = t * STEP_AT_START;
      for (float center : at) {
        assertEquals(passed, center, 1e-5);
      }
      int character = (int) Math.min(passed, LENGTH);
      if (Math.abs(passed - Math.rint(passed)) > 0.01) {
        assertEquals(character, window.character(0, tape), "after " + t + " steps");
      }
      if (passed > 2 && passed < LENGTH - 2) {
        double sum = 0;
        double mean = 0;
        for (int u = 0; u <= LENGTH; u++) {
          sum += window.weights(tape).data[u];
          mean += window.weights(tape).data[u] * (u + 0.5);
        }
        assertEquals(1, sum, 0.01);
        assertEquals(passed, mean / sum, 0.05);
      }
    }
  }

  @Test
  void isPastTheEndAsFarAsItGoes() {
    window.initialize(Seeded.random(1));
    for (float far : new float[] {6.5f, 8, 20, 1e3f, 1e6f}) {
      step(far, far, far);
      assertEquals(LENGTH, window.character(0, tape), "at " + far);
    }
    step(5.5f, 5.5f, 5.5f);
    assertTrue(window.character(0, tape) < LENGTH);
  }

  @Test
  void alignmentIsThatOfTheReferenceAtAnyDistance() {
    float[][] places = {{0, 0, 0}, {2, 3, 4}, {5, 7, 30}, {40, 50, 60}, {900, 1000, 1000}};
    for (float[] centers : places) {
      for (double bound : new double[] {0.5, 3}) {
        for (int character = 0; character < LENGTH; character++) {
          compare(bound, centers, character);
        }
      }
    }
  }

  @Test
  void exponentsBeyondTheirBoundsStandStillAndHaveNoGradient() {
    for (double bound : new double[] {30, 1e4}) {
      compare(bound, new float[] {0, 1, 2}, 3);
    }
  }

  private void compare(double bound, float[] centers, int character) {
    String what =
        "weights within %s, components at %s, character %d"
            .formatted(bound, Arrays.toString(centers), character);
    fill(bound, character + 1L);
    tape.clearGradients();
    step(centers);
    double nats = window.align(new int[] {character}, STRENGTH, SCALE, tape);
    FMatrixRMaj dVectors = new FMatrixRMaj(1, vectors.numCols);
    FMatrixRMaj dHidden = new FMatrixRMaj(1, hidden.numCols);
    for (int i = 0; i < SIZE; i++) {
      dVectors.data[i] = 1f / (i + 1);
    }
    WindowRun run = window.open(tape);
    run.beginBackward(hidden, dVectors, dHidden);
    run.states().beginBackward(null, 0);
    run.backward(0, 0, 1);
    run.finishBackward(0, workers);

    ReferenceWindow reference = new ReferenceWindow(HIDDEN, SIZE, COMPONENTS);
    copy(window.parameters().get(0).value().data, reference.weights());
    copy(window.parameters().get(1).value().data, reference.bias());
    double[] before = new double[COMPONENTS];
    copy(centers, before);
    double[][] text = new double[LENGTH][SIZE];
    for (int u = 0; u < LENGTH; u++) {
      copy(
          Arrays.copyOfRange(context.data, u * vectors.numCols, (u + 1) * vectors.numCols),
          text[u]);
    }
    double[] state = new double[HIDDEN];
    copy(hidden.data, state);
    double[] dVector = new double[SIZE];
    copy(dVectors.data, dVector);
    ReferenceWindow.Step step = reference.new Step(state, before, text);
    double[] dCenters = new double[COMPONENTS];
    double[] dState = new double[HIDDEN];
    double[][] dText = new double[LENGTH][SIZE];
    step.back(dVector, dCenters, character, STRENGTH * SCALE, dState, dText);
    double loss = STRENGTH * step.alignmentLoss(character);
    // κ is a float, and what it is far from is the square of that.
    double distance = 1 + Math.abs(step.centers()[COMPONENTS - 1]);
    double tolerance = 1e-5 * distance;
    assertEquals(loss, nats, tolerance * Math.max(1, Math.abs(loss)), what);
    requireClose(what, step.vector(), vectors.data, tolerance);
    requireClose(
        what, reference.dBias(), tape.gradient(window.parameters().get(1)).data, tolerance);
    requireClose(
        what, reference.dWeights(), tape.gradient(window.parameters().get(0)).data, tolerance);
    requireClose(what, dState, dHidden.data, tolerance);
    requireClose(what, dCenters, run.states().gradient().data, tolerance);
  }

  private static void copy(float[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i];
    }
  }

  private static void requireClose(
      String what, double[] expected, float[] actual, double tolerance) {
    double size = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance * size, what);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new SoftWindow("", 0, 1, 1, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new SoftWindow("", 1, 1, 0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new SoftWindow("", 1, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new SoftWindow("", 1, 1, 1, Double.NaN));
    FMatrixRMaj narrow = new FMatrixRMaj(LENGTH, SIZE);
    int[] lengths = {LENGTH};
    assertThrows(IllegalArgumentException.class, () -> window.attend(narrow, lengths, tape));
    for (int wrong : new int[] {0, LENGTH + 1}) {
      int[] length = {wrong};
      assertThrows(IllegalArgumentException.class, () -> window.attend(context, length, tape));
    }
    step(0, 0, 0);
    int[] behind = {LENGTH};
    assertThrows(IllegalArgumentException.class, () -> window.align(behind, STRENGTH, SCALE, tape));
    int[] none = {};
    assertThrows(IllegalArgumentException.class, () -> window.align(none, STRENGTH, SCALE, tape));
    tape.begin(1, 2, State.zero(List.of(), 2));
    assertThrows(IllegalStateException.class, () -> window.open(tape).begin(hidden, vectors));
  }
}
