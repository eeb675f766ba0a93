package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.nn.GradientCheck;
import ductus.nn.attention.ReferenceWindow;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The reference is right, so that the engine can be held against it. */
class ReferenceWindowedTest {
  private static final int INPUT = 2;
  private static final int HIDDEN = 4;
  private static final int SIZE = 3;
  private static final int COMPONENTS = 2;
  private static final int LONGEST = 5;

  @Test
  void gradientsAreCentralDifferences() {
    for (String kind : new String[] {"lstm", "gru"}) {
      for (int time : new int[] {1, 2, 12}) {
        for (int batch : new int[] {1, 3}) {
          for (double strength : new double[] {0, 0.7}) {
            new Case(kind, time, batch, strength).checkAll();
          }
        }
      }
    }
  }

  @Test
  void aFlippedSignIsNoticed() {
    Case flipped = new Case("lstm", 2, 3, 0.7);
    flipped.backward();
    double[] gradient = flipped.layer.window.dBias();
    gradient[gradient.length - 1] *= -1;
    AssertionError noticed =
        assertThrows(
            AssertionError.class,
            () -> flipped.check("bias", flipped.layer.window.bias(), gradient));
    assertTrue(noticed.toString().contains("bias[5]"), noticed.toString());
  }

  /** A loss of fixed shares of the outputs and of the final state, and of the alignment. */
  private static final class Case {
    final ReferenceWindowed layer;
    private final int time;
    private final int[] lengths;
    private final double[] input;
    private final double[] context;
    private final double[] initialState;
    private final double[] share;
    private final double[] finalShare;

    Case(String kind, int time, int batch, double strength) {
      this.time = time;
      ReferenceCell cell = ReferenceCell.of(kind, INPUT + SIZE, HIDDEN);
      layer = new ReferenceWindowed(cell, new ReferenceWindow(HIDDEN, SIZE, COMPONENTS));
      RandomGenerator random = Seeded.random(time * 10L + batch);
      for (ReferenceMatrix weights : cell.parameters()) {
        fill(weights.value, 0.8, random);
      }
      fill(layer.window.weights(), 0.8, random);
      fill(layer.window.bias(), 0.8, random);
      lengths = new int[batch];
      Arrays.setAll(lengths, b -> LONGEST - b);
      input = Seeded.doubles(time * batch * INPUT, 1, random);
      context = Seeded.doubles(LONGEST * batch * SIZE, 1, random);
      initialState = Seeded.doubles(batch * layer.stateSize(), 1, random);
      share = Seeded.doubles(time * batch * layer.outputSize(), 1, random);
      finalShare = Seeded.doubles(batch * layer.stateSize(), 1, random);
      int[] characters = new int[time * batch];
      Arrays.setAll(characters, i -> random.nextInt(-1, lengths[i % batch]));
      layer.align(characters, strength);
    }

    private static void fill(double[] values, double bound, RandomGenerator random) {
      System.arraycopy(Seeded.doubles(values.length, bound, random), 0, values, 0, values.length);
    }

    double loss() {
      layer.attend(context, lengths);
      double[] output = layer.forward(input, time, initialState);
      return dot(share, output) + dot(finalShare, layer.finalState()) + layer.alignmentLoss();
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    double[] backward() {
      loss();
      return layer.backward(share, finalShare);
    }

    void check(String name, double[] values, double[] gradient) {
      GradientCheck.check(name, values, gradient, this::loss);
    }

    void checkAll() {
      double[] dInput = backward();
      for (ReferenceMatrix weights : layer.cell.parameters()) {
        check(weights.name, weights.value, weights.gradient);
      }
      check("window_weight", layer.window.weights(), layer.window.dWeights());
      check("window_bias", layer.window.bias(), layer.window.dBias());
      check("context", context, layer.dContext(LONGEST));
      check("input", input, dInput);
      check("initial state", initialState, layer.dInitialState());
    }
  }
}
