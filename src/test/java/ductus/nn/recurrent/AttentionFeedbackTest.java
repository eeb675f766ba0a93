package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Allocation;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.BatchRows;
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

/** A recurrent layer with an attention that feeds back. */
class AttentionFeedbackTest {
  /** Error as a share of the largest value; it grows with the root of the number of steps. */
  private static final double TOLERANCE = 4e-6;

  private static final float STRENGTH = 0.3f;
  private static final float SCALE = 0.5f;

  private final Kernels kernels = KernelChoice.best();

  @Test
  void followsTheReferenceForwardAndBackward() {
    try (Workers workers = new Workers(2)) {
      for (String kind : ReferenceCell.KINDS) {
        boolean unbounded = List.of("mingru", "sru", "minlstm").contains(kind);
        for (int hidden : new int[] {5, 16, 33}) {
          for (int size : new int[] {1, 16, 20}) {
            for (int time : new int[] {1, 2, 12}) {
              for (int batch : new int[] {1, 3}) {
                // The window's bells are exponentials of states that have no bound there.
                if (!unbounded || time <= 2) {
                  compare(WindowedTwin.of(kind, hidden, size, 3, workers), time, batch, workers);
                }
              }
            }
          }
        }
        if (!unbounded) {
          compare(WindowedTwin.of(kind, 20, 12, 1, workers), 60, 5, workers);
        }
      }
    }
  }

  private void compare(WindowedTwin twin, int time, int batch, Workers workers) {
    String what = "%s, %d steps of %d sequences, ".formatted(twin, time, batch);
    double tolerance = tolerance(twin.kind, time);
    Example example = new Example(twin, time, batch, 1);
    State state = example.state.copy();
    State dState = example.dState.copy();
    Tape tape = new Tape(kernels, workers);
    tape.begin(time, batch, state);
    tape.carryGradient(dState);
    float[] output = example.forward(tape);
    double nats = twin.window.align(example.characters, STRENGTH, SCALE, tape);
    float[] dInput = example.backward(tape);

    ReferenceWindowed reference = twin.reference;
    reference.attend(Closeness.widen(example.context), example.lengths);
    reference.align(example.characters, STRENGTH * SCALE);
    double[] expected =
        reference.forward(
            Closeness.widen(example.input), time, Closeness.widen(example.state.layer(0)));
    Closeness.require(what + "output", expected, output, expected.length, tolerance);
    require(what + "final state", reference.finalState(), state.layer(0).data, tolerance);
    assertEquals(reference.alignmentLoss() / SCALE, nats, 1e-4 * Math.max(1, nats), what);
    double[] dExpected =
        reference.backward(
            Closeness.widen(example.dOutput), Closeness.widen(example.dState.layer(0)));
    require(what + "dInput", dExpected, dInput, tolerance);
    require(what + "dInitialState", reference.dInitialState(), dState.layer(0).data, tolerance);
    int longest = example.context.numRows / batch;
    FMatrixRMaj dContext = Padded.plain(twin.window.contextGradient(tape), twin.window.size());
    require(what + "dContext", reference.dContext(longest), dContext.data, tolerance);
    twin.requireGradients(what, tape, tolerance);
  }

  /** Dividing by a small deviation, and states without bound, make errors larger. */
  private static double tolerance(String kind, int time) {
    boolean enlarges = kind.matches(".*norm|.*relu|mingru|minlstm|sru");
    return TOLERANCE * Math.sqrt(1 + time) * (enlarges ? 20 : 1);
  }

  /** Values of the size of 1: one that is near 0 by chance has rounding of what made it. */
  private static void require(String what, double[] expected, float[] actual, double tolerance) {
    double size = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    double[] wide = Closeness.widen(actual, expected.length);
    assertArrayEquals(expected, wide, tolerance * size, what);
  }

  /** With 17 sequences two threads can share them out as well, with 41 five. */
  @Test
  void bitsAreTheSameOnAnyNumberOfThreadsHoweverTheyShareTheWork() {
    for (String kind : ReferenceCell.KINDS) {
      for (int batch : new int[] {7, 17, 41}) {
        String alone = bits(kind, 1, batch);
        assertEquals(alone, bits(kind, 2, batch), kind);
        assertEquals(alone, bits(kind, 3, batch), kind);
      }
    }
  }

  /** Of three passes, which are shared out in all possible ways in turns. */
  private String bits(String kind, int threads, int batch) {
    try (Workers workers = new Workers(threads)) {
      WindowedTwin twin = WindowedTwin.of(kind, 50, 20, 4, workers);
      Example example = new Example(twin, 9, batch, 1);
      Tape tape = new Tape(kernels, workers);
      StringBuilder bits = new StringBuilder();
      for (int pass = 0; pass < 3; pass++) {
        tape.begin(9, batch, example.state);
        float[] output = example.forward(tape);
        twin.window.align(example.characters, STRENGTH, SCALE, tape);
        float[] dInput = example.backward(tape);
        float[] dContext = twin.window.contextGradient(tape).data;
        bits.append(Seeded.bits(output, dInput, dContext, example.state.layer(0).data));
        for (Parameter parameter : twin.layer.parameters()) {
          bits.append(Seeded.bits(tape.gradient(parameter).data));
        }
      }
      return bits.toString();
    }
  }

  @Test
  void aSequenceIsItsStepsToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      for (String kind : ReferenceCell.KINDS) {
        WindowedTwin twin = WindowedTwin.of(kind, 17, 20, 3, workers);
        Example example = new Example(twin, 9, 4, 1);
        State stepped = example.state.copy();
        Tape tape = new Tape(kernels, workers);
        tape.begin(9, 4, example.state);
        float[] whole = example.forward(tape);
        int row = 4 * twin.layer.outputSize();
        for (int t = 0; t < 9; t++) {
          tape.begin(1, 4, stepped);
          FMatrixRMaj step = new FMatrixRMaj(4, WindowedTwin.INPUT);
          System.arraycopy(
              example.input.data, t * step.data.length, step.data, 0, step.data.length);
          assertArrayEquals(
              Arrays.copyOfRange(whole, t * row, (t + 1) * row),
              Padded.plain(twin.layer.forward(step, tape), twin.layer.outputSize()).data,
              kind);
        }
        assertArrayEquals(example.state.layer(0).data, stepped.layer(0).data, kind);
      }
    }
  }

  @Test
  void aBatchIsItsSequencesToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      for (String kind : ReferenceCell.KINDS) {
        WindowedTwin twin = WindowedTwin.of(kind, 17, 20, 3, workers);
        Example example = new Example(twin, 6, 5, 1);
        State before = example.state.copy();
        State single = State.zero(List.of(twin.layer), 1);
        Tape tape = new Tape(kernels, workers);
        tape.begin(6, 5, example.state);
        float[] together = example.forward(tape);
        twin.window.align(example.characters, STRENGTH, SCALE, tape);
        float[] dTogether = example.backward(tape);
        float[] dContext = Padded.plain(twin.window.contextGradient(tape), 20).data.clone();
        for (int b = 0; b < 5; b++) {
          Example alone = example.sequence(b);
          single.copyRow(before, b, 0);
          tape.begin(6, 1, single);
          assertArrayEquals(BatchRows.of(together, 5, b, 37), alone.forward(tape), kind);
          twin.window.align(alone.characters, STRENGTH, SCALE, tape);
          float[] dAlone = alone.backward(tape);
          assertArrayEquals(BatchRows.of(dTogether, 5, b, WindowedTwin.INPUT), dAlone, kind);
          assertArrayEquals(
              BatchRows.of(dContext, 5, b, 20),
              Padded.plain(twin.window.contextGradient(tape), 20).data,
              kind);
        }
      }
    }
  }

  @Test
  void aSmallBatchAfterALargeOneSeesNothingOfIt() {
    try (Workers workers = new Workers(1)) {
      WindowedTwin twin = WindowedTwin.of("lstm", 17, 20, 3, workers);
      Tape fresh = new Tape(kernels, workers);
      Tape used = new Tape(kernels, workers);
      Example large = new Example(twin, 9, 7, 2);
      used.begin(9, 7, large.state);
      large.forward(used);
      twin.window.align(large.characters, STRENGTH, SCALE, used);
      large.backward(used);
      used.clearGradients();
      for (Tape tape : List.of(fresh, used)) {
        Example small = new Example(twin, 2, 1, 1);
        tape.begin(2, 1, small.state);
        small.forward(tape);
        small.backward(tape);
      }
      for (Parameter parameter : twin.layer.parameters()) {
        assertArrayEquals(fresh.gradient(parameter).data, used.gradient(parameter).data);
      }
    }
  }

  @Test
  void aPassAllocatesNothingOnceItsBuffersAreThere() throws Exception {
    try (Workers workers = new Workers(1)) {
      WindowedTwin twin = WindowedTwin.of("lstm", 17, 20, 3, workers);
      Example example = new Example(twin, 10, 2, 1);
      FMatrixRMaj context = Padded.of(example.context);
      FMatrixRMaj dOutput = Padded.of(example.dOutput);
      List<Recurrent<FMatrixRMaj>> layers = List.of(twin.layer);
      Tape tape = new Tape(new IdleProducts(), workers);
      long bytes =
          Allocation.bytes(
              () -> {
                example.state.restart(layers, 2);
                tape.begin(10, 2, example.state);
                twin.window.attend(context, example.lengths, tape);
                twin.layer.forward(example.input, tape);
                twin.window.align(example.characters, STRENGTH, SCALE, tape);
                twin.layer.backward(dOutput, tape);
              });
      assertEquals(0, bytes);
    }
  }

  /** Random inputs, texts of different lengths, and gradients. */
  private static final class Example {
    final WindowedTwin twin;
    final FMatrixRMaj input;
    final FMatrixRMaj context;
    final int[] lengths;
    final int[] characters;
    final FMatrixRMaj dOutput;
    final State state;
    final State dState;

    Example(WindowedTwin twin, int time, int batch, long seed) {
      RandomGenerator random = Seeded.random(seed);
      this.twin = twin;
      int longest = 6;
      lengths = new int[batch];
      Arrays.setAll(lengths, b -> Math.max(1, longest - 2 * b));
      characters = new int[time * batch];
      Arrays.setAll(characters, i -> random.nextInt(-1, lengths[i % batch]));
      input = Seeded.matrix(time * batch, WindowedTwin.INPUT, random);
      context = Seeded.matrix(longest * batch, twin.window.size(), random);
      dOutput = Seeded.matrix(time * batch, twin.layer.outputSize(), random);
      state = Twin.state(twin.layer, batch, random);
      dState = Twin.state(twin.layer, batch, random);
    }

    private Example(Example all, int b) {
      int batch = all.lengths.length;
      twin = all.twin;
      lengths = new int[] {all.lengths[b]};
      characters = new int[all.characters.length / batch];
      Arrays.setAll(characters, t -> all.characters[t * batch + b]);
      input = part(all.input, batch, b);
      context = part(all.context, batch, b);
      dOutput = part(all.dOutput, batch, b);
      state = State.zero(List.of(twin.layer), 1);
      dState = State.zero(List.of(twin.layer), 1);
    }

    private static FMatrixRMaj part(FMatrixRMaj all, int batch, int b) {
      FMatrixRMaj single = new FMatrixRMaj(all.numRows / batch, all.numCols);
      single.setData(BatchRows.of(all.data, batch, b, all.numCols));
      return single;
    }

    Example sequence(int b) {
      return new Example(this, b);
    }

    float[] forward(Tape tape) {
      twin.window.attend(Padded.of(context), lengths, tape);
      return Padded.plain(twin.layer.forward(input, tape), twin.layer.outputSize()).data;
    }

    float[] backward(Tape tape) {
      return Padded.plain(twin.layer.backward(Padded.of(dOutput), tape), WindowedTwin.INPUT).data;
    }
  }
}
