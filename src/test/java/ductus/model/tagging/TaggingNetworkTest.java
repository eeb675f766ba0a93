package ductus.model.tagging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.nn.Closeness;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.Tapes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggingNetworkTest {
  private static final double TOLERANCE = 2e-5;
  private static final double STEP = 1e-5;
  private static final int ROWS = 7;
  private static final int PER_STEP = 2;
  private static final int LABELS = 3;

  @Test
  void everyWeightHasTheGradientOfTheReference() {
    for (int layers = 1; layers <= 2; layers++) {
      TaggingNetwork network = network(layers, 4);
      ReferenceTagger reference = new ReferenceTagger(network);
      List<TagSequence> sequences = sequences(Seeded.random(3), 5, 1, 7);
      try (Workers workers = new Workers(2)) {
        Tape tape = Tapes.packed(network::repack, workers);
        TagBatch batch = new TagBatch(sequences);
        network.begin(batch, tape);
        double nats = network.loss(batch, 1, tape);
        network.backward(tape);
        assertEquals(reference.loss(sequences), nats, 1e-5 * nats);
        for (int i = 0; i < reference.values().size(); i++) {
          Parameter parameter = network.parameters().get(i);
          double[] gradient = differences(reference, reference.values().get(i), sequences);
          Closeness.require(
              parameter.name(),
              gradient,
              tape.gradient(parameter).data,
              gradient.length,
              TOLERANCE);
        }
      }
    }
  }

  private static double[] differences(
      ReferenceTagger reference, double[] values, List<TagSequence> sequences) {
    double[] gradient = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double before = values[i];
      values[i] = before + STEP;
      double above = reference.loss(sequences);
      values[i] = before - STEP;
      double below = reference.loss(sequences);
      values[i] = before;
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }

  @Test
  void aBatchIsItsSequencesOnAnyNumberOfThreads() {
    TaggingNetwork network = network(2, 20);
    List<TagSequence> sequences = sequences(Seeded.random(6), 6, 3, 9);
    try (Workers one = new Workers(1);
        Workers three = new Workers(3)) {
      float[] together = logits(network, sequences, one);
      assertArrayEquals(together, logits(network, sequences, three));
      for (int b = 0; b < sequences.size(); b++) {
        float[] alone = logits(network, List.of(sequences.get(b)), one);
        for (int t = 0; t < sequences.get(b).length(); t++) {
          int row = t * sequences.size() + b;
          assertArrayEquals(
              Arrays.copyOfRange(alone, t * LABELS, (t + 1) * LABELS),
              Arrays.copyOfRange(together, row * LABELS, (row + 1) * LABELS),
              "sequence " + b + ", step " + t);
        }
      }
    }
  }

  @Test
  void aFileHoldsTheWholeNetwork(@TempDir Path folder) throws Exception {
    TaggingNetwork network = network(2, 6);
    assertEquals(network.size(), network.config().weights());
    Path file = folder.resolve("tags.safetensors");
    ModelHeader<TaggingConfig> header =
        new ModelHeader<>(
            TaggingNetwork.CHORDS,
            1,
            network.config(),
            new ModelHeader.TrainingSummary("test", "tunes", null, 1, 1, 0.5),
            List.of());
    ModelFile.write(file, header, network);
    TaggingNetwork read = ModelFile.read(file, TaggingNetwork.KIND).network();
    List<TagSequence> sequences = sequences(Seeded.random(7), 4, 2);
    try (Workers workers = new Workers(1)) {
      assertArrayEquals(logits(network, sequences, workers), logits(read, sequences, workers));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(
        IllegalArgumentException.class, () -> new TagSequence(new int[3], new int[2], PER_STEP));
    assertThrows(IllegalArgumentException.class, () -> new TaggingConfig(ROWS, 1, 1, 4, 1, 4, 0));
    TaggingNetwork network = network(1, 4);
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.packed(network::repack, workers);
      TagBatch batch = new TagBatch(List.of(new TagSequence(new int[3], new int[1], 3)));
      network.begin(batch, tape);
      assertThrows(IllegalArgumentException.class, () -> network.loss(batch, 1, tape));
    }
  }

  private static TaggingNetwork network(int layers, int hiddenSize) {
    TaggingNetwork network =
        new TaggingNetwork(new TaggingConfig(ROWS, PER_STEP, LABELS, 3, layers, hiddenSize, 0));
    network.initialize(Seeded.random(layers));
    return network;
  }

  /** Rows and labels at random, some absent. */
  private static List<TagSequence> sequences(RandomGenerator random, int... lengths) {
    List<TagSequence> sequences = new ArrayList<>();
    for (int length : lengths) {
      int[] rows = new int[length * PER_STEP];
      int[] labels = new int[length];
      Arrays.setAll(rows, i -> random.nextInt(ROWS + 1) - 1);
      Arrays.setAll(labels, i -> i == 0 ? 1 : random.nextInt(LABELS + 1) - 1);
      sequences.add(new TagSequence(rows, labels, PER_STEP));
    }
    return sequences;
  }

  private static float[] logits(
      TaggingNetwork network, List<TagSequence> sequences, Workers workers) {
    Tape tape = Tapes.packed(network::repack, workers);
    TagBatch batch = new TagBatch(sequences);
    network.begin(batch, tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    float[] plain = new float[logits.numRows * LABELS];
    for (int row = 0; row < logits.numRows; row++) {
      System.arraycopy(logits.data, row * logits.numCols, plain, row * LABELS, LABELS);
    }
    return plain;
  }
}
