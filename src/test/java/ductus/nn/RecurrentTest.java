package ductus.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.math.plain.EjmlKernels;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class RecurrentTest {
  /** Error as a share of the largest value; it grows with the root of the number of steps. */
  private static final double TOLERANCE = 1e-6;

  private static final int[] HIDDEN_SIZES = {1, 5, 16, 17, 33, 64};
  private static final int[] INPUT_SIZES = {1, 7, 64};

  private final Kernels kernels = KernelChoice.best();

  @Test
  void followsTheReferenceForwardAndBackward() {
    try (Workers workers = new Workers(2)) {
      for (int hidden : HIDDEN_SIZES) {
        for (int input : INPUT_SIZES) {
          for (int time : new int[] {1, 2, 12}) {
            for (int batch : new int[] {1, 3}) {
              compare(input, hidden, time, batch, hidden % 2 == 0, workers);
            }
          }
        }
      }
      compare(7, 33, 60, 13, true, workers);
    }
  }

  private void compare(
      int inputSize, int hiddenSize, int time, int batch, boolean masked, Workers workers) {
    String what =
        "input size %d, hidden size %d, %d steps of %d sequences, "
            .formatted(inputSize, hiddenSize, time, batch);
    double tolerance = TOLERANCE * Math.sqrt(1 + time);
    RandomGenerator random = Seeded.random(inputSize * 1000L + hiddenSize);
    Recurrent<FMatrixRMaj> lstm = lstm(inputSize, hiddenSize, workers, random);
    ReferenceLstm reference = ReferenceLstm.of(lstm);
    FMatrixRMaj input = matrix(time * batch, inputSize, random);
    State state = state(lstm, batch, random);
    double[] initialHidden = columns(state.layer(0), 0, hiddenSize);
    double[] initialCell = columns(state.layer(0), hiddenSize, hiddenSize);
    FMatrixRMaj dOutput = matrix(time * batch, hiddenSize, random);
    if (masked) {
      for (int row = 0; row < time * batch; row++) {
        if (row / batch >= time - row % batch) {
          Arrays.fill(dOutput.data, row * hiddenSize, (row + 1) * hiddenSize, 0);
        }
      }
    }
    Tape tape = new Tape(kernels, workers);
    tape.begin(time, batch, state);
    tape.clearGradients();
    FMatrixRMaj output = lstm.forward(input, tape);
    double[] expected = reference.forward(wide(input), time, batch, initialHidden, initialCell);
    Closeness.require(
        what + "output",
        expected,
        Padded.plain(output, hiddenSize).data,
        expected.length,
        tolerance);
    int last = (time - 1) * batch * hiddenSize;
    assertClose(
        what + "final hidden state",
        Arrays.copyOfRange(expected, last, expected.length),
        columns(state.layer(0), 0, hiddenSize),
        tolerance);
    assertClose(
        what + "final cell state",
        Arrays.copyOfRange(reference.cell(), last, expected.length),
        columns(state.layer(0), hiddenSize, hiddenSize),
        tolerance);
    FMatrixRMaj dInput = lstm.backward(Padded.of(dOutput), tape);
    double[] dExpected = reference.backward(wide(dOutput));
    Closeness.require(
        what + "dInput",
        dExpected,
        Padded.plain(dInput, inputSize).data,
        dExpected.length,
        tolerance);
    requireGradients(what, reference, lstm, tape, tolerance);
  }

  private static void requireGradients(
      String what,
      ReferenceLstm reference,
      Recurrent<FMatrixRMaj> lstm,
      Tape tape,
      double tolerance) {
    List<double[]> expected =
        List.of(reference.dInputWeights, reference.dRecurrentWeights, reference.dBias);
    for (int i = 0; i < expected.size(); i++) {
      Parameter parameter = lstm.parameters().get(i);
      Closeness.require(
          what + parameter.name(),
          expected.get(i),
          tape.gradient(parameter).data,
          parameter.size(),
          tolerance);
    }
  }

  @Test
  void aFlippedSignInTheGradientIsNoticed() {
    try (Workers workers = new Workers(1)) {
      RandomGenerator random = Seeded.random(5);
      Recurrent<FMatrixRMaj> lstm = lstm(3, 5, workers, random);
      ReferenceLstm reference = ReferenceLstm.of(lstm);
      Tape tape = new Tape(kernels, workers);
      tape.begin(2, 1, State.zero(List.of(lstm), 1));
      FMatrixRMaj input = matrix(2, 3, random);
      FMatrixRMaj dOutput = matrix(2, 5, random);
      lstm.forward(input, tape);
      lstm.backward(Padded.of(dOutput), tape);
      reference.forward(wide(input), 2, 1, new double[5], new double[5]);
      reference.backward(wide(dOutput));
      requireGradients("", reference, lstm, tape, 1e-5);
      tape.gradient(lstm.parameters().get(2)).data[3] *= -1;
      assertThrows(AssertionError.class, () -> requireGradients("", reference, lstm, tape, 1e-5));
    }
  }

  @Test
  void gradientsAddUpOverPasses() {
    try (Workers workers = new Workers(1)) {
      RandomGenerator random = Seeded.random(6);
      Recurrent<FMatrixRMaj> lstm = lstm(3, 5, workers, random);
      FMatrixRMaj input = matrix(4, 3, random);
      FMatrixRMaj dOutput = matrix(4, 5, random);
      Tape tape = new Tape(kernels, workers);
      for (int pass = 0; pass < 2; pass++) {
        tape.begin(4, 1, State.zero(List.of(lstm), 1));
        lstm.forward(input, tape);
        lstm.backward(Padded.of(dOutput), tape);
      }
      float[] twice = tape.gradient(lstm.parameters().get(1)).data.clone();
      tape.clearGradients();
      tape.begin(4, 1, State.zero(List.of(lstm), 1));
      lstm.forward(input, tape);
      lstm.backward(Padded.of(dOutput), tape);
      float[] once = tape.gradient(lstm.parameters().get(1)).data;
      for (int i = 0; i < once.length; i++) {
        assertEquals(2 * once[i], twice[i], 0);
      }
    }
  }

  @Test
  void aSequenceIsItsStepsToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      for (int hidden : HIDDEN_SIZES) {
        RandomGenerator random = Seeded.random(hidden);
        Recurrent<FMatrixRMaj> lstm = lstm(7, hidden, workers, random);
        int time = 9;
        int batch = 4;
        FMatrixRMaj input = matrix(time * batch, 7, random);
        State state = state(lstm, batch, random);
        State stepped = state.copy();
        Tape tape = new Tape(kernels, workers);
        tape.begin(time, batch, state);
        float[] whole = output(lstm.forward(input, tape), lstm.outputSize());
        for (int t = 0; t < time; t++) {
          tape.begin(1, batch, stepped);
          FMatrixRMaj step = new FMatrixRMaj(batch, 7);
          System.arraycopy(input.data, t * batch * 7, step.data, 0, batch * 7);
          assertArrayEquals(
              Arrays.copyOfRange(whole, t * batch * hidden, (t + 1) * batch * hidden),
              output(lstm.forward(step, tape), hidden));
        }
        assertArrayEquals(state.layer(0).data, stepped.layer(0).data);
      }
    }
  }

  @Test
  void aBatchIsItsSequencesToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      for (int batch : new int[] {2, 5, 6, 7, 8, 13}) {
        RandomGenerator random = Seeded.random(batch);
        int hidden = 17;
        int time = 5;
        Recurrent<FMatrixRMaj> lstm = lstm(7, hidden, workers, random);
        FMatrixRMaj input = matrix(time * batch, 7, random);
        FMatrixRMaj dOutput = matrix(time * batch, hidden, random);
        State state = state(lstm, batch, random);
        State single = State.zero(List.of(lstm), 1);
        State before = state.copy();
        Tape tape = new Tape(kernels, workers);
        tape.begin(time, batch, state);
        float[] together = output(lstm.forward(input, tape), lstm.outputSize());
        float[] dTogether = output(lstm.backward(Padded.of(dOutput), tape), 7);
        for (int b = 0; b < batch; b++) {
          single.copyRow(before, b, 0);
          tape.begin(time, 1, single);
          FMatrixRMaj alone = lstm.forward(column(input, time, batch, b), tape);
          assertArrayEquals(row(together, time, batch, b, hidden), output(alone, hidden));
          FMatrixRMaj dAlone = lstm.backward(Padded.of(column(dOutput, time, batch, b)), tape);
          assertArrayEquals(row(dTogether, time, batch, b, 7), output(dAlone, 7));
        }
      }
    }
  }

  @Test
  void whatComesLaterChangesNothingBefore() {
    try (Workers workers = new Workers(1)) {
      RandomGenerator random = Seeded.random(8);
      Recurrent<FMatrixRMaj> lstm = lstm(3, 5, workers, random);
      FMatrixRMaj input = matrix(6, 3, random);
      Tape tape = new Tape(kernels, workers);
      tape.begin(6, 1, State.zero(List.of(lstm), 1));
      float[] before = output(lstm.forward(input, tape), lstm.outputSize());
      input.data[4 * 3] += 1;
      tape.begin(6, 1, State.zero(List.of(lstm), 1));
      float[] after = output(lstm.forward(input, tape), lstm.outputSize());
      assertEquals(4 * 5, Arrays.mismatch(before, after));
    }
  }

  @Test
  void aSmallBatchAfterALargeOneSeesNothingOfIt() {
    try (Workers workers = new Workers(1)) {
      RandomGenerator random = Seeded.random(9);
      Recurrent<FMatrixRMaj> lstm = lstm(3, 17, workers, random);
      FMatrixRMaj input = matrix(2, 3, random);
      FMatrixRMaj dOutput = matrix(2, 17, random);
      Tape fresh = new Tape(kernels, workers);
      Tape used = new Tape(kernels, workers);
      used.begin(9, 7, state(lstm, 7, random));
      lstm.forward(matrix(63, 3, random), used);
      lstm.backward(Padded.of(matrix(63, 17, random)), used);
      used.clearGradients();
      for (Tape tape : List.of(fresh, used)) {
        tape.begin(2, 1, State.zero(List.of(lstm), 1));
        lstm.forward(input, tape);
        lstm.backward(Padded.of(dOutput), tape);
      }
      for (Parameter parameter : lstm.parameters()) {
        assertArrayEquals(fresh.gradient(parameter).data, used.gradient(parameter).data);
      }
    }
  }

  @Test
  void startsWithOpenForgetGatesAndSmallWeights() {
    Recurrent<FMatrixRMaj> lstm = lstm(10, 25);
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
    assertThrows(IllegalArgumentException.class, () -> lstm(0, 1));
    assertThrows(IllegalArgumentException.class, () -> lstm(1, 0));
    try (Workers workers = new Workers(1)) {
      Recurrent<FMatrixRMaj> lstm = lstm(1, 1);
      Tape tape = new Tape(kernels, workers);
      assertThrows(
          IllegalArgumentException.class, () -> tape.begin(0, 1, State.zero(List.of(lstm), 1)));
      tape.begin(1, 1, State.zero(List.of(lstm), 1));
      assertThrows(IllegalStateException.class, () -> lstm.backward(new FMatrixRMaj(1, 16), tape));
    }
  }

  private static Recurrent<FMatrixRMaj> lstm(int inputSize, int hiddenSize) {
    LstmCell cell = new LstmCell(hiddenSize);
    return new Recurrent<>("lstm", new DenseFeed("lstm", inputSize, cell.layout()), cell, 0);
  }

  private static Recurrent<FMatrixRMaj> lstm(
      int inputSize, int hiddenSize, Workers workers, RandomGenerator random) {
    Recurrent<FMatrixRMaj> lstm = lstm(inputSize, hiddenSize);
    double bound = 1.5 / Math.sqrt(Math.max(inputSize, hiddenSize));
    for (Parameter parameter : lstm.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), bound, random));
    }
    lstm.repack(new Tape(new EjmlKernels(), workers));
    return lstm;
  }

  /** A state that is not zero where units exist. */
  private static State state(Recurrent<FMatrixRMaj> lstm, int batch, RandomGenerator random) {
    State state = State.zero(List.of(lstm), batch);
    for (int b = 0; b < batch; b++) {
      for (int u = 0; u < 2 * lstm.outputSize(); u++) {
        state.layer(0).set(b, u, (float) (2 * random.nextDouble() - 1));
      }
    }
    return state;
  }

  private static FMatrixRMaj matrix(int rows, int columns, RandomGenerator random) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    matrix.setData(Seeded.floats(rows * columns, 1, random));
    return matrix;
  }

  private static double[] wide(FMatrixRMaj matrix) {
    return Closeness.widen(matrix.data, matrix.getNumElements());
  }

  private static float[] output(FMatrixRMaj matrix, int columns) {
    FMatrixRMaj plain = Padded.plain(matrix, columns);
    return Arrays.copyOf(plain.data, plain.getNumElements());
  }

  private static double[] columns(FMatrixRMaj matrix, int from, int count) {
    double[] values = new double[matrix.numRows * count];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.get(i / count, from + i % count);
    }
    return values;
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

  private static void assertClose(
      String what, double[] expected, double[] actual, double tolerance) {
    assertArrayEquals(expected, actual, tolerance, what);
  }
}
