package ductus.nn.reservoir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.BatchRows;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class ReservoirTest {
  private static final int INPUT = 3;
  private static final ReservoirShape SHAPE = new ReservoirShape(0.9, 0.4, 0.7, 5);

  private final Kernels kernels = KernelChoice.best();

  private static Reservoir reservoir(ReservoirShape shape, int units, long seed) {
    Reservoir reservoir = new Reservoir("esn.0", INPUT, units, shape, 0);
    reservoir.initialize(Seeded.random(seed));
    return reservoir;
  }

  private float[] run(
      Reservoir reservoir, float[] input, int time, int batch, State state, int threads) {
    try (Workers workers = new Workers(threads)) {
      Tape tape = new Tape(kernels, workers);
      reservoir.repack(tape);
      FMatrixRMaj matrix = new FMatrixRMaj(time * batch, INPUT);
      matrix.setData(input);
      tape.begin(time, batch, state);
      return Padded.plain(reservoir.forward(matrix, tape), reservoir.outputSize()).data;
    }
  }

  private static State zero(Reservoir reservoir, int batch) {
    return State.initial(List.of(reservoir), batch);
  }

  @Test
  void followsItsFormulaAndItsEcho() {
    for (int units : new int[] {4, 16, 33}) {
      for (int time : new int[] {1, 2, 12}) {
        for (int batch : new int[] {1, 3}) {
          Reservoir reservoir = reservoir(SHAPE, units, units);
          float[] input = Seeded.floats(time * batch * INPUT, 2, Seeded.random(time));
          float[] output = run(reservoir, input, time, batch, zero(reservoir, batch), 2);
          for (int b = 0; b < batch; b++) {
            ReservoirRun echo = reservoir.echo();
            double[] plain = new double[units];
            for (int t = 0; t < time; t++) {
              int row = t * batch + b;
              double[] given = new double[INPUT];
              for (int k = 0; k < INPUT; k++) {
                given[k] = input[row * INPUT + k];
              }
              plain = formula(reservoir, given, plain);
              assertArrayEquals(plain, echo.step(given), 1e-12);
              for (int u = 0; u < units; u++) {
                assertEquals(plain[u], output[row * units + u], 1e-6);
              }
            }
          }
        }
      }
    }
  }

  /** A step over the whole matrix of recurrent weights. */
  private static double[] formula(Reservoir reservoir, double[] input, double[] state) {
    List<Parameter> parameters = reservoir.parameters();
    double[][] recurrent = dense(reservoir);
    double[] next = new double[state.length];
    for (int u = 0; u < state.length; u++) {
      double sum = parameters.get(1).value().get(0, u);
      for (int k = 0; k < input.length; k++) {
        sum += input[k] * parameters.get(0).value().get(k, u);
      }
      for (int from = 0; from < state.length; from++) {
        sum += state[from] * recurrent[from][u];
      }
      next[u] = (1 - SHAPE.leak()) * state[u] + SHAPE.leak() * StrictMath.tanh(sum);
    }
    return next;
  }

  private static double[][] dense(Reservoir reservoir) {
    FMatrixRMaj weights = reservoir.parameters().get(2).value();
    FMatrixRMaj sources = reservoir.parameters().get(3).value();
    double[][] recurrent = new double[weights.numRows][weights.numRows];
    for (int u = 0; u < weights.numRows; u++) {
      for (int c = 0; c < weights.numCols; c++) {
        recurrent[(int) sources.get(u, c)][u] += weights.get(u, c);
      }
    }
    return recurrent;
  }

  @Test
  void everyUnitHasConnectionsFromDifferentUnits() {
    Reservoir reservoir = reservoir(SHAPE, 20, 3);
    FMatrixRMaj sources = reservoir.parameters().get(3).value();
    for (int u = 0; u < 20; u++) {
      int unit = u;
      assertEquals(5, IntStream.range(0, 5).mapToObj(c -> sources.get(unit, c)).distinct().count());
    }
    assertEquals(3, reservoir(SHAPE, 3, 3).parameters().get(3).value().numCols);
  }

  @Test
  void aSequenceIsItsStepsAndABatchItsRows() {
    Reservoir reservoir = reservoir(SHAPE, 40, 5);
    RandomGenerator random = Seeded.random(6);
    float[] input = Seeded.floats(8 * 3 * INPUT, 1, random);
    State state = State.zero(List.of(reservoir), 3);
    state.layer(0).setData(Seeded.floats(3 * 40, 1, random));
    State stepped = state.copy();
    State alone = state.copy();
    float[] whole = run(reservoir, input, 8, 3, state, 2);
    for (int t = 0; t < 8; t++) {
      float[] step = Arrays.copyOfRange(input, t * 3 * INPUT, (t + 1) * 3 * INPUT);
      assertArrayEquals(
          Arrays.copyOfRange(whole, t * 3 * 40, (t + 1) * 3 * 40),
          run(reservoir, step, 1, 3, stepped, 1));
    }
    assertArrayEquals(state.layer(0).data, stepped.layer(0).data);
    for (int b = 0; b < 3; b++) {
      State row = State.zero(List.of(reservoir), 1);
      row.copyRow(alone, b, 0);
      assertArrayEquals(
          BatchRows.of(whole, 3, b, 40),
          run(reservoir, BatchRows.of(input, 3, b, INPUT), 8, 1, row, 1));
    }
  }

  @Test
  void bitsAreTheSameOnAnyNumberOfThreads() {
    Reservoir reservoir = reservoir(SHAPE, 50, 7);
    float[] input = Seeded.floats(9 * 2 * INPUT, 1, Seeded.random(8));
    float[] one = run(reservoir, input, 9, 2, zero(reservoir, 2), 1);
    assertArrayEquals(one, run(reservoir, input, 9, 2, zero(reservoir, 2), 2));
    assertArrayEquals(one, run(reservoir, input, 9, 2, zero(reservoir, 2), 3));
  }

  @Test
  void nothingGoesBackAndNothingIsLearned() {
    Reservoir reservoir = reservoir(SHAPE, 20, 9);
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(kernels, workers);
      reservoir.repack(tape);
      FMatrixRMaj input = Padded.of(new FMatrixRMaj(6, INPUT));
      FMatrixRMaj dOutput = new FMatrixRMaj(6, 32);
      Arrays.fill(dOutput.data, 1);
      State dState = State.zero(List.of(reservoir), 2);
      Arrays.fill(dState.layer(0).data, 1);
      tape.begin(3, 2, zero(reservoir, 2));
      tape.carryGradient(dState);
      reservoir.forward(input, tape);
      FMatrixRMaj dInput = reservoir.backward(dOutput, tape);
      assertEquals(6, dInput.numRows);
      assertArrayEquals(new float[6 * 16], Arrays.copyOf(dInput.data, 6 * 16));
      assertArrayEquals(new float[40], dState.layer(0).data);
    }
    assertTrue(reservoir.parameters().stream().allMatch(Parameter::isFrozen));
  }

  @Test
  void belowASpectralRadiusOfOneItForgetsHowItBegan() {
    for (double radius : new double[] {0.8, 1.6}) {
      Reservoir reservoir = reservoir(new ReservoirShape(radius, 1, 0.1, 10), 100, 11);
      float[] input = Seeded.floats(400 * INPUT, 0.1, Seeded.random(12));
      State other = zero(reservoir, 1);
      other.layer(0).setData(Seeded.floats(100, 1, Seeded.random(13)));
      float[] one = run(reservoir, input, 400, 1, zero(reservoir, 1), 1);
      float[] two = run(reservoir, input, 400, 1, other, 1);
      double difference = 0;
      for (int u = 399 * 100; u < 400 * 100; u++) {
        difference = Math.max(difference, Math.abs(one[u] - two[u]));
      }
      assertEquals(radius < 1, difference < 1e-5, radius + ": " + difference);
    }
    assertFalse(new ReservoirShape(0.99, 1, 1, 1).mayNotForget());
    assertTrue(new ReservoirShape(1, 1, 1, 1).mayNotForget());
  }
}
