package ductus.nn.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import ductus.nn.recurrent.IdleProducts;
import ductus.nn.recurrent.Recurrent;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** A recurrent layer that is the controller of a memory. */
class NeuralMemoryTest {
  private static final double STEP = 1e-5;

  /** Error as a share of the largest value; it grows with the root of the number of steps. */
  private static final double TOLERANCE = 1e-5;

  private static final MemoryShape SMALL = new MemoryShape(5, 3, 1, 1);
  private static final MemoryShape MANY_HEADS = new MemoryShape(4, 2, 2, 3);
  private static final MemoryShape WIDE = new MemoryShape(18, 4, 2, 1);

  private final Kernels kernels = KernelChoice.best();

  @Test
  void followsTheReferenceAndItsCentralDifferences() {
    try (Workers workers = new Workers(2)) {
      for (MemoryShape shape : List.of(SMALL, MANY_HEADS, WIDE)) {
        for (int time : new int[] {1, 2, 12}) {
          for (int batch : new int[] {1, 3}) {
            compare(TuringMachinePair.of(5, shape, workers), time, batch, workers);
          }
        }
      }
    }
  }

  private void compare(TuringMachinePair machine, int time, int batch, Workers workers) {
    String what = "%s, %d steps of %d sequences, ".formatted(machine, time, batch);
    double tolerance = TOLERANCE * Math.sqrt(1 + time);
    Example example = new Example(machine, time, batch, 1);
    State state = example.state.copy();
    State dState = example.dState.copy();
    Tape tape = new Tape(kernels, workers);
    tape.begin(time, batch, state);
    tape.carryGradient(dState);
    float[] output = machine.forward(example.input, tape);
    float[] dInput = machine.backward(example.dOutput, tape);

    double[] input = Closeness.widen(example.input);
    double[] initial = machine.plain(example.state);
    double[] dOutput = Closeness.widen(example.dOutput);
    double[] dFinal = machine.plain(example.dState);
    double[] moved = initial.clone();
    double[] expected = machine.reference.forward(input, time, batch, moved);
    require(what + "output", expected, Closeness.widen(output, expected.length), tolerance);
    require(what + "final state", moved, machine.plain(state), tolerance);
    DoubleSupplier loss =
        () -> {
          double[] last = initial.clone();
          double[] made = machine.reference.forward(input, time, batch, last);
          return product(made, dOutput) + product(last, dFinal);
        };
    double[] differences = differences(input, 0, input.length, loss);
    require(what + "dInput", differences, Closeness.widen(dInput, input.length), tolerance);
    require(
        what + "dInitialState",
        differences(initial, 0, initial.length, loss),
        machine.plain(dState),
        tolerance);
    for (Parameter parameter : machine.layer.parameters()) {
      require(
          what + parameter.name(),
          differences(
              machine.reference(parameter), machine.offset(parameter), parameter.size(), loss),
          Closeness.widen(tape.gradient(parameter).data, parameter.size()),
          tolerance);
    }
  }

  private static double[] differences(double[] values, int from, int count, DoubleSupplier loss) {
    double[] differences = new double[count];
    for (int i = 0; i < count; i++) {
      double value = values[from + i];
      values[from + i] = value + STEP;
      double above = loss.getAsDouble();
      values[from + i] = value - STEP;
      double below = loss.getAsDouble();
      values[from + i] = value;
      differences[i] = (above - below) / (2 * STEP);
    }
    return differences;
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  private static void require(String what, double[] expected, double[] actual, double tolerance) {
    double size = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    assertArrayEquals(expected, actual, tolerance * size, what);
  }

  @Test
  void aBiasThatIsOffIsNoticed() {
    try (Workers workers = new Workers(1)) {
      TuringMachinePair machine = TuringMachinePair.of(5, SMALL, workers);
      machine.reference.bias[4] += 0.01;
      assertThrows(AssertionError.class, () -> compare(machine, 2, 1, workers));
    }
  }

  @Test
  void bitsAreTheSameOnAnyNumberOfThreads() {
    String alone = bits(1);
    assertEquals(alone, bits(2));
    assertEquals(alone, bits(3));
  }

  private String bits(int threads) {
    try (Workers workers = new Workers(threads)) {
      TuringMachinePair machine = TuringMachinePair.of(33, WIDE, workers);
      Example example = new Example(machine, 9, 7, 1);
      Tape tape = new Tape(kernels, workers);
      tape.begin(9, 7, example.state);
      float[] output = machine.forward(example.input, tape);
      float[] dInput = machine.backward(example.dOutput, tape);
      StringBuilder bits =
          new StringBuilder(Seeded.bits(output, dInput, example.state.layer(0).data));
      for (Parameter parameter : machine.layer.parameters()) {
        bits.append(Seeded.bits(tape.gradient(parameter).data));
      }
      return bits.toString();
    }
  }

  @Test
  void aSequenceIsItsStepsToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      TuringMachinePair machine = TuringMachinePair.of(17, MANY_HEADS, workers);
      Example example = new Example(machine, 9, 4, 1);
      State stepped = example.state.copy();
      Tape tape = new Tape(kernels, workers);
      tape.begin(9, 4, example.state);
      float[] whole = machine.forward(example.input, tape);
      int row = 4 * machine.layer.outputSize();
      for (int t = 0; t < 9; t++) {
        tape.begin(1, 4, stepped);
        FMatrixRMaj step = new FMatrixRMaj(4, TuringMachinePair.INPUT);
        System.arraycopy(example.input.data, t * step.data.length, step.data, 0, step.data.length);
        assertArrayEquals(
            Arrays.copyOfRange(whole, t * row, (t + 1) * row), machine.forward(step, tape));
      }
      assertArrayEquals(example.state.layer(0).data, stepped.layer(0).data);
    }
  }

  @Test
  void aBatchIsItsSequencesToTheLastBit() {
    try (Workers workers = new Workers(2)) {
      TuringMachinePair machine = TuringMachinePair.of(17, WIDE, workers);
      Example example = new Example(machine, 6, 5, 1);
      State before = example.state.copy();
      State single = State.zero(List.of(machine.layer), 1);
      Tape tape = new Tape(kernels, workers);
      tape.begin(6, 5, example.state);
      float[] together = machine.forward(example.input, tape);
      float[] dTogether = machine.backward(example.dOutput, tape);
      for (int b = 0; b < 5; b++) {
        single.copyRow(before, b, 0);
        tape.begin(6, 1, single);
        assertArrayEquals(
            BatchRows.of(together, 5, b, machine.layer.outputSize()),
            machine.forward(
                matrix(BatchRows.of(example.input.data, 5, b, TuringMachinePair.INPUT), 6), tape));
        int outputs = machine.layer.outputSize();
        assertArrayEquals(
            BatchRows.of(dTogether, 5, b, TuringMachinePair.INPUT),
            machine.backward(matrix(BatchRows.of(example.dOutput.data, 5, b, outputs), 6), tape));
      }
    }
  }

  private static FMatrixRMaj matrix(float[] values, int rows) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, values.length / rows);
    matrix.setData(values);
    return matrix;
  }

  @Test
  void aPassAllocatesNothingOnceItsBuffersAreThere() throws Exception {
    try (Workers workers = new Workers(1)) {
      TuringMachinePair machine = TuringMachinePair.of(17, WIDE, workers);
      Example example = new Example(machine, 10, 2, 1);
      FMatrixRMaj dOutput = Padded.of(example.dOutput);
      List<Recurrent<FMatrixRMaj>> layers = List.of(machine.layer);
      Tape tape = new Tape(new IdleProducts(), workers);
      long bytes =
          Allocation.bytes(
              () -> {
                example.state.restart(layers, 2);
                tape.begin(10, 2, example.state);
                machine.layer.forward(example.input, tape);
                machine.layer.backward(dOutput, tape);
              });
      assertEquals(0, bytes);
    }
  }

  @Test
  void allHeadsStartAtTheFirstSlotOfAnEmptyMemory() {
    TuringMachinePair machine;
    try (Workers workers = new Workers(1)) {
      machine = TuringMachinePair.of(5, MANY_HEADS, workers);
    }
    State state = State.initial(List.of(machine.layer), 2);
    double[] plain = machine.plain(state);
    double[] expected = new double[plain.length];
    for (int b = 0; b < 2; b++) {
      for (int head = 0; head < 5; head++) {
        int weightings = (b + 1) * machine.reference.stateSize() - 5 * 4;
        expected[weightings + head * 4] = 1;
      }
    }
    assertArrayEquals(expected, plain);
  }

  @Test
  void weightingsSumToOneHoweverHardTheHeadsAreSteered() {
    try (Workers workers = new Workers(1)) {
      for (double bound : new double[] {1, 30, 1000}) {
        TuringMachinePair machine = TuringMachinePair.of(8, WIDE, workers);
        Tape tape = new Tape(kernels, workers);
        for (Parameter parameter : machine.memory.parameters()) {
          parameter
              .value()
              .setData(Seeded.floats(parameter.size(), bound, Seeded.random((long) bound)));
        }
        machine.layer.repack(tape);
        Example example = new Example(machine, 30, 1, 3);
        State state = State.initial(List.of(machine.layer), 1);
        tape.begin(30, 1, state);
        machine.forward(example.input, tape);
        float[] weighting = new float[WIDE.slots()];
        for (int t = 0; t < 30; t++) {
          for (int head = 0; head < 3; head++) {
            machine.memory.weighting(t, 0, head, weighting, tape);
            double sum = 0;
            for (float share : weighting) {
              assertTrue(share >= 0, "weights within " + bound);
              sum += share;
            }
            assertEquals(1, sum, 1e-5, "weights within " + bound);
          }
        }
        machine.backward(example.dOutput, tape);
        for (Parameter parameter : machine.layer.parameters()) {
          for (float gradient : tape.gradient(parameter).data) {
            assertTrue(Float.isFinite(gradient), "%s within %s".formatted(parameter.name(), bound));
          }
        }
      }
    }
  }

  /** Random inputs and gradients. */
  private static final class Example {
    final FMatrixRMaj input;
    final FMatrixRMaj dOutput;
    final State state;
    final State dState;

    Example(TuringMachinePair machine, int time, int batch, long seed) {
      RandomGenerator random = Seeded.random(seed);
      input =
          matrix(Seeded.floats(time * batch * TuringMachinePair.INPUT, 1, random), time * batch);
      int outputs = time * batch * machine.layer.outputSize();
      dOutput = matrix(Seeded.floats(outputs, 1, random), time * batch);
      state = machine.state(batch, random);
      dState = machine.state(batch, random);
    }
  }
}
