package ductus.model.tracing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class TracerNetworkTest {
  private static final double STEP = 2e-3;

  private final TracerNetwork network = network("lstm", 1);

  private static TracerNetwork network(String cell, int layers) {
    TracerNetwork network =
        new TracerNetwork(
            new TracerConfig(
                new CoreConfig(CoreConfig.FEED_FORWARD, 2, 7), new CoreConfig(cell, layers, 9), 3));
    network.initialize(Seeded.random(3));
    return network;
  }

  private static TracedLetter letter(int points, long seed) {
    RandomGenerator random = Seeded.random(seed);
    float[] ink = new float[Picture.SIDE * Picture.SIDE];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = random.nextInt(4) == 0 ? random.nextFloat() : 0;
    }
    double[] x = random.doubles(points, 0, Picture.SIDE).toArray();
    double[] y = random.doubles(points, 0, Picture.SIDE).toArray();
    boolean[] penUp = new boolean[points];
    for (int i = 0; i < points; i++) {
      penUp[i] = i == points - 1 || random.nextInt(3) == 0;
    }
    return new TracedLetter(new Picture(ink), x, y, penUp);
  }

  private static double loss(TracerNetwork network, List<TracedLetter> letters, Tape tape) {
    TracingBatch batch = new TracingBatch(letters);
    network.begin(batch, tape);
    return network.loss(batch, 1, tape);
  }

  @Test
  void theGradientPointsWhereTheLossGrows() {
    for (String cell : new String[] {"lstm", "gru", "elman"}) {
      for (int layers = 1; layers <= 2; layers++) {
        checkGradient(network(cell, layers));
      }
    }
  }

  /** Of each parameter along a direction of random signs, by central differences. */
  private static void checkGradient(TracerNetwork network) {
    List<TracedLetter> letters = List.of(letter(5, 1), letter(1, 2), letter(8, 3));
    try (Workers workers = new Workers(2)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      tape.clearGradients();
      loss(network, letters, tape);
      network.backward(tape);
      for (Parameter parameter : network.parameters()) {
        float[] values = parameter.value().data;
        float[] before = Arrays.copyOf(values, values.length);
        float[] gradient = tape.gradient(parameter).data;
        double slope = 0;
        double size = 0;
        float[] direction = new float[values.length];
        RandomGenerator random = Seeded.random(9);
        double step = STEP / Math.sqrt(values.length);
        for (int i = 0; i < values.length; i++) {
          direction[i] = random.nextBoolean() ? 1 : -1;
          slope += (double) direction[i] * gradient[i];
          size += (double) gradient[i] * gradient[i];
        }
        double difference = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
          for (int i = 0; i < values.length; i++) {
            values[i] = before[i] + (float) (sign * step * direction[i]);
          }
          network.repack(tape);
          difference += sign * loss(network, letters, tape);
        }
        System.arraycopy(before, 0, values, 0, before.length);
        network.repack(tape);
        assertTrue(size > 0, parameter.name() + " has no gradient");
        assertEquals(
            slope, difference / (2 * step), 0.03 * Math.sqrt(size) + 0.02, parameter.name());
      }
    }
  }

  @Test
  void aBatchIsLikeItsLettersOneByOne() {
    List<TracedLetter> letters = List.of(letter(5, 1), letter(1, 2), letter(8, 3));
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      double together = loss(network, letters, tape);
      double alone = 0;
      for (TracedLetter each : letters) {
        alone += loss(network, List.of(each), tape);
      }
      assertEquals(alone, together, 1e-4 * Math.abs(alone));
    }
  }

  @Test
  void aLetterIsLikeItsStepsOneByOne() {
    TracedLetter letter = letter(6, 4);
    TracingBatch batch = new TracingBatch(List.of(letter));
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      network.begin(batch, tape);
      network.open(batch.pictures(), tape);
      FMatrixRMaj whole = network.step(batch.inputs(), tape).copy();
      State state = network.initialState(1);
      network.open(batch.pictures(), tape);
      List<float[]> rows = new ArrayList<>();
      for (int t = 0; t < batch.time(); t++) {
        FMatrixRMaj point = new FMatrixRMaj(1, TracingFeatures.SIZE);
        System.arraycopy(
            batch.inputs().data, t * point.numCols, point.data, 0, TracingFeatures.SIZE);
        tape.begin(1, 1, state);
        rows.add(network.step(point, tape).copy().data);
      }
      for (int t = 0; t < batch.time(); t++) {
        float[] expected =
            Arrays.copyOfRange(whole.data, t * whole.numCols, (t + 1) * whole.numCols);
        assertArrayEquals(expected, rows.get(t), 1e-5f);
      }
    }
  }

  @Test
  void countsItsWeights() {
    assertEquals(network.size(), network.config().weights());
  }

  @Test
  void refusesWhatCannotSeeOrDraw() {
    CoreConfig seeing = new CoreConfig(CoreConfig.FEED_FORWARD, 2, 7);
    CoreConfig drawing = new CoreConfig("lstm", 1, 9);
    for (String cell : new String[] {"lstm+bidirectional", "lstm+mean", "ntm", "esn", "tcn"}) {
      CoreConfig unfit = new CoreConfig(cell, 1, 9);
      assertThrows(IllegalArgumentException.class, () -> new TracerConfig(seeing, unfit, 3));
    }
    assertThrows(IllegalArgumentException.class, () -> new TracerConfig(drawing, drawing, 3));
    assertThrows(IllegalArgumentException.class, () -> new TracerConfig(seeing, seeing, 3));
    assertThrows(IllegalArgumentException.class, () -> new TracerConfig(seeing, drawing, 0));
  }
}
