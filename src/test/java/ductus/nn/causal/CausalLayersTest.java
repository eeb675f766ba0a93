package ductus.nn.causal;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Allocation;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.BatchRows;
import ductus.nn.Closeness;
import ductus.nn.Layer;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.recurrent.IdleProducts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Temporal convolutions and causal self-attention, beside plain references. */
class CausalLayersTest {
  private static final double TOLERANCE = 2e-5;
  private static final double GRADIENT_TOLERANCE = 2e-4;
  private static final double STEP = 1e-5;
  private static final String NAME = "layer";

  /** Layers of several shapes. */
  enum Kind {
    ONE_BLOCK(new ConvolutionShape(2, 1)),
    THREE_BLOCKS(new ConvolutionShape(3, 3)),
    ONE_HEAD(new AttentionShape(1, 3)),
    TWO_HEADS(new AttentionShape(2, 40));

    @SuppressWarnings("ImmutableEnumChecker") // a record of sizes
    private final ReferenceCausal reference;

    Kind(ConvolutionShape shape) {
      reference = new ReferenceConvolution(shape);
    }

    Kind(AttentionShape shape) {
      reference = new ReferenceAttention(shape);
    }

    /** A layer with random weights, repacked. */
    Layer<FMatrixRMaj> layer(int inputSize, int hiddenSize, Tape tape) {
      Layer<FMatrixRMaj> layer =
          reference instanceof ReferenceConvolution convolution
              ? new TemporalConvolution(NAME, inputSize, hiddenSize, convolution.shape(), 0)
              : new SelfAttention(
                  NAME, inputSize, hiddenSize, ((ReferenceAttention) reference).shape(), 0);
      RandomGenerator random = Seeded.random(inputSize * 100L + hiddenSize);
      for (Parameter parameter : layer.parameters()) {
        double bound = 1.5 / Math.sqrt(Math.max(2, parameter.value().numRows));
        parameter.value().setData(Seeded.floats(parameter.size(), bound, random));
      }
      layer.repack(tape);
      return layer;
    }

    /** The outputs [T×B×H] by the formulas. */
    double[] expected(double[] input, int time, int batch, Map<String, double[][]> weights) {
      int size = input.length / time / batch;
      double[] all = {};
      for (int b = 0; b < batch; b++) {
        double[][] rows = new double[time][];
        for (int t = 0; t < time; t++) {
          int row = t * batch + b;
          rows[t] = Arrays.copyOfRange(input, row * size, (row + 1) * size);
        }
        double[][] result = reference.forward(rows, weights);
        int columns = result[0].length;
        all = all.length == 0 ? new double[time * batch * columns] : all;
        for (int t = 0; t < time; t++) {
          System.arraycopy(result[t], 0, all, (t * batch + b) * columns, columns);
        }
      }
      return all;
    }
  }

  private static Map<String, double[][]> weights(Layer<?> layer) {
    Map<String, double[][]> weights = new LinkedHashMap<>();
    for (Parameter parameter : layer.parameters()) {
      FMatrixRMaj value = parameter.value();
      double[][] rows = new double[value.numRows][value.numCols];
      for (int r = 0; r < value.numRows; r++) {
        for (int c = 0; c < value.numCols; c++) {
          rows[r][c] = value.get(r, c);
        }
      }
      weights.put(parameter.name().substring(NAME.length() + 1), rows);
    }
    return weights;
  }

  private static Tape tape(Workers workers) {
    return new Tape(KernelChoice.best(), workers);
  }

  private static float[] plain(FMatrixRMaj matrix, int columns) {
    FMatrixRMaj plain = Padded.plain(matrix, columns);
    return Arrays.copyOf(plain.data, plain.getNumElements());
  }

  @ParameterizedTest
  @EnumSource
  void followsTheReference(Kind kind) {
    try (Workers workers = new Workers(2)) {
      for (int[] size : new int[][] {{3, 4}, {16, 16}, {5, 34}}) {
        for (int time : new int[] {1, 2, 12, 75}) {
          for (int batch : new int[] {1, 3}) {
            Tape tape = tape(workers);
            Layer<FMatrixRMaj> layer = kind.layer(size[0], size[1], tape);
            FMatrixRMaj input = Seeded.matrix(time * batch, size[0], Seeded.random(time));
            tape.begin(time, batch, State.initial(List.of(layer), batch));
            FMatrixRMaj output = layer.forward(Padded.of(input), tape);
            double[] expected = kind.expected(Closeness.widen(input), time, batch, weights(layer));
            String what = kind + " " + Arrays.toString(size) + " " + time + "×" + batch;
            Closeness.require(what, expected, plain(output, size[1]), expected.length, TOLERANCE);
            for (int i = 0; i < time * batch * output.numCols; i++) {
              assertEquals(0, i % output.numCols < size[1] ? 0 : output.data[i], what);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAreCentralDifferencesOfTheReference(Kind kind) {
    try (Workers workers = new Workers(2)) {
      for (int[] size : new int[][] {{3, 4}, {4, 4}}) {
        for (int time : new int[] {1, 6, 35}) {
          int batch = time == 6 ? 2 : 1;
          Tape tape = tape(workers);
          Layer<FMatrixRMaj> layer = kind.layer(size[0], size[1], tape);
          RandomGenerator random = Seeded.random(time);
          FMatrixRMaj input = Seeded.matrix(time * batch, size[0], random);
          FMatrixRMaj dOutput = Seeded.matrix(time * batch, size[1], random);
          tape.begin(time, batch, State.initial(List.of(layer), batch));
          layer.forward(Padded.of(input), tape);
          float[] dInput = plain(layer.backward(Padded.of(dOutput), tape), size[0]);
          Map<String, double[][]> weights = weights(layer);
          double[] given = Closeness.widen(input);
          double[] wanted = Closeness.widen(dOutput);
          DoubleSupplier loss = () -> dot(kind.expected(given, time, batch, weights), wanted);
          String what = kind + " " + Arrays.toString(size) + " " + time + " ";
          requireDifferences(what + "input", given, dInput, loss);
          // Of a long sequence the last weights of each kind are enough.
          int step = time < 35 ? 1 : 5;
          for (Parameter parameter : layer.parameters()) {
            double[][] rows =
                Objects.requireNonNull(weights.get(parameter.name().substring(NAME.length() + 1)));
            float[] gradient = tape.gradient(parameter).data;
            for (int r = rows.length - 1; r >= 0; r -= step) {
              int columns = rows[r].length;
              requireDifferences(
                  what + parameter.name() + "[" + r + "]",
                  rows[r],
                  Arrays.copyOfRange(gradient, r * columns, (r + 1) * columns),
                  loss);
            }
          }
        }
      }
    }
  }

  private static void requireDifferences(
      String what, double[] values, float[] gradient, DoubleSupplier loss) {
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + STEP;
      double above = loss.getAsDouble();
      values[i] = value - STEP;
      double below = loss.getAsDouble();
      values[i] = value;
      double difference = (above - below) / (2 * STEP);
      assertEquals(
          difference,
          gradient[i],
          GRADIENT_TOLERANCE * Math.max(1, Math.abs(difference)),
          what + "[" + i + "]");
    }
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void aSequenceIsItsStepsAndItsWindowsToTheLastBit(Kind kind) {
    int time = 90;
    int batch = 3;
    try (Workers workers = new Workers(2)) {
      for (int hidden : new int[] {4, 34}) {
        Tape tape = tape(workers);
        Layer<FMatrixRMaj> layer = kind.layer(5, hidden, tape);
        FMatrixRMaj input = Padded.of(Seeded.matrix(time * batch, 5, Seeded.random(4)));
        State whole = State.initial(List.of(layer), batch);
        tape.begin(time, batch, whole);
        float[] together = plain(layer.forward(input, tape), hidden);
        for (int[] windows :
            new int[][] {
              new int[time], {1, 2, 36, 1, 50}, {40, 50}, {3, 87}, {88, 1, 1}, {33, 32, 25}
            }) {
          State state = State.initial(List.of(layer), batch);
          int t = 0;
          for (int window : windows) {
            int steps = Math.max(1, window);
            FMatrixRMaj part = new FMatrixRMaj(steps * batch, input.numCols);
            System.arraycopy(
                input.data, t * batch * input.numCols, part.data, 0, part.getNumElements());
            tape.begin(steps, batch, state);
            assertArrayEquals(
                Arrays.copyOfRange(together, t * batch * hidden, (t + steps) * batch * hidden),
                plain(layer.forward(part, tape), hidden),
                kind + " from step " + t);
            t += steps;
          }
          assertEquals(time, t);
          assertArrayEquals(whole.layer(0).data, state.layer(0).data);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBatchIsItsSequencesToTheLastBit(Kind kind) {
    int time = 37;
    int batch = 5;
    try (Workers workers = new Workers(2)) {
      Tape tape = tape(workers);
      Layer<FMatrixRMaj> layer = kind.layer(7, 34, tape);
      FMatrixRMaj input = Seeded.matrix(time * batch, 7, Seeded.random(1));
      FMatrixRMaj dOutput = Seeded.matrix(time * batch, 34, Seeded.random(2));
      tape.begin(time, batch, State.initial(List.of(layer), batch));
      float[] together = plain(layer.forward(Padded.of(input), tape), 34);
      float[] dTogether = plain(layer.backward(Padded.of(dOutput), tape), 7);
      for (int b = 0; b < batch; b++) {
        FMatrixRMaj single = new FMatrixRMaj(time, 7);
        single.setData(BatchRows.of(input.data, batch, b, 7));
        FMatrixRMaj dSingle = new FMatrixRMaj(time, 34);
        dSingle.setData(BatchRows.of(dOutput.data, batch, b, 34));
        tape.begin(time, 1, State.initial(List.of(layer), 1));
        assertArrayEquals(
            BatchRows.of(together, batch, b, 34),
            plain(layer.forward(Padded.of(single), tape), 34));
        assertArrayEquals(
            BatchRows.of(dTogether, batch, b, 7),
            plain(layer.backward(Padded.of(dSingle), tape), 7));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bitsAreTheSameOnAnyNumberOfThreads(Kind kind) {
    for (int[] shape : new int[][] {{40, 7}, {1, 2}, {1, 1}}) {
      String alone = bits(kind, shape[0], shape[1], 1);
      for (int threads : new int[] {2, 3, 5}) {
        assertEquals(alone, bits(kind, shape[0], shape[1], threads), kind + " on " + threads);
      }
    }
  }

  /** Of three passes, which are shared out or not in turns. */
  private static String bits(Kind kind, int time, int batch, int threads) {
    try (Workers workers = new Workers(threads)) {
      Tape tape = tape(workers);
      Layer<FMatrixRMaj> layer = kind.layer(9, 50, tape);
      FMatrixRMaj input = Padded.of(Seeded.matrix(time * batch, 9, Seeded.random(1)));
      FMatrixRMaj dOutput = Padded.of(Seeded.matrix(time * batch, 50, Seeded.random(2)));
      State state = State.initial(List.of(layer), batch);
      StringBuilder bits = new StringBuilder();
      for (int pass = 0; pass < 3; pass++) {
        tape.begin(time, batch, state);
        bits.append(Seeded.bits(plain(layer.forward(input, tape), 50)));
        bits.append(Seeded.bits(plain(layer.backward(dOutput, tape), 9), state.layer(0).data));
        layer.parameters().forEach(each -> bits.append(Seeded.bits(tape.gradient(each).data)));
      }
      return bits.toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGradientGoesFromWindowToWindow(Kind kind) {
    int batch = 2;
    try (Workers workers = new Workers(1)) {
      for (int[] windows : new int[][] {{30, 15}, {3, 1}, {1, 3}, {20, 45}}) {
        int time = windows[0] + windows[1];
        Tape whole = tape(workers);
        Layer<FMatrixRMaj> layer = kind.layer(7, 20, whole);
        FMatrixRMaj input = Padded.of(Seeded.matrix(time * batch, 7, Seeded.random(1)));
        FMatrixRMaj dOutput = Padded.of(Seeded.matrix(time * batch, 20, Seeded.random(2)));
        whole.begin(time, batch, State.initial(List.of(layer), batch));
        layer.forward(input, whole);
        double[] expected = Closeness.widen(layer.backward(dOutput, whole));
        Tape[] tapes = {tape(workers), tape(workers)};
        State state = State.initial(List.of(layer), batch);
        for (int i = 0; i < 2; i++) {
          tapes[i].begin(windows[i], batch, state);
          layer.forward(rows(input, i * windows[0] * batch, windows[i] * batch), tapes[i]);
        }
        State dState = State.zero(List.of(layer), batch);
        for (int i = 1; i >= 0; i--) {
          tapes[i].carryGradient(dState);
          FMatrixRMaj part = rows(dOutput, i * windows[0] * batch, windows[i] * batch);
          float[] dInput = plain(layer.backward(part, tapes[i]), 16);
          int from = i * windows[0] * batch * 16;
          double[] wanted = Arrays.copyOfRange(expected, from, from + dInput.length);
          Closeness.require(
              kind + " " + Arrays.toString(windows), wanted, dInput, wanted.length, TOLERANCE);
        }
        for (Parameter parameter : layer.parameters()) {
          float[] sums = tapes[0].gradient(parameter).data.clone();
          for (int i = 0; i < sums.length; i++) {
            sums[i] += tapes[1].gradient(parameter).data[i];
          }
          double[] wanted = Closeness.widen(whole.gradient(parameter));
          Closeness.require(parameter.name(), wanted, sums, sums.length, 10 * TOLERANCE);
        }
      }
    }
  }

  private static FMatrixRMaj rows(FMatrixRMaj matrix, int from, int count) {
    FMatrixRMaj rows = new FMatrixRMaj(count, matrix.numCols);
    System.arraycopy(matrix.data, from * matrix.numCols, rows.data, 0, count * matrix.numCols);
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void aPassAllocatesNothingOnceItsBuffersAreThere(Kind kind) throws Exception {
    try (Workers workers = new Workers(1)) {
      for (int time : new int[] {1, 10}) {
        Tape tape = new Tape(new IdleProducts(), workers);
        Layer<FMatrixRMaj> layer = kind.layer(3, 18, tape);
        FMatrixRMaj input = Padded.of(Seeded.matrix(2 * time, 3, Seeded.random(1)));
        FMatrixRMaj dOutput = Padded.of(Seeded.matrix(2 * time, 18, Seeded.random(2)));
        List<Layer<FMatrixRMaj>> layers = List.of(layer);
        State state = State.initial(layers, 2);
        long bytes =
            Allocation.bytes(
                () -> {
                  state.restart(layers, 2);
                  tape.begin(time, 2, state);
                  layer.forward(input, tape);
                  layer.backward(dOutput, tape);
                });
        assertEquals(0, bytes, kind.toString());
      }
    }
  }

  @Test
  void knowsHowFarItLooksBackAndWhatItWeighs() {
    assertEquals(253, ConvolutionShape.USUAL.receptiveField());
    assertEquals(29, new ConvolutionShape(3, 3).receptiveField());
    assertEquals(1.0 / 16, new AttentionShape(2, 8).slope(0), 1e-12);
    assertEquals(1.0 / 256, new AttentionShape(2, 8).slope(1), 1e-12);
    try (Workers workers = new Workers(1)) {
      for (Kind kind : Kind.values()) {
        for (int input : new int[] {5, 6}) {
          Layer<FMatrixRMaj> layer = kind.layer(input, 6, tape(workers));
          long weights = layer.parameters().stream().mapToLong(Parameter::size).sum();
          assertEquals(
              weights,
              kind.reference instanceof ReferenceConvolution convolution
                  ? TemporalConvolution.weights(convolution.shape(), input, 6)
                  : SelfAttention.weights(input, 6));
        }
      }
    }
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused(
        "kernel of a convolution must be 2 to 32 but was 1", () -> new ConvolutionShape(1, 3));
    assertRefused(
        "blocks of a convolution must be 1 to 12 but was 13", () -> new ConvolutionShape(3, 13));
    assertRefused(
        "heads of the attention must be 1 to 64 but was 0", () -> new AttentionShape(0, 8));
    assertRefused(
        "window of the attention must be 2 to 4096 but was 1", () -> new AttentionShape(2, 1));
    assertRefused(
        "hidden size must be a multiple of the attention's 4 heads but was 30",
        () -> new AttentionShape(4, 8).requireFit(30));
    try (Workers workers = new Workers(1)) {
      for (Kind kind : Kind.values()) {
        Tape tape = tape(workers);
        Layer<FMatrixRMaj> layer = kind.layer(3, 4, tape);
        tape.begin(2, 1, State.initial(List.of(layer), 1));
        assertThrows(RuntimeException.class, () -> layer.backward(new FMatrixRMaj(2, 16), tape));
      }
    }
  }
}
