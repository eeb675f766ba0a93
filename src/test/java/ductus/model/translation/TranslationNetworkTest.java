package ductus.model.translation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.pen.Alphabet;
import ductus.nn.Closeness;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.Tapes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationNetworkTest {
  private static final double TOLERANCE = 3e-5;
  private static final double STEP = 1e-5;
  private static final Alphabet SOURCE = new Alphabet("abcd");
  private static final Alphabet TARGET = new Alphabet("xyz");
  private static final String BOTH_WAYS = "lstm+bidirectional";

  @Test
  void everyWeightHasTheGradientOfTheReference() {
    for (AttentionChoice attention : AttentionChoice.values()) {
      for (String cell : new String[] {BOTH_WAYS, "lstm", "elman+bidirectional"}) {
        for (int layers = 1; layers <= 2; layers++) {
          TranslationNetwork network = network(attention, cell, layers, 3);
          compare(network, pairs(Seeded.random(layers), new int[][] {{5, 3}, {1, 1}, {6, 5}}));
        }
      }
    }
  }

  private static void compare(TranslationNetwork network, List<TokenPair> pairs) {
    ReferenceTranslator reference = new ReferenceTranslator(network);
    try (Workers workers = new Workers(2)) {
      Tape tape = Tapes.packed(network::repack, workers);
      double nats = pass(network, pairs, tape);
      double expected = pairs.stream().mapToDouble(reference::loss).sum();
      assertEquals(expected, nats, 1e-5 * expected);
      for (Parameter parameter : network.parameters()) {
        double[] values = Objects.requireNonNull(reference.weights().get(parameter.name()));
        double[] gradient = differences(reference, values, pairs);
        double size = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
        assertArrayEquals(
            gradient,
            Closeness.widen(tape.gradient(parameter).data, parameter.size()),
            TOLERANCE * Math.max(0.1, size),
            "%s, %s".formatted(network.config(), parameter.name()));
      }
    }
  }

  private static double[] differences(
      ReferenceTranslator reference, double[] values, List<TokenPair> pairs) {
    double[] gradient = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double before = values[i];
      values[i] = before + STEP;
      double above = pairs.stream().mapToDouble(reference::loss).sum();
      values[i] = before - STEP;
      double below = pairs.stream().mapToDouble(reference::loss).sum();
      values[i] = before;
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }

  @Test
  void bitsAreTheSameOnAnyNumberOfThreads() {
    for (AttentionChoice attention : AttentionChoice.values()) {
      String alone = bits(attention, 1);
      assertEquals(alone, bits(attention, 2));
      assertEquals(alone, bits(attention, 3));
    }
  }

  private static String bits(AttentionChoice attention, int threads) {
    TranslationNetwork network = network(attention, BOTH_WAYS, 2, 20);
    try (Workers workers = new Workers(threads)) {
      Tape tape = Tapes.packed(network::repack, workers);
      StringBuilder bits = new StringBuilder();
      pass(network, pairs(Seeded.random(4), new int[][] {{6, 4}, {9, 2}, {3, 7}}), tape);
      for (Parameter parameter : network.parameters()) {
        bits.append(Seeded.bits(tape.gradient(parameter).data));
      }
      return bits.toString();
    }
  }

  @Test
  void stepsOfAnyNumberOfDecodersAreWhatAPassComputes() {
    for (AttentionChoice attention : AttentionChoice.values()) {
      for (String cell : new String[] {BOTH_WAYS, "gru", "lstm+peephole+layer-norm"}) {
        TranslationNetwork network = network(attention, cell, 2, 17);
        List<TokenPair> pairs = pairs(Seeded.random(5), new int[][] {{6, 5}, {2, 5}});
        try (Workers workers = new Workers(2)) {
          Tape tape = Tapes.packed(network::repack, workers);
          for (int copies : new int[] {1, 3}) {
            assertEquals(
                pass(network, pairs, tape), stepped(network, pairs, copies, tape), 2e-4, cell);
          }
        }
      }
    }
  }

  /** The loss of all pairs, step by step, as the last of several decoders has it. */
  private static double stepped(
      TranslationNetwork network, List<TokenPair> pairs, int copies, Tape tape) {
    State state =
        network.open(new TextBatch(pairs.stream().map(TokenPair::source).toList()), copies, tape);
    int[] read = new int[pairs.size() * copies];
    Arrays.fill(read, network.start());
    double nats = 0;
    for (int t = 0; t < pairs.get(0).targetLength(); t++) {
      FMatrixRMaj logits = network.step(read, state, tape);
      for (int row = 0; row < read.length; row++) {
        read[row] = pairs.get(row / copies).target()[t];
        if (row % copies == copies - 1) {
          double sum = 0;
          for (int v = 0; v < TARGET.size(); v++) {
            sum += StrictMath.exp(logits.data[row * logits.numCols + v]);
          }
          nats += StrictMath.log(sum) - logits.data[row * logits.numCols + read[row]];
        }
      }
    }
    return nats;
  }

  @Test
  void noiseIsThatOfTheSeedAndThePass() {
    TranslationConfig config =
        new TranslationConfig(
            SOURCE,
            TARGET,
            9,
            9,
            AttentionChoice.ADDITIVE,
            8,
            new CoreConfig(BOTH_WAYS, 2, 8, 0.5, false));
    TranslationNetwork network = new TranslationNetwork(config);
    network.initialize(Seeded.random(1));
    List<TokenPair> pairs = pairs(Seeded.random(5), new int[][] {{6, 5}, {2, 5}});
    try (Workers workers = new Workers(1)) {
      Tape tape = Tapes.packed(network::repack, workers);
      double without = pass(network, pairs, tape);
      double first = noisy(network, pairs, 7, tape);
      assertEquals(first, noisy(network, pairs, 7, tape));
      assertEquals(without, pass(network, pairs, tape));
      assertThrows(
          AssertionError.class, () -> assertEquals(first, noisy(network, pairs, 8, tape), 1e-6));
      assertThrows(AssertionError.class, () -> assertEquals(first, without, 1e-6));
    }
  }

  private static double noisy(
      TranslationNetwork network, List<TokenPair> pairs, long pass, Tape tape) {
    TargetBatch<TextBatch> batch = network.batch(pairs);
    network.begin(batch, tape);
    network.train(3, pass, false, tape);
    return network.loss(batch, 1, tape);
  }

  @Test
  void aFileHoldsTheWholeNetwork(@TempDir Path folder) throws Exception {
    for (AttentionChoice attention : AttentionChoice.values()) {
      for (String cell : new String[] {BOTH_WAYS, "gru+learned-state", "elman-relu"}) {
        TranslationNetwork network = network(attention, cell, 2, 6);
        assertEquals(network.size(), network.config().weights(), cell);
        Path file = folder.resolve("model.safetensors");
        ModelHeader<TranslationConfig> header =
            new ModelHeader<>(
                TranslationNetwork.ENCODING,
                TranslationNetwork.VERSION,
                network.config(),
                new ModelHeader.TrainingSummary("test", "pairs", null, 1, 1, 0.5),
                List.of());
        ModelFile.write(file, header, network);
        TranslationNetwork read = ModelFile.read(file, TranslationNetwork.KIND).network();
        List<TokenPair> pairs = pairs(Seeded.random(7), new int[][] {{4, 3}, {2, 2}});
        try (Workers workers = new Workers(1)) {
          assertEquals(
              pass(network, pairs, Tapes.packed(network::repack, workers)),
              pass(read, pairs, Tapes.packed(read::repack, workers)));
        }
      }
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new TokenPair(new int[0], new int[1]));
    for (String cell : new String[] {CoreConfig.FEED_FORWARD, "lstm" + CoreConfig.MEAN}) {
      assertThrows(IllegalArgumentException.class, () -> network(AttentionChoice.NONE, cell, 1, 4));
    }
  }

  private static TranslationNetwork network(
      AttentionChoice attention, String cell, int layers, int hidden) {
    TranslationNetwork network =
        new TranslationNetwork(
            new TranslationConfig(
                SOURCE, TARGET, 9, 9, attention, 3, new CoreConfig(cell, layers, hidden)));
    network.initialize(Seeded.random(layers));
    return network;
  }

  private static double pass(TranslationNetwork network, List<TokenPair> pairs, Tape tape) {
    TargetBatch<TextBatch> batch = network.batch(pairs);
    network.begin(batch, tape);
    double nats = network.loss(batch, 1, tape);
    network.backward(tape);
    return nats;
  }

  /** Random characters, with the ends behind them; lengths of source and target. */
  private static List<TokenPair> pairs(RandomGenerator random, int[][] lengths) {
    List<TokenPair> pairs = new ArrayList<>();
    for (int[] length : lengths) {
      int[] source = new int[length[0]];
      int[] target = new int[length[1]];
      Arrays.setAll(source, i -> i == source.length - 1 ? 0 : random.nextInt(1, SOURCE.size()));
      Arrays.setAll(target, i -> i == target.length - 1 ? 0 : random.nextInt(1, TARGET.size()));
      pairs.add(new TokenPair(source, target));
    }
    return pairs;
  }
}
