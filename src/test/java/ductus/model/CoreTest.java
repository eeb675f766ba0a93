package ductus.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.Indices;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.ReferenceFeedForward;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreTest {
  private static final double TOLERANCE = 2e-5;
  private static final int INPUT = 3;

  @Test
  void withTheSkipTheInputStandsBehindTheLastLayer() {
    int hidden = 5;
    Core<FMatrixRMaj> core = core(new CoreConfig("feed-forward", 2, hidden, 0, true));
    ReferenceFeedForward first = new ReferenceFeedForward(INPUT, hidden);
    ReferenceFeedForward second = new ReferenceFeedForward(hidden, hidden);
    first.affine.copy(core.parameters().get(0), core.parameters().get(1));
    second.affine.copy(core.parameters().get(2), core.parameters().get(3));
    RandomGenerator random = Seeded.random(2);
    FMatrixRMaj input = Seeded.matrix(12, INPUT, random);
    FMatrixRMaj dOutput = Seeded.matrix(12, hidden + INPUT, random);
    double[] inputs = Closeness.widen(input.data, 12 * INPUT);
    double[] output = joined(second.forward(first.forward(inputs)), hidden, inputs);
    double[] dHidden = Closeness.widen(Padded.plain(dOutput, hidden).data, 12 * hidden);
    double[] dInput = first.backward(second.backward(dHidden));
    for (int i = 0; i < dInput.length; i++) {
      dInput[i] += dOutput.get(i / INPUT, hidden + i % INPUT);
    }
    try (Workers workers = new Workers(2)) {
      Tape tape = begin(core, 4, 3, workers);
      float[] outputs = Padded.plain(core.forward(Padded.of(input), tape), hidden + INPUT).data;
      Closeness.require("output", output, outputs, output.length, TOLERANCE);
      float[] below = Padded.plain(core.backward(Padded.of(dOutput), tape), INPUT).data;
      Closeness.require("dInput", dInput, below, dInput.length, TOLERANCE);
      Parameter weights = core.parameters().get(0);
      Closeness.require(
          "dWeights",
          first.affine.dWeights,
          tape.gradient(weights).data,
          weights.size(),
          TOLERANCE);
    }
  }

  @Test
  void withTheSkipEmbeddedTokensStandBehindTheLastLayer() {
    int[] inputs = {1, 8, 0, Sequence.NONE, 3, 3, 8, 7, 2, 6, 5, Sequence.NONE};
    int hidden = 17;
    int embedding = 5;
    try (Workers workers = new Workers(2)) {
      for (int rows : new int[] {9, 2000}) {
        FMatrixRMaj plain = overTokens(rows, embedding, hidden, false, inputs, workers);
        FMatrixRMaj joined = overTokens(rows, embedding, hidden, true, inputs, workers);
        FMatrixRMaj table = tokens(rows, embedding, hidden, true).parameters().get(0).value();
        assertEquals(Strips.padded(hidden + embedding), joined.numCols);
        for (int step = 0; step < 6; step++) {
          for (int h = 0; h < hidden; h++) {
            assertEquals(plain.get(step, h), joined.get(step, h), "hidden");
          }
          for (int e = 0; e < embedding; e++) {
            float sum = 0;
            for (int i = 2 * step; i < 2 * step + 2; i++) {
              sum += inputs[i] == Sequence.NONE ? 0 : table.get(inputs[i], e);
            }
            assertEquals(sum, joined.get(step, hidden + e), 1e-6f);
          }
          for (int pad = hidden + embedding; pad < joined.numCols; pad++) {
            assertEquals(0, joined.get(step, pad), 0f, "padding");
          }
        }
      }
    }
  }

  private static FMatrixRMaj overTokens(
      int rows, int embedding, int hidden, boolean skip, int[] inputs, Workers workers) {
    Core<Indices> core = tokens(rows, embedding, hidden, skip);
    return core.forward(new Indices(inputs, 2), begin(core, 3, 2, workers));
  }

  private static Core<Indices> tokens(int rows, int embedding, int hidden, boolean skip) {
    CoreConfig config = new CoreConfig("lstm", 2, hidden, 0.5, skip);
    Core<Indices> core = new Core<>(config, InputLayer.tokens(rows, 2, embedding));
    core.initialize(Seeded.random(1));
    return core;
  }

  private static double[] joined(double[] left, int size, double[] right) {
    int width = size + INPUT;
    double[] joined = new double[left.length + right.length];
    for (int row = 0; row < right.length / INPUT; row++) {
      System.arraycopy(left, row * size, joined, row * width, size);
      System.arraycopy(right, row * INPUT, joined, row * width + size, INPUT);
    }
    return joined;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lstm",
        "gru",
        "elman",
        "elman-relu",
        "irnn",
        "mingru",
        "sru+learned-state",
        "sru+bidirectional",
        "minlstm+learned-state",
        "qrnn+learned-state",
        "qrnn+bidirectional",
        "lstm+peephole+layer-norm",
        "gru+learned-state",
        "feed-forward",
        "lstm+bidirectional",
        "elman-relu+bidirectional",
        "gru+bidirectional",
        "gru+bidirectional+mean",
        "feed-forward+mean",
        "ntm+slots-5+heads-2",
        "ntm+slots-5+bidirectional",
        "esn",
        "esn+connections-3+bidirectional",
        "tcn+blocks-2",
        "tcn+blocks-2+bidirectional",
        "attention+heads-2+window-5",
        "attention+heads-2+bidirectional"
      })
  void knowsItsSizes(String cell) {
    CoreConfig config = new CoreConfig(cell, 2, 6, 0, true);
    Core<FMatrixRMaj> core = core(config);
    long weights = core.parameters().stream().mapToLong(Parameter::size).sum();
    assertEquals(config.weights(INPUT), weights);
    assertEquals(config.outputSize(INPUT), core.outputSize());
    assertEquals(cell.contains("bidirectional"), config.isBidirectional());
    List<String> names = core.parameters().stream().map(Parameter::name).toList();
    assertEquals(names.stream().distinct().toList(), names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lstm",
        "gru",
        "elman",
        "sru",
        "lstm+layer-norm",
        "feed-forward",
        "ntm",
        "esn",
        "tcn+blocks-2",
        "attention+window-4"
      })
  void stepsAreTheSequence(String cell) {
    Core<FMatrixRMaj> core = core(new CoreConfig(cell, 2, 20, 0, true));
    FMatrixRMaj input = Padded.of(Seeded.matrix(7 * 2, INPUT, Seeded.random(4)));
    try (Workers workers = new Workers(1)) {
      Tape tape = begin(core, 7, 2, workers);
      float[] together = Padded.plain(core.forward(input, tape), core.outputSize()).data.clone();
      State state = core.initialState(2);
      for (int t = 0; t < 7; t++) {
        FMatrixRMaj step = new FMatrixRMaj(2, input.numCols);
        System.arraycopy(input.data, t * 2 * input.numCols, step.data, 0, 2 * input.numCols);
        tape.begin(1, 2, state);
        float[] alone = Padded.plain(core.forward(step, tape), core.outputSize()).data;
        for (int i = 0; i < 2 * core.outputSize(); i++) {
          assertEquals(together[t * 2 * core.outputSize() + i], alone[i]);
        }
      }
    }
  }

  @Test
  void withTheMeanTheLastStepGetsThatOverAllSteps() {
    Core<FMatrixRMaj> each = core(new CoreConfig("gru", 1, 6));
    Core<FMatrixRMaj> mean = core(new CoreConfig("gru+mean", 1, 6));
    FMatrixRMaj input = Padded.of(Seeded.matrix(4 * 2, INPUT, Seeded.random(4)));
    try (Workers workers = new Workers(1)) {
      float[] steps = Padded.plain(each.forward(input, begin(each, 4, 2, workers)), 6).data.clone();
      float[] means = Padded.plain(mean.forward(input, begin(mean, 4, 2, workers)), 6).data;
      for (int i = 0; i < 2 * 6; i++) {
        double sum = 0;
        for (int t = 0; t < 4; t++) {
          sum += steps[t * 2 * 6 + i];
        }
        assertEquals(0, means[2 * 6 + i]);
        assertEquals(sum / 4, means[3 * 2 * 6 + i], 1e-6);
      }
    }
  }

  @Test
  void withoutLayersTheInputPassesThrough() {
    CoreConfig config = new CoreConfig("feed-forward", 0, 1);
    Core<FMatrixRMaj> core = core(config);
    assertEquals(0, config.weights(INPUT));
    assertEquals(INPUT, core.outputSize());
    FMatrixRMaj input = Padded.of(Seeded.matrix(2, INPUT, Seeded.random(5)));
    try (Workers workers = new Workers(1)) {
      Tape tape = begin(core, 2, 1, workers);
      assertArrayEquals(input.data, core.forward(input, tape).data);
      assertArrayEquals(input.data, core.backward(input, tape).data);
    }
  }

  @Test
  void wordsOfACellAreTheSameInAnyOrder() {
    assertEquals("gru+bidirectional+mean", new CoreConfig("gru+mean+bidirectional", 1, 4).cell());
    assertEquals(
        "lstm+peephole+bidirectional", new CoreConfig("lstm+bidirectional+peephole", 1, 4).cell());
  }

  @Test
  void refusesInputOfAnotherWidth() {
    try (Workers workers = new Workers(1)) {
      Core<FMatrixRMaj> core = core(new CoreConfig("gru", 1, 4));
      Tape tape = begin(core, 1, 1, workers);
      assertEquals(
          "numbers in whole strips must be 16 a step but were 32",
          assertThrows(
                  IllegalArgumentException.class, () -> core.forward(new FMatrixRMaj(1, 32), tape))
              .getMessage());
    }
  }

  @Test
  void refusesWhatIsNoCore() {
    assertThrows(IllegalArgumentException.class, () -> new CoreConfig("perceptron", 1, 4));
    assertThrows(
        IllegalArgumentException.class, () -> new CoreConfig("feed-forward+bidirectional", 1, 4));
    assertThrows(IllegalArgumentException.class, () -> new CoreConfig("lstm", 4, 4));
    assertThrows(IllegalArgumentException.class, () -> new CoreConfig("lstm", 0, 4));
    assertThrows(
        IllegalArgumentException.class, () -> new CoreConfig("feed-forward", 0, 4, 0, true));
    assertThrows(IllegalArgumentException.class, () -> new CoreConfig("lstm", 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new CoreConfig("lstm", 1, 4, 1, false));
  }

  private static Core<FMatrixRMaj> core(CoreConfig config) {
    Core<FMatrixRMaj> core = new Core<>(config, InputLayer.numbers(INPUT, 0));
    core.initialize(Seeded.random(1));
    return core;
  }

  private static Tape begin(Core<?> core, int time, int batch, Workers workers) {
    Tape tape = new Tape(KernelChoice.best(), workers);
    core.repack(tape);
    tape.begin(time, batch, core.initialState(batch));
    return tape;
  }
}
