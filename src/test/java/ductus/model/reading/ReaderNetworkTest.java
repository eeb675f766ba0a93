package ductus.model.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.pen.Alphabet;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.Tapes;
import ductus.nn.head.CtcTargets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderNetworkTest {
  private static final double TOLERANCE = 2e-5;
  private static final int FEATURES = 3;
  private static final int[] STEPS = {6, 3, 9};
  private static final int[][] TEXTS = {{0, 1}, {}, {2, 2, 0}};

  private static ReaderNetwork network(int layers, int hiddenSize) {
    ReaderNetwork network =
        new ReaderNetwork(new ReaderConfig(new Alphabet("abc"), FEATURES, layers, hiddenSize, 0));
    network.initialize(Seeded.random(layers));
    return network;
  }

  private static LineBatch<CtcTargets> batch(
      List<LineRows> lines, int[][] labels, int @Nullable [] path) {
    return new LineBatch<>(lines, FEATURES, new CtcTargets(labels, path), 0);
  }

  @Test
  void everyWeightHasTheGradientOfTheReference() {
    for (int layers = 1; layers <= 2; layers++) {
      ReaderNetwork network = network(layers, 5);
      ReferenceReader reference = new ReferenceReader(network);
      List<LineRows> lines = RandomLines.of(FEATURES, Seeded.random(3), STEPS);
      try (Workers workers = new Workers(2)) {
        Tape tape = Tapes.packed(network::repack, workers);
        LineBatch<CtcTargets> batch = batch(lines, TEXTS, null);
        network.begin(batch, tape);
        double nats = network.loss(batch, 1, tape);
        network.backward(tape);
        assertEquals(loss(reference, lines), nats, 1e-5 * nats);
        ReferenceValues.requireGradients(
            network, reference.values(), tape, TOLERANCE, () -> loss(reference, lines));
      }
    }
  }

  private static double loss(ReferenceReader reference, List<LineRows> lines) {
    double nats = 0;
    for (int b = 0; b < lines.size(); b++) {
      nats += reference.loss(lines.get(b), TEXTS[b]);
    }
    return nats;
  }

  @Test
  void aKnownPathHasTheGradientOfTheReference() {
    ReaderNetwork network = network(2, 4);
    ReferenceReader reference = new ReferenceReader(network);
    List<LineRows> lines = RandomLines.of(FEATURES, Seeded.random(4), 4, 2);
    int[][] paths = {{3, 0, 0, 2}, {1, 3}};
    int[] together = {3, 1, 0, 3, 0, -1, 2, -1};
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.packed(network::repack, workers);
      LineBatch<CtcTargets> batch = batch(lines, new int[0][], together);
      network.begin(batch, tape);
      double nats = network.loss(batch, 1, tape);
      network.backward(tape);
      double expected =
          reference.pathLoss(lines.get(0), paths[0]) + reference.pathLoss(lines.get(1), paths[1]);
      assertEquals(expected, nats, 1e-5 * nats);
      ReferenceValues.requireGradients(
          network,
          reference.values(),
          tape,
          TOLERANCE,
          () ->
              reference.pathLoss(lines.get(0), paths[0])
                  + reference.pathLoss(lines.get(1), paths[1]));
    }
  }

  @Test
  void aPathIsNeverMoreLikelyThanItsText() {
    ReaderNetwork network = network(2, 16);
    RandomGenerator random = Seeded.random(5);
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.packed(network::repack, workers);
      for (int round = 0; round < 20; round++) {
        List<LineRows> lines = RandomLines.of(FEATURES, random, 5);
        int[][] labels = {{0, 2}};
        LineBatch<CtcTargets> unaligned = batch(lines, labels, null);
        network.begin(unaligned, tape);
        double text = network.loss(unaligned, 1, tape);
        LineBatch<CtcTargets> aligned = batch(lines, labels, new int[] {0, 0, 3, 2, 3});
        network.begin(aligned, tape);
        double path = network.loss(aligned, 1, tape);
        assertTrue(path > text, path + " and " + text);
      }
    }
  }

  @Test
  void aBatchIsItsLinesAndBitsAreTheSameOnAnyNumberOfThreads() {
    ReaderNetwork network = network(2, 20);
    List<LineRows> lines = RandomLines.of(FEATURES, Seeded.random(6), STEPS);
    int width = network.config().labelCount() + 1;
    try (Workers one = new Workers(1);
        Workers three = new Workers(3)) {
      float[] together = logits(network, lines, one);
      assertArrayEquals(together, logits(network, lines, three));
      for (int b = 0; b < lines.size(); b++) {
        float[] alone = logits(network, List.of(lines.get(b)), one);
        for (int t = 0; t < lines.get(b).steps(); t++) {
          int row = t * lines.size() + b;
          assertArrayEquals(
              Arrays.copyOfRange(alone, t * width, (t + 1) * width),
              Arrays.copyOfRange(together, row * width, (row + 1) * width),
              "line " + b + ", step " + t);
        }
      }
      assertEquals(gradients(network, lines, one), gradients(network, lines, three));
    }
  }

  private static float[] logits(ReaderNetwork network, List<LineRows> lines, Workers workers) {
    Tape tape = Tapes.packed(network::repack, workers);
    LineBatch<CtcTargets> batch = network.batch(lines);
    network.begin(batch, tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    int width = network.config().labelCount() + 1;
    float[] plain = new float[logits.numRows * width];
    for (int row = 0; row < logits.numRows; row++) {
      System.arraycopy(logits.data, row * logits.numCols, plain, row * width, width);
    }
    return plain;
  }

  private static String gradients(ReaderNetwork network, List<LineRows> lines, Workers workers) {
    Tape tape = Tapes.packed(network::repack, workers);
    LineBatch<CtcTargets> batch = batch(lines, TEXTS, null);
    network.begin(batch, tape);
    network.loss(batch, 1, tape);
    network.backward(tape);
    return Seeded.bits(
        network.parameters().stream()
            .map((Parameter parameter) -> tape.gradient(parameter).data)
            .toArray(float[][]::new));
  }

  @Test
  void textsAndLabelsAreTheSame() {
    ReaderConfig config = new ReaderConfig(new Alphabet(" abé\u0301"), FEATURES, 1, 4, 0);
    assertArrayEquals(new int[] {2, 0, 4}, config.labels("b \u0301"));
    assertEquals("b \u0301", config.text(new int[] {2, 0, 4}));
    assertThrows(IllegalArgumentException.class, () -> config.labels("xyz"));
  }

  @Test
  void aFileHoldsTheWholeNetwork(@TempDir Path folder) throws Exception {
    ReaderNetwork network = network(2, 6);
    assertEquals(network.size(), network.config().weights());
    Path file = folder.resolve("reader.safetensors");
    ModelHeader<ReaderConfig> header =
        new ModelHeader<>(
            ReaderNetwork.ENCODING,
            1,
            network.config(),
            new ModelHeader.TrainingSummary("test", "lines", null, 1, 1, 0.5),
            List.of());
    ModelFile.write(file, header, network);
    ReaderNetwork read = ModelFile.read(file, ReaderNetwork.KIND).network();
    assertEquals(network.config(), read.config());
    List<LineRows> lines = RandomLines.of(FEATURES, Seeded.random(7), STEPS);
    try (Workers workers = new Workers(1)) {
      assertArrayEquals(logits(network, lines, workers), logits(read, lines, workers));
    }
  }
}
