package ductus.model.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.Tape;
import ductus.nn.Tapes;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class HandNetworkTest {
  private static final double TOLERANCE = 2e-5;
  private static final int FEATURES = 3;
  private static final int[] HANDS = {1, 0, 2};

  private static HandNetwork network(int hiddenSize, int embeddingSize) {
    HandNetwork network =
        new HandNetwork(
            new HandConfig(List.of("anna", "ben", "cleo"), FEATURES, hiddenSize, embeddingSize));
    network.initialize(Seeded.random(hiddenSize));
    return network;
  }

  private static List<LineRows> lines() {
    return RandomLines.of(FEATURES, Seeded.random(2), 4, 1, 7);
  }

  @Test
  void everyWeightHasTheGradientOfTheReference() {
    HandNetwork network = network(5, 4);
    ReferenceNamer reference = new ReferenceNamer(network);
    try (Workers workers = new Workers(2)) {
      Tape tape = Tapes.packed(network::repack, workers);
      LineBatch<int[]> batch = network.batch(lines(), HANDS);
      network.begin(batch, tape);
      double nats = network.loss(batch, 1, tape);
      network.backward(tape);
      assertEquals(loss(reference), nats, 1e-5 * nats);
      ReferenceValues.requireGradients(
          network, reference.values(), tape, TOLERANCE, () -> loss(reference));
    }
  }

  private static FMatrixRMaj embeddings(
      HandNetwork network, List<LineRows> lines, Workers workers) {
    Tape tape = Tapes.packed(network::repack, workers);
    LineBatch<int[]> batch = network.batch(lines);
    network.begin(batch, tape);
    return network.embeddings(batch, tape);
  }

  private static double loss(ReferenceNamer reference) {
    double nats = 0;
    for (int b = 0; b < HANDS.length; b++) {
      nats += reference.loss(lines().get(b), HANDS[b]);
    }
    return nats;
  }

  @Test
  void anEmbeddingIsThatOfTheLineAloneAndOfLengthOne() {
    HandNetwork network = network(20, 17);
    ReferenceNamer reference = new ReferenceNamer(network);
    try (Workers one = new Workers(1);
        Workers three = new Workers(3)) {
      FMatrixRMaj together = embeddings(network, lines(), three);
      for (int b = 0; b < HANDS.length; b++) {
        float[] row = Arrays.copyOfRange(together.data, b * 17, (b + 1) * 17);
        assertArrayEquals(embeddings(network, List.of(lines().get(b)), one).data, row);
        Closeness.require("line " + b, reference.embedding(lines().get(b)), row, 17, TOLERANCE);
      }
    }
  }

  @Test
  void knowsItsSize() {
    HandNetwork network = network(6, 5);
    assertEquals(network.size(), network.config().weights());
  }
}
