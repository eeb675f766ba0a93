package ductus.nn.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class ChainHeadTest {
  private static final int LABELS = 3;
  private static final int COLUMNS = LABELS + 1;
  private static final double TOLERANCE = 2e-5;
  private static final double STEP = 1e-5;

  /** Steps of each sequence, and what is known of them; the rest is padding. */
  private static final int[] LENGTHS = {5, 1, 4, 3};

  private static final int[][] KNOWN = {
    {0, 0, 2, 1, 1}, {2, -1, -1, -1, -1}, {-1, 1, -1, 1, -1}, {-1, -1, -1, -1, -1}
  };

  /** Weights of one on the diagonal: what goes in are the logits, and their gradient comes out. */
  private static ChainHead transparent(RandomGenerator random) {
    ChainHead head = new ChainHead(COLUMNS, LABELS);
    for (int i = 0; i < COLUMNS; i++) {
      head.parameters().get(0).value().set(i, i, 1);
    }
    head.parameters().get(2).value().setData(Seeded.floats(LABELS * LABELS, 2, random));
    return head;
  }

  private static Tape tape(ChainHead head, int time, int[] lengths, Workers workers) {
    Tape tape = new Tape(KernelChoice.best(), workers);
    head.repack(tape);
    tape.begin(time, lengths.length, State.zero(List.of(), 1));
    tape.pad(lengths);
    return tape;
  }

  private static int[] targets() {
    int[] targets = new int[KNOWN[0].length * KNOWN.length];
    for (int b = 0; b < KNOWN.length; b++) {
      for (int t = 0; t < KNOWN[b].length; t++) {
        targets[t * KNOWN.length + b] = KNOWN[b][t];
      }
    }
    return targets;
  }

  private static double[] own(float[] logits, int sequence) {
    double[] own = new double[LENGTHS[sequence] * COLUMNS];
    for (int t = 0; t < LENGTHS[sequence]; t++) {
      for (int c = 0; c < COLUMNS; c++) {
        own[t * COLUMNS + c] = logits[(t * KNOWN.length + sequence) * COLUMNS + c];
      }
    }
    return own;
  }

  private static int[] known(int sequence) {
    return Arrays.copyOf(KNOWN[sequence], LENGTHS[sequence]);
  }

  @Test
  void followsTheReferenceThatGoesThroughEveryRow() {
    ReferenceChain reference = new ReferenceChain(LABELS);
    for (int seed = 0; seed < 6; seed++) {
      RandomGenerator random = Seeded.random(seed);
      ChainHead head = transparent(random);
      int time = KNOWN[0].length;
      FMatrixRMaj logits = Seeded.matrix(time * KNOWN.length, COLUMNS, 2, random);
      double[] changes = Closeness.widen(head.parameters().get(2).value().data, LABELS * LABELS);
      double nats = 0;
      double[] dLogits = new double[logits.getNumElements()];
      double[] dChanges = new double[changes.length];
      float scale = 0.5f;
      for (int b = 0; b < KNOWN.length; b++) {
        double[] own = own(logits.data, b);
        int[] known = known(b);
        nats += reference.loss(own, changes, known);
        for (int i = 0; i < own.length; i++) {
          dLogits[(i / COLUMNS * KNOWN.length + b) * COLUMNS + i % COLUMNS] =
              scale * slope(own, i, () -> reference.loss(own, changes, known));
        }
        for (int i = 0; i < changes.length; i++) {
          dChanges[i] += scale * slope(changes, i, () -> reference.loss(own, changes, known));
        }
      }
      try (Workers workers = new Workers(1 + seed % 3)) {
        Tape tape = tape(head, time, LENGTHS, workers);
        String what = "seed " + seed + ": ";
        assertEquals(
            nats, head.loss(Padded.of(logits), targets(), scale, tape), TOLERANCE * nats, what);
        float[] back = Padded.plain(head.backward(tape), COLUMNS).data;
        Closeness.require(what + "dLogits", dLogits, back, back.length, TOLERANCE);
        Closeness.require(
            what + "dChange",
            dChanges,
            tape.gradient(head.parameters().get(2)).data,
            dChanges.length,
            TOLERANCE);
      }
    }
  }

  private static double slope(double[] values, int at, DoubleSupplier loss) {
    double value = values[at];
    values[at] = value + STEP;
    double above = loss.getAsDouble();
    values[at] = value - STEP;
    double below = loss.getAsDouble();
    values[at] = value;
    return (above - below) / (2 * STEP);
  }

  @Test
  void findsTheBestRow() {
    ReferenceChain reference = new ReferenceChain(LABELS);
    for (int seed = 0; seed < 20; seed++) {
      RandomGenerator random = Seeded.random(seed);
      ChainHead head = transparent(random);
      FMatrixRMaj logits = Seeded.matrix(KNOWN[0].length * KNOWN.length, COLUMNS, 2, random);
      double[] changes = Closeness.widen(head.parameters().get(2).value().data, LABELS * LABELS);
      double reward = seed % 3 - 1;
      try (Workers workers = new Workers(1)) {
        Tape tape = tape(head, KNOWN[0].length, LENGTHS, workers);
        FMatrixRMaj outputs = head.outputs(Padded.of(logits), tape);
        for (int b = 0; b < KNOWN.length; b++) {
          assertArrayEquals(
              reference.best(own(logits.data, b), changes, LENGTHS[b], reward),
              head.best(outputs, b, reward, tape),
              "seed " + seed + ", sequence " + b);
        }
      }
    }
  }

  @Test
  void extremeLogitsAndLongSequencesStayFinite() {
    RandomGenerator random = Seeded.random(3);
    int time = 700;
    ChainHead head = transparent(random);
    head.parameters().get(2).value().setData(Seeded.floats(LABELS * LABELS, 900, random));
    for (double size : new double[] {0.01, 1, 1000}) {
      FMatrixRMaj logits = Seeded.matrix(time, COLUMNS, size, random);
      int[] labels = random.ints(time, -1, LABELS).toArray();
      try (Workers workers = new Workers(1)) {
        Tape tape = tape(head, time, new int[] {time}, workers);
        double nats = head.loss(Padded.of(logits), labels, 1, tape);
        assertTrue(Double.isFinite(nats) && nats > 0, size + ": " + nats);
        for (float value : head.backward(tape).data) {
          assertTrue(Float.isFinite(value), "gradient at " + size);
        }
      }
    }
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    RandomGenerator random = Seeded.random(4);
    ChainHead head = transparent(random);
    FMatrixRMaj logits = Padded.of(Seeded.matrix(20, COLUMNS, random));
    String[] bits = new String[3];
    for (int i = 0; i < bits.length; i++) {
      try (Workers workers = new Workers(i + 1)) {
        Tape tape = tape(head, KNOWN[0].length, LENGTHS, workers);
        head.loss(logits, targets(), 1, tape);
        bits[i] =
            Seeded.bits(head.backward(tape).data, tape.gradient(head.parameters().get(2)).data);
      }
    }
    assertEquals(bits[0], bits[1]);
    assertEquals(bits[0], bits[2]);
  }

  @Test
  void smoothedLabelsChangeTheGradientAndNotTheLoss() {
    RandomGenerator random = Seeded.random(5);
    ChainHead head = transparent(random);
    FMatrixRMaj logits = Padded.of(Seeded.matrix(20, COLUMNS, random));
    try (Workers workers = new Workers(1)) {
      Tape tape = tape(head, KNOWN[0].length, LENGTHS, workers);
      double nats = head.loss(logits, targets(), 1, tape);
      float[] plain = Padded.plain(head.backward(tape), COLUMNS).data;
      tape.smoothLabels(0.3f);
      assertEquals(nats, head.loss(logits, targets(), 1, tape));
      float[] smoothed = Padded.plain(head.backward(tape), COLUMNS).data;
      // The first step of the first sequence has label 0.
      assertEquals(plain[0] + 0.2, smoothed[0], 1e-6);
      assertEquals(plain[1] - 0.1, smoothed[1], 1e-6);
      assertEquals(plain[3], smoothed[3]);
    }
  }

  @Test
  void countsItsWeightsAndRejectsWhatDoesNotFit() {
    ChainHead head = new ChainHead(5, 4);
    assertEquals(
        head.parameters().stream().mapToLong(Parameter::size).sum(), ChainHead.weights(5, 4));
    assertThrows(IllegalArgumentException.class, () -> new ChainHead(5, 1));
    try (Workers workers = new Workers(1)) {
      Tape tape = tape(head, 2, new int[] {2}, workers);
      FMatrixRMaj hidden = Padded.of(new FMatrixRMaj(2, 5));
      assertThrows(IllegalArgumentException.class, () -> head.loss(hidden, new int[] {1}, 1, tape));
    }
  }
}
