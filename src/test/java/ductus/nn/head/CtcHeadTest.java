package ductus.nn.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
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
import ductus.nn.recurrent.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class CtcHeadTest {
  private static final double TOLERANCE = 1e-5;

  /** Made by {@code src/test/python/ctc_golden.py}. */
  private static final Golden GOLDEN = new Golden("/ductus/nn/head/ctc_golden.txt");

  private static final int[][] LABELS = {{}, {0}, {1, 0}, {0, 0}, {1, 1, 0}, {0, 1, 0, 1}};

  @Test
  void referenceGradientIsCentralDifferences() {
    RandomGenerator random = Seeded.random(1);
    ReferenceCtc reference = new ReferenceCtc(2);
    for (int[] labels : LABELS) {
      int steps = Math.max(1, CtcHead.leastSteps(labels)) + 1;
      double[] logits = Seeded.doubles(steps * 3, 2, random);
      GradientCheck.check(
          "logits of " + Arrays.toString(labels),
          logits,
          reference.gradient(logits, labels, 1),
          () -> reference.loss(logits, labels));
    }
  }

  @Test
  void followsTheReferenceThatGoesThroughEveryPath() {
    for (int seed = 0; seed < 12; seed++) {
      compare(seed, 1 + seed % 3);
    }
  }

  /** A batch of all labelings, each with steps of its own, the last with none to spare. */
  private static void compare(int seed, int threads) {
    int inputSize = 5;
    int batch = LABELS.length;
    int time = 7;
    RandomGenerator random = Seeded.random(seed);
    int[] lengths = new int[batch];
    for (int b = 0; b < batch; b++) {
      int least = Math.max(1, CtcHead.leastSteps(LABELS[b]));
      lengths[b] = b == batch - 1 ? least : random.nextInt(least, time + 1);
    }
    CtcHead head = head(inputSize, 2, random);
    ReferenceAffine affine = new ReferenceAffine(inputSize, 3);
    affine.copy(head.parameters().get(0), head.parameters().get(1));
    FMatrixRMaj hidden = Seeded.matrix(time * batch, inputSize, random);
    double[] logits = affine.forward(Closeness.widen(hidden.data, hidden.getNumElements()));
    float scale = 1f / 7;
    double nats = 0;
    double[] dLogits = new double[logits.length];
    ReferenceCtc reference = new ReferenceCtc(2);
    for (int b = 0; b < batch; b++) {
      double[] own = new double[lengths[b] * 3];
      for (int t = 0; t < lengths[b]; t++) {
        System.arraycopy(logits, (t * batch + b) * 3, own, t * 3, 3);
      }
      nats += reference.loss(own, LABELS[b]);
      double[] gradient = reference.gradient(own, LABELS[b], scale);
      for (int t = 0; t < lengths[b]; t++) {
        System.arraycopy(gradient, t * 3, dLogits, (t * batch + b) * 3, 3);
      }
    }
    double[] dHidden = affine.backward(dLogits);
    try (Workers workers = new Workers(threads)) {
      Tape tape = tape(head, time, lengths, workers);
      String what = "seed " + seed + ": ";
      assertEquals(
          nats, head.loss(Padded.of(hidden), targets(LABELS), scale, tape), TOLERANCE * nats, what);
      float[] back = Padded.plain(head.backward(tape), inputSize).data;
      Closeness.require(what + "dHidden", dHidden, back, dHidden.length, TOLERANCE);
      affine.requireGradients(
          what, tape, head.parameters().get(0), head.parameters().get(1), TOLERANCE);
    }
  }

  @Test
  void agreesWithPyTorch() {
    int labelCount = 6;
    int symbols = labelCount + 1;
    int[] lengths = Arrays.stream(GOLDEN.matrix("lengths")).mapToInt(x -> (int) x).toArray();
    int[][] labels = new int[lengths.length][];
    for (int b = 0; b < labels.length; b++) {
      labels[b] = Arrays.stream(GOLDEN.matrix("labels:" + b)).mapToInt(x -> (int) x).toArray();
    }
    double[] logits = GOLDEN.matrix("logits");
    // Weights of one on the diagonal: what goes in are the logits, and their gradient comes out.
    CtcHead head = new CtcHead(symbols, labelCount);
    for (int i = 0; i < symbols; i++) {
      head.parameters().get(0).value().set(i, i, 1);
    }
    FMatrixRMaj hidden = new FMatrixRMaj(logits.length / symbols, symbols);
    for (int i = 0; i < logits.length; i++) {
      hidden.data[i] = (float) logits[i];
    }
    double nats = DoubleStream.of(GOLDEN.matrix("losses")).sum();
    try (Workers workers = new Workers(2)) {
      Tape tape = tape(head, hidden.numRows / lengths.length, lengths, workers);
      assertEquals(nats, head.loss(Padded.of(hidden), targets(labels), 1, tape), TOLERANCE * nats);
      float[] gradient = Padded.plain(head.backward(tape), symbols).data;
      Closeness.require(
          "gradient", GOLDEN.matrix("gradient"), gradient, gradient.length, TOLERANCE);
    }
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    RandomGenerator random = Seeded.random(4);
    CtcHead head = head(20, 9, random);
    int batch = 5;
    int time = 60;
    FMatrixRMaj hidden = new FMatrixRMaj(time * batch, Strips.padded(20));
    hidden.setData(Seeded.floats(hidden.getNumElements(), 1, random));
    int[][] labels = new int[batch][];
    for (int b = 0; b < batch; b++) {
      labels[b] = random.ints(12, 0, 9).toArray();
    }
    int[] lengths = {60, 31, 45, 24, 59};
    double[] nats = new double[3];
    String[] bits = new String[3];
    for (int i = 0; i < 3; i++) {
      try (Workers workers = new Workers(i + 1)) {
        Tape tape = tape(head, time, lengths, workers);
        nats[i] = head.loss(hidden, targets(labels), 1, tape);
        bits[i] =
            Seeded.bits(head.backward(tape).data, tape.gradient(head.parameters().get(0)).data);
      }
    }
    assertEquals(nats[0], nats[1]);
    assertEquals(nats[0], nats[2]);
    assertEquals(bits[0], bits[1]);
    assertEquals(bits[0], bits[2]);
  }

  @Test
  void paddingCountsForNothing() {
    RandomGenerator random = Seeded.random(5);
    CtcHead head = head(4, 3, random);
    int[] lengths = {3, 6};
    int[][] labels = {{0, 2}, {1, 1, 0}};
    FMatrixRMaj hidden = new FMatrixRMaj(12, Strips.padded(4));
    hidden.setData(Seeded.floats(hidden.getNumElements(), 1, random));
    try (Workers workers = new Workers(1)) {
      Tape tape = tape(head, 6, lengths, workers);
      double nats = head.loss(hidden, targets(labels), 1, tape);
      float[] before = head.backward(tape).data.clone();
      for (int t = 3; t < 6; t++) {
        int row = 2 * t * hidden.numCols;
        Arrays.fill(before, row, row + hidden.numCols, 0);
        Arrays.fill(hidden.data, row, row + 4, 100);
      }
      assertEquals(nats, head.loss(hidden, targets(labels), 1, tape));
      Closeness.require(
          "dHidden",
          Closeness.widen(before, before.length),
          head.backward(tape).data,
          before.length,
          0);
    }
  }

  @Test
  void extremeLogitsAndLongSequencesStayFinite() {
    RandomGenerator random = Seeded.random(6);
    int time = 700;
    CtcHead head = head(3, 40, random);
    FMatrixRMaj hidden = new FMatrixRMaj(time, Strips.padded(3));
    int[][] labels = {random.ints(60, 0, 40).toArray()};
    try (Workers workers = new Workers(1)) {
      Tape tape = tape(head, time, new int[] {time}, workers);
      for (double size : new double[] {0.01, 1, 1000}) {
        for (int t = 0; t < time; t++) {
          setRow(hidden, t, Seeded.floats(3, size, random));
        }
        double nats = head.loss(hidden, targets(labels), 1, tape);
        assertTrue(Double.isFinite(nats) && nats > 0, size + ": " + nats);
        for (float value : head.backward(tape).data) {
          assertTrue(Float.isFinite(value), "gradient at " + size);
        }
      }
    }
  }

  private static void setRow(FMatrixRMaj hidden, int row, float[] values) {
    System.arraycopy(values, 0, hidden.data, row * hidden.numCols, values.length);
  }

  @Test
  void rejectsLabelsThatDoNotFit() {
    CtcHead head = new CtcHead(3, 2);
    FMatrixRMaj hidden = new FMatrixRMaj(6, Strips.WIDTH);
    try (Workers workers = new Workers(1)) {
      Tape tape = tape(head, 3, new int[] {3, 2}, workers);
      assertEquals(
          "time steps of sequence 1 must be 3 or more for its labels but were 2",
          message(() -> head.loss(hidden, targets(new int[][] {{0, 1, 0}, {1, 1}}), 1, tape)));
      assertEquals(
          "labels must be 0 to 1 but one of sequence 0 was 2",
          message(() -> head.loss(hidden, targets(new int[][] {{2}, {}}), 1, tape)));
      assertEquals(
          "labels must be of 2 sequences but were of 1",
          message(() -> head.loss(hidden, targets(new int[][] {{}}), 1, tape)));
    }
    assertThrows(IllegalArgumentException.class, () -> new CtcHead(3, 0));
  }

  private static String message(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static CtcHead head(int inputSize, int labels, RandomGenerator random) {
    CtcHead head = new CtcHead(inputSize, labels);
    for (Parameter parameter : head.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), 1, random));
    }
    return head;
  }

  private static Tape tape(CtcHead head, int time, int[] lengths, Workers workers) {
    Tape tape = new Tape(KernelChoice.best(), workers);
    head.repack(tape);
    tape.begin(time, lengths.length, State.zero(List.of(), 1));
    tape.pad(lengths);
    return tape;
  }

  private static CtcTargets targets(int[][] labels) {
    return new CtcTargets(labels, null);
  }
}
