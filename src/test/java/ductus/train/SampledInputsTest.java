package ductus.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Melodies;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class SampledInputsTest {
  private static final int VOCABULARY = 12;
  private static final NetworkConfig CONFIG =
      new NetworkConfig(VOCABULARY, 3, 1, 8, NetworkConfig.LSTM, 1, 20, 0.3, false);
  private static final List<Sequence> SEQUENCES = Melodies.circles(200, VOCABULARY, 3);
  private static final Batch BATCH = Batch.of(SEQUENCES, VOCABULARY);

  private static int[] mixed(Network network, double share, long key, int threads) {
    try (Workers workers = new Workers(threads)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      return new SampledInputs(network, tape)
          .mix(BATCH, network.initialState(BATCH.size()), share, key)
          .tokens();
    }
  }

  private static Network untrained() {
    Network network = new Network(CONFIG);
    network.initialize(Seeded.random(1));
    return network;
  }

  @Test
  void replacesItsShareOfTheTokensBehindTheFirst() {
    int[] before = BATCH.tokens();
    for (double share : new double[] {0, 0.3, 1}) {
      // Of weights of zero all tokens are equally likely, so one in twelve draws is the true one.
      int[] after = mixed(new Network(CONFIG), share, 5, 1);
      int tokens = 0;
      int others = 0;
      for (int row = 0; row < before.length; row++) {
        if (row < BATCH.size() || before[row] < 0) {
          assertEquals(before[row], after[row], "first tokens and padding stay");
        } else {
          tokens++;
          others += before[row] == after[row] ? 0 : 1;
        }
      }
      double expected = share * (1 - 1.0 / VOCABULARY);
      double deviation = Math.sqrt(expected * (1 - expected) / tokens);
      assertEquals(expected, (double) others / tokens, 5 * deviation);
    }
  }

  @Test
  void drawsFromTheSoftmax() {
    Network network = new Network(CONFIG);
    float[] bias = network.parameters().get(network.parameters().size() - 1).value().data;
    double sum = 0;
    for (int v = 0; v < VOCABULARY; v++) {
      bias[v] = (float) StrictMath.log(1 + v);
      sum += 1 + v;
    }
    int[] tokens = mixed(network, 1, 6, 1);
    int[] counts = new int[VOCABULARY];
    int count = 0;
    for (int row = BATCH.size(); row < tokens.length; row++) {
      if (tokens[row] >= 0) {
        counts[tokens[row]]++;
        count++;
      }
    }
    for (int v = 0; v < VOCABULARY; v++) {
      double expected = (1 + v) / sum;
      double deviation = Math.sqrt(expected * (1 - expected) / count);
      assertEquals(expected, (double) counts[v] / count, 5 * deviation, "token " + v);
    }
  }

  /** A token stands where the network that reads the true ones before it expects it. */
  @Test
  void aNetworkThatKnowsTheLanguageDrawsTheTrueTokens() throws Exception {
    Network network = untrained();
    try (Workers workers = new Workers(1)) {
      Updater updater = new Updater(network, TinyTokenRun.plan(1, 0), KernelChoice.best(), workers);
      for (int update = 0; update < 150; update++) {
        updater.update(new SequencePass<>(network, BATCH, 0), 0.02);
      }
    }
    int[] before = BATCH.tokens();
    int[] after = mixed(network, 1, 7, 1);
    int certain = 0;
    int right = 0;
    // The token of the second step is anyone's guess.
    for (int row = 2 * BATCH.size(); row < before.length; row++) {
      if (before[row] >= 0) {
        certain++;
        right += before[row] == after[row] ? 1 : 0;
      }
    }
    assertTrue(right > 0.95 * certain, right + " of " + certain);
  }

  @Test
  void longSequencesAreDrawnFromWhatIsPredictedForThemAsAWhole() {
    Network network = untrained();
    // So sure of itself that there is one token to draw at each step.
    float[] weights = network.parameters().get(network.parameters().size() - 2).value().data;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 1e5f;
    }
    try (Workers workers = new Workers(2)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      List<Sequence> sequences =
          IntStream.of(300, 131, 128)
              .mapToObj(n -> Melodies.any(n, CONFIG, Seeded.random(n)))
              .toList();
      Batch batch = Batch.of(sequences, VOCABULARY);
      int[] before = batch.tokens();
      int[] after =
          new SampledInputs(network, tape).mix(batch, network.initialState(3), 1, 11).tokens();
      tape.begin(batch.time(), 3, network.initialState(3));
      FMatrixRMaj logits = network.outputs(batch, tape);
      for (int row = 0; row < after.length; row++) {
        boolean stays = row < 3 || before[row] < 0;
        assertEquals(stays ? before[row] : likeliest(logits, row - 3), after[row], "row " + row);
      }
    }
  }

  private static int likeliest(FMatrixRMaj logits, int row) {
    int best = 0;
    for (int v = 1; v < logits.numCols; v++) {
      best = logits.get(row, v) > logits.get(row, best) ? v : best;
    }
    return best;
  }

  @Test
  void dependsOnTheKeyAndNotOnThreads() {
    Network network = untrained();
    int[] tokens = mixed(network, 0.5, 8, 1);
    assertArrayEquals(tokens, mixed(network, 0.5, 8, 3));
    assertFalse(Arrays.equals(tokens, mixed(network, 0.5, 9, 1)));
  }

  @Test
  void leavesTheStateTheTargetsAndTheSideFeatures() {
    Network network = untrained();
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      State state = network.initialState(BATCH.size());
      Batch mixed = new SampledInputs(network, tape).mix(BATCH, state, 1, 10);
      assertArrayEquals(network.initialState(BATCH.size()).layer(0).data, state.layer(0).data);
      assertEquals(BATCH.targetCount(), mixed.targetCount());
      // With the true tokens put back it is the batch that it came from.
      tape.begin(BATCH.time(), BATCH.size(), state.copy());
      double expected = network.loss(BATCH, 1, tape);
      tape.begin(BATCH.time(), BATCH.size(), state.copy());
      assertEquals(expected, network.loss(mixed.withTokens(BATCH.tokens()), 1, tape));
      tape.begin(BATCH.time(), BATCH.size(), state.copy());
      assertTrue(Math.abs(expected - network.loss(mixed, 1, tape)) > 1);
    }
  }
}
