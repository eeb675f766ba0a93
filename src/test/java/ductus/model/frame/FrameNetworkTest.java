package ductus.model.frame;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.GradientCheck;
import ductus.nn.Parameter;
import ductus.nn.ReferenceEmbedding;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.ReferenceBernoulli;
import ductus.nn.recurrent.ReferenceLstm;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FrameNetworkTest {
  private static final double TOLERANCE = 1e-5;
  private static final FrameNetworkConfig CONFIG =
      new FrameNetworkConfig(5, 4, new FrameNetworkConfig.Stack(9, 3, "lstm", 1, 6, 0, false));

  /** Embedding, LSTM, Bernoullis in double precision; see NetworkTest for all that a stack can. */
  private static final class Reference {
    private final ReferenceEmbedding embedding = new ReferenceEmbedding(9, 3);
    private final ReferenceLstm lstm = new ReferenceLstm(3, 6);
    private final ReferenceBernoulli head = new ReferenceBernoulli(6, 5);

    Reference(FrameNetwork network) {
      for (int i = 0; i < values().size(); i++) {
        double[] values = values().get(i);
        for (int j = 0; j < values.length; j++) {
          values[j] = network.parameters().get(i).value().data[j];
        }
      }
    }

    List<double[]> values() {
      return List.of(
          embedding.table,
          lstm.inputWeights,
          lstm.recurrentWeights,
          lstm.bias,
          head.projection().weights,
          head.projection().bias);
    }

    List<double[]> gradients() {
      return List.of(
          embedding.dTable,
          lstm.dInputWeights,
          lstm.dRecurrentWeights,
          lstm.dBias,
          head.projection().dWeights,
          head.projection().dBias);
    }

    double loss(FrameBatch batch) {
      double[] embedded = embedding.forward(batch.inputs().rows(), batch.inputs().perStep());
      double[] zero = new double[batch.size() * 6];
      double[] hidden = lstm.forward(embedded, batch.time(), batch.size(), zero, zero);
      return head.loss(hidden, batch.targets(), 1);
    }

    void backward(FrameBatch batch) {
      double[] dEmbedded = lstm.backward(head.backward());
      embedding.backward(dEmbedded, batch.inputs().rows(), batch.inputs().perStep());
    }
  }

  @Test
  void hasTheGradientOfAReferenceThatHasThatOfCentralDifferences() {
    for (int[] lengths : new int[][] {{1}, {2, 2, 1}, {12}, {12, 3, 7}}) {
      FrameNetwork network = network(CONFIG);
      FrameBatch batch = new FrameBatch(sequences(lengths), 0, lengths[0]);
      Reference reference = new Reference(network);
      double expected = reference.loss(batch);
      reference.backward(batch);
      try (Workers workers = new Workers(2)) {
        Tape tape = begin(network, batch, workers);
        assertEquals(expected, network.loss(batch, 1, tape), 1e-6 * expected);
        network.backward(tape);
        for (int i = 0; i < reference.values().size(); i++) {
          Parameter parameter = network.parameters().get(i);
          double[] gradient = reference.gradients().get(i);
          GradientCheck.check(
              parameter.name(), reference.values().get(i), gradient, () -> reference.loss(batch));
          Closeness.require(
              parameter.name(),
              gradient,
              tape.gradient(parameter).data,
              parameter.size(),
              TOLERANCE);
        }
      }
    }
  }

  @Test
  void windowsWithCarriedStateAreTheWholeSequence() {
    try (Workers workers = new Workers(1)) {
      FrameNetwork network = network(CONFIG);
      List<FrameSequence> sequences = sequences(12, 5, 9);
      FrameBatch whole = new FrameBatch(sequences, 0, 12);
      assertEquals(26, whole.targetCount());
      double expected = network.loss(whole, 1, begin(network, whole, workers));
      State state = network.initialState(3);
      Tape tape = new Tape(KernelChoice.best(), workers);
      double nats = 0;
      for (int from = 0; from < 12; from += 5) {
        FrameBatch part = new FrameBatch(sequences, from, Math.min(5, 12 - from));
        tape.begin(part.time(), 3, state);
        nats += network.loss(part, 1, tape);
      }
      assertEquals(expected, nats, 1e-12 * expected);
    }
  }

  @Test
  void countsItsWeightsAndNamesThem() {
    for (boolean skip : new boolean[] {false, true}) {
      FrameNetworkConfig config =
          new FrameNetworkConfig(
              88, 7, new FrameNetworkConfig.Stack(90, 8, "gru", 2, 10, 0.5, skip));
      assertEquals(new FrameNetwork(config).size(), config.weights());
    }
    assertEquals(
        List.of(
            "embedding.weight",
            "lstm.0.weight_ih",
            "lstm.0.weight_hh",
            "lstm.0.bias",
            "head.weight",
            "head.bias"),
        new FrameNetwork(CONFIG).parameters().stream().map(Parameter::name).toList());
  }

  @Test
  void aSequenceHoldsWhatItWasGiven() {
    FrameSequence sequence =
        new FrameSequence(
            List.of(new int[] {3}, new int[0]), 2, List.of(new int[0], new int[] {4, 1}));
    assertEquals(2, sequence.length());
    FrameBatch batch = new FrameBatch(List.of(sequence), 0, 3);
    assertArrayEquals(new int[] {3, -1, -1, -1, -1, -1}, batch.inputs().rows());
    assertEquals(2, batch.targetCount());
    assertEquals(2, batch.targets().count(1));
    assertEquals(1, batch.targets().output(1, 1));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertRefused(
        "inputs must be at most 1 a frame but were 2",
        () -> new FrameSequence(List.of(new int[2]), 1, List.of(new int[0])));
    assertRefused(
        "inputs must be of as many frames as outputs but were of 1 and 0",
        () -> new FrameSequence(List.of(new int[1]), 1, List.of()));
    assertRefused(
        "outputs must be 1 to 65536 and inputs a step 1 to 4096 but were 0 and 4",
        () -> new FrameNetworkConfig(0, 4, CONFIG.stack()));
  }

  private static FrameNetwork network(FrameNetworkConfig config) {
    FrameNetwork network = new FrameNetwork(config);
    RandomGenerator random = Seeded.random(7);
    network.initialize(random);
    for (Parameter parameter : network.parameters()) {
      if (parameter.name().endsWith("bias")) {
        parameter.value().setData(Seeded.floats(parameter.size(), 1, random));
      }
    }
    return network;
  }

  private static List<FrameSequence> sequences(int... lengths) {
    RandomGenerator random = Seeded.random(lengths.length);
    return Arrays.stream(lengths).mapToObj(length -> Chords.any(length, CONFIG, random)).toList();
  }

  private static Tape begin(FrameNetwork network, FrameBatch batch, Workers workers) {
    Tape tape = new Tape(KernelChoice.best(), workers);
    network.repack(tape);
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return tape;
  }
}
