package ductus.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Indices;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.BernoulliHead;
import ductus.nn.head.CtcHead;
import ductus.nn.head.Head;
import ductus.nn.head.MixtureHead;
import ductus.nn.head.OutputDistribution;
import ductus.nn.head.PointHead;
import ductus.nn.head.SoftmaxHead;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What holds of a network of any input layer, any cells and any head. */
class SequenceNetworkTest {
  private static final int NUMBERS = 3;
  private static final int OUTPUTS = 4;
  private static final int[] LENGTHS = {7, 3, 6};
  private static final int TIME = 7;

  private static final Map<String, IntFunction<Head<?>>> HEADS =
      Map.of(
          "softmax", size -> new SoftmaxHead(size, OUTPUTS),
          "bernoulli", size -> new BernoulliHead(size, OUTPUTS),
          "switches", size -> new PointHead(OutputDistribution.SWITCH, size, OUTPUTS),
          "gaussians", size -> new PointHead(OutputDistribution.GAUSSIAN, size, OUTPUTS),
          "squares", size -> new PointHead(OutputDistribution.SQUARED, size, OUTPUTS),
          "mixture", size -> new MixtureHead(size, OUTPUTS),
          "ctc", size -> new CtcHead(size, OUTPUTS));

  private static final List<String> CAUSAL =
      List.of(
          "lstm",
          "gru+learned-state",
          "elman-relu",
          "ntm+slots-4+width-3",
          "esn",
          "tcn+blocks-2",
          "attention+heads-1+window-3");

  /** Any network; its targets are never looked at. */
  private static final class Any<I, T> extends SequenceNetwork<CoreConfig, I, T> {
    Any(CoreConfig config, InputLayer<I> input, IntFunction<? extends Head<T>> head) {
      super(config, new Core<>(config, input), head);
    }
  }

  private static final class Given<I, T> extends SequenceBatch<I, T> {
    Given(int[] lengths, I inputs, T none) {
      super(Arrays.stream(lengths).max().orElseThrow(), lengths, inputs, none);
    }

    @Override
    public int targetCount() {
      return 0;
    }
  }

  /** An input layer, and what goes into it: of a sequence, at a step. */
  private record Entry<I>(
      String name, Supplier<InputLayer<I>> layer, BiFunction<int[], int[], I> given) {}

  private static final Entry<FMatrixRMaj> NUMBERED =
      new Entry<>("numbers", () -> InputLayer.numbers(NUMBERS, 0), SequenceNetworkTest::numbers);

  private static final List<Entry<Indices>> TABLES =
      List.of(
          new Entry<>("looked up", () -> InputLayer.tokens(9, 2, 5), (b, t) -> rows(9, b, t)),
          new Entry<>(
              "large table", () -> InputLayer.tokens(1100, 2, 5), (b, t) -> rows(1100, b, t)),
          new Entry<>(
              "noisy rows",
              () -> InputLayer.noisyRows("words", 9, 2, 5, 0.5),
              (b, t) -> rows(9, b, t)));

  /** Numbers that depend on the sequence and the step alone; zeros behind its end. */
  private static FMatrixRMaj numbers(int[] sequences, int[] steps) {
    FMatrixRMaj all = new FMatrixRMaj(sequences.length * steps.length, Strips.padded(NUMBERS));
    for (int row = 0; row < all.numRows; row++) {
      int b = sequences[row % sequences.length];
      int t = steps[row / sequences.length];
      for (int k = 0; k < NUMBERS && t < LENGTHS[b]; k++) {
        all.set(row, k, random(b, t).nextFloat() - 0.1f * k);
      }
    }
    return all;
  }

  private static Indices rows(int count, int[] sequences, int[] steps) {
    int[] rows = new int[2 * sequences.length * steps.length];
    Arrays.fill(rows, Sequence.NONE);
    for (int i = 0; i < rows.length; i += 2) {
      int b = sequences[i / 2 % sequences.length];
      int t = steps[i / 2 / sequences.length];
      if (t < LENGTHS[b]) {
        RandomGenerator random = random(b, t);
        rows[i] = random.nextInt(count);
        rows[i + 1] = random.nextInt(count + 1) - 1;
      }
    }
    return new Indices(rows, 2);
  }

  private static RandomGenerator random(int sequence, int step) {
    return Seeded.random(100L * sequence + step);
  }

  @Test
  void aSequenceIsItsStepsWhateverGoesInAndComesOut() {
    HEADS.forEach(
        (name, head) -> {
          for (String cell : CAUSAL) {
            CoreConfig config = new CoreConfig(cell, 2, 17, 0.5, true);
            String what = cell + ", " + name;
            requireSteps(what, NUMBERED, network(config, NUMBERED, head));
            TABLES.forEach(entry -> requireSteps(what, entry, network(config, entry, head)));
          }
        });
  }

  @Test
  void aBatchIsItsSequencesWhateverGoesInAndComesOut() {
    HEADS.forEach(
        (name, head) -> {
          for (String cell :
              List.of("lstm", "ntm+slots-4+width-3", "gru+bidirectional", "feed-forward+mean")) {
            CoreConfig config = new CoreConfig(cell, 2, 17, 0.5, true);
            String what = cell + ", " + name;
            requireSingles(what, NUMBERED, network(config, NUMBERED, head));
            TABLES.forEach(entry -> requireSingles(what, entry, network(config, entry, head)));
          }
        });
  }

  @Test
  void theInputComesFirstAndTheHeadLastAmongTheWeights() {
    CoreConfig config = new CoreConfig("gru", 1, 4);
    IntFunction<Head<?>> head = size -> new SoftmaxHead(size, OUTPUTS);
    for (Entry<Indices> entry : TABLES) {
      List<String> names =
          network(config, entry, head).parameters().stream().map(Parameter::name).toList();
      String table = entry.name().equals("noisy rows") ? "words" : "embedding";
      assertEquals(
          List.of(
              table + ".weight",
              "gru.0.weight_ih",
              "gru.0.weight_hh",
              "gru.0.bias",
              "gru.0.bias_hn",
              "head.weight",
              "head.bias"),
          names,
          entry.name());
    }
  }

  @SuppressWarnings("unchecked")
  private static <I, T> Any<I, T> network(
      CoreConfig config, Entry<I> entry, IntFunction<Head<?>> head) {
    Any<I, T> network = new Any<>(config, entry.layer().get(), size -> (Head<T>) head.apply(size));
    network.initialize(Seeded.random(3));
    return network;
  }

  private static <I, T> void requireSteps(String what, Entry<I> entry, Any<I, T> network) {
    int[] all = {0, 1, 2};
    try (Workers workers = new Workers(2)) {
      Tape tape = tape(network, workers);
      float[] whole = outputs(network, all, entry, tape);
      State state = network.initialState(all.length);
      int width = whole.length / TIME;
      for (int t = 0; t < TIME; t++) {
        tape.begin(1, all.length, state);
        assertArrayEquals(
            Arrays.copyOfRange(whole, t * width, (t + 1) * width),
            copy(network.step(entry.given().apply(all, new int[] {t}), tape)),
            what + ", " + entry.name() + ", step " + t);
      }
    }
  }

  private static <I, T> void requireSingles(String what, Entry<I> entry, Any<I, T> network) {
    try (Workers workers = new Workers(2)) {
      Tape tape = tape(network, workers);
      float[] together = outputs(network, new int[] {0, 1, 2}, entry, tape);
      int width = together.length / TIME / LENGTHS.length;
      for (int b = 0; b < LENGTHS.length; b++) {
        float[] alone = outputs(network, new int[] {b}, entry, tape);
        for (int t = 0; t < LENGTHS[b]; t++) {
          int row = t * LENGTHS.length + b;
          assertArrayEquals(
              Arrays.copyOfRange(alone, t * width, (t + 1) * width),
              Arrays.copyOfRange(together, row * width, (row + 1) * width),
              what + ", " + entry.name() + ", sequence " + b + ", step " + t);
        }
      }
    }
  }

  private static Tape tape(SequenceNetwork<?, ?, ?> network, Workers workers) {
    Tape tape = new Tape(KernelChoice.best(), workers);
    network.repack(tape);
    return tape;
  }

  private static <I, T> float[] outputs(
      Any<I, T> network, int[] sequences, Entry<I> entry, Tape tape) {
    int[] lengths = Arrays.stream(sequences).map(b -> LENGTHS[b]).toArray();
    int[] steps = new int[Arrays.stream(lengths).max().orElseThrow()];
    Arrays.setAll(steps, t -> t);
    SequenceBatch<I, T> batch = given(lengths, entry.given().apply(sequences, steps));
    network.begin(batch, tape);
    return copy(network.outputs(batch, tape));
  }

  @SuppressWarnings("NullAway")
  private static <I, T> SequenceBatch<I, T> given(int[] lengths, I inputs) {
    return new Given<>(lengths, inputs, null);
  }

  private static float[] copy(FMatrixRMaj matrix) {
    return Arrays.copyOf(matrix.data, matrix.getNumElements());
  }
}
