package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Allocation;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class RecurrentTest {
  /** Error as a share of the largest value; it grows with the root of the number of steps. */
  private static final double TOLERANCE = 2e-6;

  private static final int[] HIDDEN_SIZES = {1, 5, 16, 17, 33, 64};
  private static final int[] INPUT_SIZES = {1, 7, 64};

  private final Kernels kernels = KernelChoice.best();

  @Test
  void followsTheReferenceForwardAndBackward() {
    try (Workers workers = new Workers(2)) {
      for (String kind : ReferenceCell.KINDS) {
        for (int hidden : HIDDEN_SIZES) {
          for (int input : INPUT_SIZES) {
            // What is made of one number has, normalized, no gradient but rounding.
            if (kind.contains("norm") && (input == 1 || hidden == 1)) {
              continue;
            }
            for (int time : new int[] {1, 2, 12}) {
              for (int batch : new int[] {1, 3}) {
                compare(kind, input, hidden, time, batch, hidden % 2 == 0, workers);
              }
            }
          }
        }
        compare(kind, 7, 33, 60, 13, true, workers);
      }
    }
  }

  private void compare(
      String kind,
      int inputSize,
      int hiddenSize,
      int time,
      int batch,
      boolean masked,
      Workers workers) {
    String what =
        "%s, input size %d, hidden size %d, %d steps of %d sequences, "
            .formatted(kind, inputSize, hiddenSize, time, batch);
    double tolerance = tolerance(kind, time);
    RandomGenerator random = Seeded.random(inputSize * 1000L + hiddenSize);
    Twin twin = Twin.of(kind, inputSize, hiddenSize, workers, random);
    ReferenceLayer reference = new ReferenceLayer(twin.reference, false);
    FMatrixRMaj input = Seeded.matrix(time * batch, inputSize, random);
    State state = Twin.state(twin.layer, batch, random);
    State dState = Twin.state(twin.layer, batch, random);
    double[] initialState = wide(state.layer(0));
    double[] dFinalState = wide(dState.layer(0));
    FMatrixRMaj dOutput = Seeded.matrix(time * batch, hiddenSize, random);
    if (masked) {
      for (int row = 0; row < time * batch; row++) {
        if (row / batch >= time - row % batch) {
          Arrays.fill(dOutput.data, row * hiddenSize, (row + 1) * hiddenSize, 0);
        }
      }
    }
    int[] lengths = new int[batch];
    Arrays.fill(lengths, time);
    Tape tape = new Tape(kernels, workers);
    tape.begin(time, batch, state);
    tape.clearGradients();
    tape.carryGradient(dState);
    float[] output = output(twin.layer.forward(input, tape), hiddenSize);
    double[] expected = reference.forward(wide(input), time, lengths, initialState);
    requireClose(what + "output", expected, output, tolerance);
    requireState(what + "final state", reference.finalState(), state, tolerance);
    float[] dInput = output(twin.layer.backward(Padded.of(dOutput), tape), inputSize);
    double[] dExpected = reference.backward(wide(dOutput), dFinalState);
    Closeness.require(what + "dInput", dExpected, dInput, dExpected.length, tolerance);
    requireState(what + "dInitialState", reference.dInitialState(), dState, tolerance);
    twin.requireGradients(what, tape, tolerance);
  }

  /** Dividing by a small deviation makes errors larger, and so do candidates without bound. */
  private static double tolerance(String kind, int time) {
    double enlarged = kind.contains("norm") ? 20 : kind.equals("sru") ? 2 : 1;
    return TOLERANCE * Math.sqrt(1 + time) * enlarged;
  }

  private static void requireState(String what, double[] expected, State state, double tolerance) {
    requireClose(what, expected, state.layer(0).data, tolerance);
  }

  /** Outputs are of the size of 1: one that happens to be near 0 has rounding of what made it. */
  private static void requireClose(
      String what, double[] expected, float[] actual, double tolerance) {
    double size = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    assertArrayEquals(expected, wide(actual, expected.length), tolerance * size, what);
  }

  @Test
  void theLearnedInitialStateHasTheGradientOfAllSequences() {
    try (Workers workers = new Workers(2)) {
      for (String kind : ReferenceCell.KINDS) {
        for (int time : new int[] {1, 12}) {
          RandomGenerator random = Seeded.random(time);
          Recurrent<FMatrixRMaj> layer = Twin.layer(kind, 3, 17, 0, true);
          Twin twin = Twin.of(kind, layer, 3, workers, random);
          Parameter learned = layer.parameters().get(layer.parameters().size() - 1);
          State state = State.initial(List.of(layer), 4);
          double[] initialState = wide(state.layer(0));
          FMatrixRMaj input = Seeded.matrix(time * 4, 3, random);
          FMatrixRMaj dOutput = Seeded.matrix(time * 4, 17, random);
          Tape tape = new Tape(kernels, workers);
          tape.begin(time, 4, state);
          layer.forward(input, tape);
          layer.backward(Padded.of(dOutput), tape);
          ReferenceLayer reference = new ReferenceLayer(twin.reference, false);
          reference.forward(wide(input), time, new int[] {time, time, time, time}, initialState);
          reference.backward(wide(dOutput), new double[initialState.length]);
          double[] expected = new double[learned.size()];
          for (int i = 0; i < initialState.length; i++) {
            assertEquals(learned.value().data[i % expected.length], initialState[i]);
            expected[i % expected.length] += reference.dInitialState()[i];
          }
          float[] gradient = tape.gradient(learned).data;
          Closeness.require(kind, expected, gradient, expected.length, tolerance(kind, time));
          float[] once = gradient.clone();
          tape.begin(time, 4, state);
          layer.forward(input, tape);
          layer.backward(Padded.of(dOutput), tape);
          assertArrayEquals(once, gradient, "a carried state is not learned");
        }
      }
    }
  }

  /** With 17 sequences two threads can share them out as well, with 41 five. */
  @Test
  void bitsAreTheSameOnAnyNumberOfThreadsHoweverTheyShareTheWork() {
    for (String kind : ReferenceCell.KINDS) {
      for (int batch : new int[] {7, 17, 41}) {
        String alone = bits(kind, 1, batch);
        assertEquals(alone, bits(kind, 2, batch), kind);
        assertEquals(alone, bits(kind, 5, batch), kind);
      }
    }
  }

  /** More than there are groups of units (4), and with 136 sequences a tile for each of 16. */
  @Test
  void bitsAreTheSameOnMoreThreadsThanThereAreCores() {
    for (String kind : List.of("lstm", "mingru")) {
      String few = bits(kind, 1, 9);
      for (int threads : new int[] {4, 8, 16, 64}) {
        assertEquals(few, bits(kind, threads, 9), kind + " on " + threads);
      }
    }
    String many = bits("lstm", 1, 136);
    assertEquals(many, bits("lstm", 16, 136));
  }

  /** Of three passes, which are shared out in all possible ways in turns. */
  private String bits(String kind, int threads, int batch) {
    try (Workers workers = new Workers(threads)) {
      RandomGenerator random = Seeded.random(11);
      Twin twin = Twin.of(kind, 9, 50, workers, random);
      State state = Twin.state(twin.layer, batch, random);
      FMatrixRMaj input = Seeded.matrix(6 * batch, 9, random);
      FMatrixRMaj dOutput = Seeded.matrix(6 * batch, 50, random);
      Tape tape = new Tape(kernels, workers);
      StringBuilder bits = new StringBuilder();
      for (int pass = 0; pass < 3; pass++) {
        tape.begin(6, batch, state);
        float[] output = output(twin.layer.forward(input, tape), 50);
        float[] dInput = output(twin.layer.backward(Padded.of(dOutput), tape), 9);
        bits.append(Seeded.bits(output, dInput, state.layer(0).data));
        for (Parameter parameter : twin.layer.parameters()) {
          bits.append(Seeded.bits(tape.gradient(parameter).data));
        }
      }
      return bits.toString();
    }
  }

  @Test
  void aPassAllocatesNothingOnceItsBuffersAreThere() throws Exception {
    try (Workers workers = new Workers(1)) {
      for (String kind : ReferenceCell.KINDS) {
        RandomGenerator random = Seeded.random(13);
        Recurrent<FMatrixRMaj> layer = Twin.layer(kind, 3, 17, 0, true);
        Twin.of(kind, layer, 3, workers, random);
        FMatrixRMaj input = Seeded.matrix(20, 3, random);
        FMatrixRMaj dOutput = Padded.of(Seeded.matrix(20, 17, random));
        List<Recurrent<FMatrixRMaj>> layers = List.of(layer);
        State state = State.initial(layers, 2);
        Tape tape = new Tape(new IdleProducts(), workers);
        long bytes =
            Allocation.bytes(
                () -> {
                  state.restart(layers, 2);
                  tape.begin(10, 2, state);
                  layer.forward(input, tape);
                  layer.backward(dOutput, tape);
                });
        assertEquals(0, bytes, kind);
      }
    }
  }

  @Test
  void staysFiniteWhereUnitsAreSaturated() {
    try (Workers workers = new Workers(2)) {
      for (String kind : ReferenceCell.KINDS) {
        RandomGenerator random = Seeded.random(12);
        Twin twin = Twin.of(kind, 3, 17, workers, random);
        FMatrixRMaj input = Seeded.matrix(20 * 2, 3, random);
        for (int i = 0; i < input.getNumElements(); i++) {
          input.data[i] *= 1e4f;
        }
        Tape tape = new Tape(kernels, workers);
        tape.begin(20, 2, State.zero(List.of(twin.layer), 2));
        requireFinite(kind, twin.layer.forward(input, tape));
        requireFinite(kind, twin.layer.backward(Padded.of(Seeded.matrix(40, 17, random)), tape));
        for (Parameter parameter : twin.layer.parameters()) {
          requireFinite(kind + parameter.name(), tape.gradient(parameter));
        }
      }
    }
  }

  private static void requireFinite(String what, FMatrixRMaj matrix) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      assertTrue(Float.isFinite(matrix.data[i]), what);
    }
  }

  @Test
  void aFlippedSignInTheGradientIsNoticed() {
    try (Workers workers = new Workers(1)) {
      RandomGenerator random = Seeded.random(5);
      Twin twin = Twin.of("lstm", 3, 5, workers, random);
      ReferenceLayer reference = new ReferenceLayer(twin.reference, false);
      Tape tape = new Tape(kernels, workers);
      tape.begin(2, 1, State.zero(List.of(twin.layer), 1));
      FMatrixRMaj input = Seeded.matrix(2, 3, random);
      FMatrixRMaj dOutput = Seeded.matrix(2, 5, random);
      twin.layer.forward(input, tape);
      twin.layer.backward(Padded.of(dOutput), tape);
      reference.forward(wide(input), 2, new int[] {2}, new double[10]);
      reference.backward(wide(dOutput), new double[10]);
      twin.requireGradients("", tape, 1e-5);
      tape.gradient(twin.layer.parameters().get(2)).data[3] *= -1;
      assertThrows(AssertionError.class, () -> twin.requireGradients("", tape, 1e-5));
    }
  }

  @Test
  void gradientsAddUpOverPasses() {
    for (String kind : ReferenceCell.KINDS) {
      try (Workers workers = new Workers(1)) {
        RandomGenerator random = Seeded.random(6);
        Recurrent<FMatrixRMaj> layer = Twin.of(kind, 3, 5, workers, random).layer;
        FMatrixRMaj input = Seeded.matrix(4, 3, random);
        FMatrixRMaj dOutput = Seeded.matrix(4, 5, random);
        Tape tape = new Tape(kernels, workers);
        for (int pass = 0; pass < 2; pass++) {
          tape.begin(4, 1, State.zero(List.of(layer), 1));
          layer.forward(input, tape);
          layer.backward(Padded.of(dOutput), tape);
        }
        float[] twice = tape.gradient(layer.parameters().get(1)).data.clone();
        tape.clearGradients();
        tape.begin(4, 1, State.zero(List.of(layer), 1));
        layer.forward(input, tape);
        layer.backward(Padded.of(dOutput), tape);
        float[] once = tape.gradient(layer.parameters().get(1)).data;
        for (int i = 0; i < once.length; i++) {
          assertEquals(2 * once[i], twice[i], 0);
        }
      }
    }
  }

  @Test
  void aSequenceIsItsStepsToTheLastBit() {
    for (String kind : ReferenceCell.KINDS) {
      try (Workers workers = new Workers(2)) {
        for (int hidden : HIDDEN_SIZES) {
          RandomGenerator random = Seeded.random(hidden);
          Recurrent<FMatrixRMaj> layer = Twin.of(kind, 7, hidden, workers, random).layer;
          int time = 9;
          int batch = 4;
          FMatrixRMaj input = Seeded.matrix(time * batch, 7, random);
          State state = Twin.state(layer, batch, random);
          State stepped = state.copy();
          Tape tape = new Tape(kernels, workers);
          tape.begin(time, batch, state);
          float[] whole = output(layer.forward(input, tape), layer.outputSize());
          for (int t = 0; t < time; t++) {
            tape.begin(1, batch, stepped);
            FMatrixRMaj step = new FMatrixRMaj(batch, 7);
            System.arraycopy(input.data, t * batch * 7, step.data, 0, batch * 7);
            assertArrayEquals(
                Arrays.copyOfRange(whole, t * batch * hidden, (t + 1) * batch * hidden),
                output(layer.forward(step, tape), hidden));
          }
          assertArrayEquals(state.layer(0).data, stepped.layer(0).data);
        }
      }
    }
  }

  @Test
  void aBatchIsItsSequencesToTheLastBit() {
    for (String kind : ReferenceCell.KINDS) {
      try (Workers workers = new Workers(2)) {
        for (int batch : new int[] {2, 5, 6, 7, 8, 13}) {
          RandomGenerator random = Seeded.random(batch);
          int hidden = 17;
          int time = 5;
          Recurrent<FMatrixRMaj> layer = Twin.of(kind, 7, hidden, workers, random).layer;
          FMatrixRMaj input = Seeded.matrix(time * batch, 7, random);
          FMatrixRMaj dOutput = Seeded.matrix(time * batch, hidden, random);
          State state = Twin.state(layer, batch, random);
          State single = State.zero(List.of(layer), 1);
          State before = state.copy();
          Tape tape = new Tape(kernels, workers);
          tape.begin(time, batch, state);
          float[] together = output(layer.forward(input, tape), layer.outputSize());
          float[] dTogether = output(layer.backward(Padded.of(dOutput), tape), 7);
          for (int b = 0; b < batch; b++) {
            single.copyRow(before, b, 0);
            tape.begin(time, 1, single);
            FMatrixRMaj alone = layer.forward(column(input, time, batch, b), tape);
            assertArrayEquals(row(together, time, batch, b, hidden), output(alone, hidden));
            FMatrixRMaj dAlone = layer.backward(Padded.of(column(dOutput, time, batch, b)), tape);
            assertArrayEquals(row(dTogether, time, batch, b, 7), output(dAlone, 7));
          }
        }
      }
    }
  }

  @Test
  void whatComesLaterChangesNothingBefore() {
    for (String kind : ReferenceCell.KINDS) {
      try (Workers workers = new Workers(1)) {
        RandomGenerator random = Seeded.random(8);
        Recurrent<FMatrixRMaj> layer = Twin.of(kind, 3, 5, workers, random).layer;
        FMatrixRMaj input = Seeded.matrix(6, 3, random);
        Tape tape = new Tape(kernels, workers);
        tape.begin(6, 1, State.zero(List.of(layer), 1));
        float[] before = output(layer.forward(input, tape), layer.outputSize());
        input.data[4 * 3] += 1;
        tape.begin(6, 1, State.zero(List.of(layer), 1));
        float[] after = output(layer.forward(input, tape), layer.outputSize());
        assertEquals(4 * 5, Arrays.mismatch(before, after));
      }
    }
  }

  @Test
  void aSmallBatchAfterALargeOneSeesNothingOfIt() {
    for (String kind : ReferenceCell.KINDS) {
      try (Workers workers = new Workers(1)) {
        RandomGenerator random = Seeded.random(9);
        Recurrent<FMatrixRMaj> layer = Twin.of(kind, 3, 17, workers, random).layer;
        FMatrixRMaj input = Seeded.matrix(2, 3, random);
        FMatrixRMaj dOutput = Seeded.matrix(2, 17, random);
        Tape fresh = new Tape(kernels, workers);
        Tape used = new Tape(kernels, workers);
        used.begin(9, 7, Twin.state(layer, 7, random));
        layer.forward(Seeded.matrix(63, 3, random), used);
        layer.backward(Padded.of(Seeded.matrix(63, 17, random)), used);
        used.clearGradients();
        for (Tape tape : List.of(fresh, used)) {
          tape.begin(2, 1, State.zero(List.of(layer), 1));
          layer.forward(input, tape);
          layer.backward(Padded.of(dOutput), tape);
        }
        for (Parameter parameter : layer.parameters()) {
          assertArrayEquals(fresh.gradient(parameter).data, used.gradient(parameter).data);
        }
      }
    }
  }

  @Test
  void startsWithOpenForgetGatesAndSmallWeights() {
    Recurrent<FMatrixRMaj> lstm = Twin.layer("lstm", 10, 25, 0, false);
    lstm.initialize(Seeded.random(1));
    float[] bias = lstm.parameters().get(2).value().data;
    for (int i = 0; i < bias.length; i++) {
      assertEquals(i >= 25 && i < 50 ? 1 : 0, bias[i]);
    }
    double sum = 0;
    for (float weight : lstm.parameters().get(1).value().data) {
      assertTrue(Math.abs(weight) <= 0.2f);
      sum += weight * weight;
    }
    assertEquals(0.04 / 3, sum / 2500, 0.001);
  }

  @Test
  void refusesSizesBelowOneAndAWayBackBeforeAWayThere() {
    assertThrows(IllegalArgumentException.class, () -> Twin.layer("lstm", 0, 1, 0, false));
    assertThrows(IllegalArgumentException.class, () -> Twin.layer("lstm", 1, 0, 0, false));
    try (Workers workers = new Workers(1)) {
      Recurrent<FMatrixRMaj> lstm = Twin.layer("lstm", 1, 1, 0, false);
      Tape tape = new Tape(kernels, workers);
      assertThrows(
          IllegalArgumentException.class, () -> tape.begin(0, 1, State.zero(List.of(lstm), 1)));
      tape.begin(1, 1, State.zero(List.of(lstm), 1));
      assertThrows(IllegalStateException.class, () -> lstm.backward(new FMatrixRMaj(1, 16), tape));
    }
  }

  private static double[] wide(FMatrixRMaj matrix) {
    return wide(matrix.data, matrix.getNumElements());
  }

  private static double[] wide(float[] values, int length) {
    return Closeness.widen(values, length);
  }

  private static float[] output(FMatrixRMaj matrix, int columns) {
    FMatrixRMaj plain = Padded.plain(matrix, columns);
    return Arrays.copyOf(plain.data, plain.getNumElements());
  }

  /** One sequence of a batch. */
  private static FMatrixRMaj column(FMatrixRMaj matrix, int time, int batch, int b) {
    FMatrixRMaj single = new FMatrixRMaj(time, matrix.numCols);
    single.setData(row(matrix.data, time, batch, b, matrix.numCols));
    return single;
  }

  private static float[] row(float[] values, int time, int batch, int b, int size) {
    float[] single = new float[time * size];
    for (int t = 0; t < time; t++) {
      System.arraycopy(values, (t * batch + b) * size, single, t * size, size);
    }
    return single;
  }
}
