package ductus.nn.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.GradientCheck;
import ductus.nn.Padded;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class MeanOverTimeTest {
  private static final int SIZE = 5;

  @Test
  void isTheReferenceForwardAndBackward() {
    for (int time : new int[] {1, 2, 12}) {
      for (int batch : new int[] {1, 3}) {
        for (boolean padded : new boolean[] {false, true}) {
          int[] lengths = lengths(time, batch, padded);
          RandomGenerator random = Seeded.random(time + batch);
          float[] input = Seeded.floats(time * batch * SIZE, 1, random);
          float[] weights = Seeded.floats(time * batch * SIZE, 1, random);
          Passed passed = run(input, weights, time, lengths, 2);
          double[] wide = Closeness.widen(input, input.length);
          Closeness.require("mean", mean(wide, lengths), passed.output, input.length, 1e-6);
          double[] gradient = gradient(Closeness.widen(weights, weights.length), time, lengths);
          GradientCheck.check(
              "input",
              wide,
              gradient,
              () -> dot(mean(wide, lengths), Closeness.widen(weights, weights.length)));
          Closeness.require("gradient", gradient, passed.dInput, input.length, 1e-6);
        }
      }
    }
  }

  @Test
  void whatStandsBehindTheEndChangesNothing() {
    int[] lengths = {3, 5};
    float[] input = Seeded.floats(5 * 2 * SIZE, 1, Seeded.random(4));
    float[] weights = Seeded.floats(5 * 2 * SIZE, 1, Seeded.random(5));
    float[] before = run(input, weights, 5, lengths, 1).output;
    float[] changed = input.clone();
    changed[4 * 2 * SIZE] += 7;
    assertArrayEquals(before, run(changed, weights, 5, lengths, 1).output);
    changed[2 * 2 * SIZE] += 7;
    assertNotEquals(
        before[2 * 2 * SIZE], run(changed, weights, 5, lengths, 1).output[2 * 2 * SIZE]);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    int[] lengths = {9, 2, 7, 1, 9};
    float[] input = Seeded.floats(9 * 5 * SIZE, 1, Seeded.random(6));
    float[] weights = Seeded.floats(9 * 5 * SIZE, 1, Seeded.random(7));
    Passed one = run(input, weights, 9, lengths, 1);
    Passed three = run(input, weights, 9, lengths, 3);
    assertArrayEquals(one.output, three.output);
    assertArrayEquals(one.dInput, three.dInput);
    assertEquals(input.length, one.output.length);
  }

  private static final class Passed {
    private float[] output = new float[0];
    private float[] dInput = new float[0];
  }

  private static int[] lengths(int time, int batch, boolean padded) {
    int[] lengths = new int[batch];
    for (int b = 0; b < batch; b++) {
      lengths[b] = padded && b > 0 ? Math.max(1, time - 3 * b) : time;
    }
    return lengths;
  }

  private static Passed run(float[] input, float[] weights, int time, int[] lengths, int threads) {
    MeanOverTime layer = new MeanOverTime(SIZE);
    Passed passed = new Passed();
    try (Workers workers = new Workers(threads)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      tape.begin(time, lengths.length, State.zero(List.of(), lengths.length));
      tape.pad(lengths);
      int rows = time * lengths.length;
      passed.output =
          Padded.plain(layer.forward(Padded.of(matrix(rows, input)), tape), SIZE).data.clone();
      passed.dInput =
          Padded.plain(layer.backward(Padded.of(matrix(rows, weights)), tape), SIZE).data.clone();
    }
    return passed;
  }

  private static FMatrixRMaj matrix(int rows, float[] values) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, SIZE);
    System.arraycopy(values, 0, matrix.data, 0, values.length);
    return matrix;
  }

  private static double[] mean(double[] input, int[] lengths) {
    int batch = lengths.length;
    double[] output = new double[input.length];
    for (int b = 0; b < batch; b++) {
      for (int c = 0; c < SIZE; c++) {
        double sum = 0;
        for (int t = 0; t < lengths[b]; t++) {
          sum += input[(t * batch + b) * SIZE + c];
        }
        output[((lengths[b] - 1) * batch + b) * SIZE + c] = sum / lengths[b];
      }
    }
    return output;
  }

  private static double[] gradient(double[] dOutput, int time, int[] lengths) {
    int batch = lengths.length;
    double[] dInput = new double[dOutput.length];
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < Math.min(time, lengths[b]); t++) {
        for (int c = 0; c < SIZE; c++) {
          dInput[(t * batch + b) * SIZE + c] =
              dOutput[((lengths[b] - 1) * batch + b) * SIZE + c] / lengths[b];
        }
      }
    }
    return dInput;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
