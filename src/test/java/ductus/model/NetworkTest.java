package ductus.model;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.GradientCheck;
import ductus.nn.Indices;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class NetworkTest {
  /**
   * Error as a share of the largest entry of a parameter's gradient; it grows with the root of the
   * number of steps, as a random walk does, and with the layers; it begins with that of the
   * activations, 4e-7 each.
   */
  private static final double TOLERANCE = 2e-6;

  private final Kernels kernels = KernelChoice.best();

  @Test
  void everyParameterOfTheReferenceHasTheGradientOfCentralDifferences() {
    for (int layers = 1; layers <= 3; layers++) {
      for (int[] lengths : new int[][] {{2}, {3, 3, 3}, {13}, {13, 2, 7}}) {
        for (int variant = 0; variant < 4; variant++) {
          boolean noise = variant % 2 == 1;
          Network network = network(layers, 4, 0.3, variant > 1);
          Batch batch = batch(network, lengths);
          ReferenceNetwork reference = new ReferenceNetwork(network);
          if (noise) {
            reference.train(1, layers);
          }
          double scale = 1.0 / batch.targetCount();
          reference.loss(batch, scale);
          reference.backward(batch);
          for (int i = 0; i < reference.values().size(); i++) {
            GradientCheck.check(
                network.parameters().get(i).name() + " of " + network.config(),
                reference.values().get(i),
                reference.gradients().get(i),
                () -> reference.loss(batch, scale));
          }
        }
      }
    }
  }

  @Test
  void everyParameterOfTheEngineHasTheGradientOfTheReference() {
    try (Workers workers = new Workers(2)) {
      for (int layers = 1; layers <= 3; layers++) {
        for (int hidden : new int[] {4, 16, 33}) {
          for (int[] lengths : new int[][] {{2}, {13}, {13, 2, 7}, {40, 33, 2, 40, 7, 12, 21}}) {
            for (boolean noise : new boolean[] {false, true}) {
              for (boolean skip : new boolean[] {false, true}) {
                Network network = network(layers, hidden, 0.3, skip);
                requireGradients(network, batch(network, lengths), noise, workers);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void aTableTooLargeToLookUpHasTheSameGradients() {
    try (Workers workers = new Workers(2)) {
      for (int layers = 1; layers <= 2; layers++) {
        Network network =
            network(new NetworkConfig(7, 1100, 2, 3, NetworkConfig.LSTM, layers, 9, 0.3, true));
        for (boolean noise : new boolean[] {false, true}) {
          requireGradients(network, batch(network, 13, 2, 7), noise, workers);
        }
      }
    }
  }

  private void requireGradients(Network network, Batch batch, boolean noise, Workers workers) {
    double tolerance = TOLERANCE * Math.sqrt(1 + batch.time()) * network.config().layers();
    float scale = 1f / batch.targetCount();
    ReferenceNetwork reference = new ReferenceNetwork(network);
    Tape tape = begin(network, batch, workers);
    if (noise) {
      reference.train(3, 4);
      tape.train(3, 4);
    }
    double expected = reference.loss(batch, scale);
    reference.backward(batch);
    double nats = network.loss(batch, scale, tape);
    network.backward(tape);
    String what = "%s, %d×%d".formatted(network.config(), batch.time(), batch.size());
    assertEquals(expected, nats * scale, 1e-6 * expected, what);
    requireGradients(what, reference, network, tape, tolerance);
  }

  private static void requireGradients(
      String what, ReferenceNetwork reference, Network network, Tape tape, double tolerance) {
    for (int i = 0; i < network.parameters().size(); i++) {
      Parameter parameter = network.parameters().get(i);
      Closeness.require(
          what + ": " + parameter.name(),
          reference.gradients().get(i),
          tape.gradient(parameter).data,
          parameter.size(),
          tolerance);
    }
  }

  @Test
  void aFlippedSignInAnyParameterIsNoticed() {
    try (Workers workers = new Workers(1)) {
      Network network = network(2, 5, 0);
      Batch batch = batch(network, 7, 4);
      ReferenceNetwork reference = new ReferenceNetwork(network);
      reference.loss(batch, 1);
      reference.backward(batch);
      Tape tape = begin(network, batch, workers);
      network.loss(batch, 1, tape);
      network.backward(tape);
      requireGradients("", reference, network, tape, 1e-5);
      for (Parameter parameter : network.parameters()) {
        float[] gradient = tape.gradient(parameter).data;
        int largest = 0;
        for (int i = 0; i < gradient.length; i++) {
          largest = Math.abs(gradient[i]) > Math.abs(gradient[largest]) ? i : largest;
        }
        gradient[largest] *= -1;
        assertThrows(
            AssertionError.class, () -> requireGradients("", reference, network, tape, 1e-5));
        gradient[largest] *= -1;
      }
    }
  }

  @Test
  void aBatchIsItsSequencesToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      Network network = packed(2, 17, workers);
      int[] lengths = {9, 4, 9, 2, 7, 6, 9};
      List<Sequence> sequences = sequences(network, lengths);
      Batch batch = Batch.of(sequences, network.config().vocabularySize());
      float[] together = copy(network.outputs(batch, begin(network, batch, workers)));
      int size = network.config().vocabularySize();
      double nats = 0;
      for (int b = 0; b < lengths.length; b++) {
        Batch single = Batch.of(List.of(sequences.get(b)), size);
        float[] alone = copy(network.outputs(single, begin(network, single, workers)));
        for (int t = 0; t < single.time(); t++) {
          int width = Strips.padded(size);
          int row = (t * lengths.length + b) * width;
          assertArrayEquals(
              Arrays.copyOfRange(together, row, row + width),
              Arrays.copyOfRange(alone, t * width, (t + 1) * width));
        }
        nats += network.loss(single, 1, begin(network, single, workers));
      }
      // Sums over the batch are added in another order.
      assertEquals(nats, network.loss(batch, 1, begin(network, batch, workers)), 1e-6 * nats);
    }
  }

  @Test
  void aSequenceIsItsStepsToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      Network network = packed(3, 17, workers);
      List<Sequence> sequences = sequences(network, 8, 8, 8);
      int size = network.config().vocabularySize();
      Batch batch = Batch.of(sequences, size);
      float[] whole = copy(network.outputs(batch, begin(network, batch, workers)));
      State state = network.initialState(3);
      Tape tape = new Tape(kernels, workers);
      int width = Strips.padded(size);
      int stepInputs = 3 * batch.perStep();
      for (int t = 0; t < batch.time(); t++) {
        tape.begin(1, 3, state);
        int[] inputs =
            Arrays.copyOfRange(batch.inputs().rows(), t * stepInputs, (t + 1) * stepInputs);
        assertArrayEquals(
            Arrays.copyOfRange(whole, t * 3 * width, (t + 1) * 3 * width),
            copy(network.step(new Indices(inputs, batch.perStep()), tape)));
      }
    }
  }

  @Test
  void windowsWithCarriedStateAreTheWholeSequence() {
    try (Workers workers = new Workers(1)) {
      Network network = packed(2, 17, workers);
      List<Sequence> sequences = sequences(network, 12, 5, 9);
      int size = network.config().vocabularySize();
      Batch whole = Batch.of(sequences, size);
      double expected = network.loss(whole, 1, begin(network, whole, workers));
      for (int window : new int[] {1, 3, 4, 11, 20}) {
        State state = network.initialState(3);
        Tape tape = new Tape(kernels, workers);
        double nats = 0;
        for (int from = 0; from < whole.time(); from += window) {
          Batch part = Batch.window(sequences, size, from, Math.min(window, whole.time() - from));
          tape.begin(part.time(), 3, state);
          nats += network.loss(part, 1, tape);
        }
        assertEquals(expected, nats, 1e-12 * expected, "windows of " + window);
      }
    }
  }

  @Test
  void paddingChangesNoGradientToTheLastBit() {
    try (Workers workers = new Workers(1)) {
      Network network = packed(2, 17, workers);
      int size = network.config().vocabularySize();
      List<Sequence> sequences = sequences(network, 6, 4);
      Batch tight = Batch.of(sequences, size);
      Batch loose = Batch.window(sequences, size, 0, tight.time() + 9);
      Tape expected = begin(network, tight, workers);
      Tape actual = begin(network, loose, workers);
      assertEquals(network.loss(tight, 1, expected), network.loss(loose, 1, actual));
      network.backward(expected);
      network.backward(actual);
      for (Parameter parameter : network.parameters()) {
        assertArrayEquals(
            expected.gradient(parameter).data, actual.gradient(parameter).data, parameter.name());
      }
    }
  }

  @Test
  void aWhollyMaskedBatchHasNoLossAndNoGradient() {
    try (Workers workers = new Workers(1)) {
      Network network = packed(2, 5, workers);
      Batch masked =
          Batch.window(sequences(network, 3, 2), network.config().vocabularySize(), 5, 4);
      assertEquals(0, masked.targetCount());
      Tape tape = begin(network, masked, workers);
      assertEquals(0, network.loss(masked, 1, tape));
      network.backward(tape);
      for (Parameter parameter : network.parameters()) {
        for (float gradient : tape.gradient(parameter).data) {
          assertEquals(0, gradient, 0f);
        }
      }
    }
  }

  @Test
  void bitsDoNotDependOnTheNumberOfThreads() {
    List<float[]> first = new ArrayList<>();
    for (int threads = 1; threads <= 4; threads++) {
      try (Workers workers = new Workers(threads)) {
        Network network = packed(2, 40, workers);
        Batch batch = batch(network, 20, 11, 20, 3, 17);
        Tape tape = begin(network, batch, workers);
        tape.train(1, 2);
        double nats = network.loss(batch, 0.01f, tape);
        network.backward(tape);
        List<float[]> results = new ArrayList<>(List.of(new float[] {(float) nats}));
        network.parameters().forEach(p -> results.add(tape.gradient(p).data));
        if (threads == 1) {
          first.addAll(results);
        }
        for (int i = 0; i < results.size(); i++) {
          assertArrayEquals(first.get(i), results.get(i), "%d threads".formatted(threads));
        }
      }
    }
  }

  @Test
  void repackingMakesChangedWeightsCount() {
    try (Workers workers = new Workers(1)) {
      Network network = packed(1, 5, workers);
      Batch batch = batch(network, 4);
      float[] before = copy(network.outputs(batch, begin(network, batch, workers)));
      for (Parameter parameter : network.parameters()) {
        for (int i = 0; i < parameter.size(); i++) {
          parameter.value().data[i] *= 1.5f;
        }
      }
      network.repack(new Tape(kernels, workers));
      assertFalse(
          Arrays.equals(before, copy(network.outputs(batch, begin(network, batch, workers)))));
    }
  }

  @Test
  void namesItsParametersInAFixedOrder() {
    assertEquals(
        List.of(
            "embedding.weight",
            "lstm.0.weight_ih",
            "lstm.0.weight_hh",
            "lstm.0.bias",
            "lstm.1.weight_ih",
            "lstm.1.weight_hh",
            "lstm.1.bias",
            "head.weight",
            "head.bias"),
        network(2, 5, 0).parameters().stream().map(Parameter::name).toList());
  }

  @Test
  void refusesABatchWithOtherSideFeatures() {
    try (Workers workers = new Workers(1)) {
      Network network = packed(1, 5, workers);
      Batch batch = Batch.of(List.of(new Sequence(new int[3], new int[0], 0)), 7);
      assertRefused(
          "rows must be 3 a step but were 1",
          () -> network.loss(batch, 1, begin(network, batch, workers)));
    }
  }

  private Tape begin(Network network, Batch batch, Workers workers) {
    Tape tape = new Tape(kernels, workers);
    network.repack(tape);
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    return tape;
  }

  private Network packed(int layers, int hidden, Workers workers) {
    Network network = network(layers, hidden, 0.3);
    network.repack(new Tape(kernels, workers));
    return network;
  }

  private static Network network(int layers, int hidden, double dropout) {
    return network(layers, hidden, dropout, false);
  }

  private static Network network(int layers, int hidden, double dropout, boolean skip) {
    return network(
        new NetworkConfig(7, 4, 2, 3, NetworkConfig.LSTM, layers, hidden, dropout, skip));
  }

  private static Network network(NetworkConfig config) {
    Network network = new Network(config);
    RandomGenerator random = Seeded.random(config.layers() * 100L + config.hiddenSize());
    network.initialize(random);
    // Biases too, so that no gradient is right by being zero.
    for (Parameter parameter : network.parameters()) {
      if (parameter.name().endsWith("bias")) {
        parameter.value().setData(Seeded.floats(parameter.size(), 1, random));
      }
    }
    return network;
  }

  private static Batch batch(Network network, int... lengths) {
    return Batch.of(sequences(network, lengths), network.config().vocabularySize());
  }

  private static List<Sequence> sequences(Network network, int... lengths) {
    RandomGenerator random = Seeded.random(lengths.length);
    return Arrays.stream(lengths)
        .mapToObj(length -> Melodies.any(length, network.config(), random))
        .toList();
  }

  private static float[] copy(FMatrixRMaj matrix) {
    return Arrays.copyOf(matrix.data, matrix.getNumElements());
  }
}
