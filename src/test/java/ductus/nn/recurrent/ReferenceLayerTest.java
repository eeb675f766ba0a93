package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.nn.GradientCheck;
import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The references are right, so that the engine can be held against them. */
class ReferenceLayerTest {
  private static final int INPUT = 3;
  private static final int HIDDEN = 4;

  /** The file has twelve digits. */
  private static final double PYTORCH = 1e-10;

  /** Kinds without numbers from PyTorch: central differences check them. */
  private static final Set<String> ONLY_HERE = Set.of("mingru", "sru", "minlstm", "qrnn");

  private final Golden golden = new Golden("/ductus/nn/recurrent/cells_golden.txt");
  private final int[] lengths =
      Arrays.stream(golden.matrix("lengths")).mapToInt(length -> (int) length).toArray();

  @Test
  void gradientsAreCentralDifferences() {
    for (String kind : ReferenceCell.KINDS) {
      for (int time : new int[] {1, 2, 12}) {
        for (int batch : new int[] {1, 3}) {
          for (boolean masked : new boolean[] {false, true}) {
            for (boolean backwards : new boolean[] {false, true}) {
              new Case(kind, time, batch, masked, backwards).checkAll();
            }
          }
        }
      }
    }
  }

  @Test
  void aFlippedSignIsNoticed() {
    for (String kind : ReferenceCell.KINDS) {
      Case flipped = new Case(kind, 2, 3, false, false);
      flipped.backward();
      ReferenceMatrix weights = flipped.cell.parameters().get(1);
      int entry = 0;
      while (Math.abs(weights.gradient[entry]) < 0.01) {
        entry++;
      }
      weights.gradient[entry] *= -1;
      AssertionError noticed = assertThrows(AssertionError.class, () -> flipped.check(weights));
      String place = weights.name + "[" + entry + "]";
      assertTrue(noticed.toString().contains(place), noticed.toString());
    }
  }

  @Test
  void gradientsOfALearnedInitialStateAreCentralDifferences() {
    Case learned = new Case("lstm", 12, 3, true, false);
    double[] shared = Seeded.doubles(learned.cell.stateSize(), 1, Seeded.random(3));
    learned.spread(shared);
    learned.backward();
    double[] gradient = new double[shared.length];
    for (int i = 0; i < learned.layer.dInitialState().length; i++) {
      gradient[i % shared.length] += learned.layer.dInitialState()[i];
    }
    GradientCheck.check(
        "initial state",
        shared,
        gradient,
        () -> {
          learned.spread(shared);
          return learned.loss();
        });
  }

  @Test
  void anLstmIsTheReferenceThatStandsByItself() {
    Case one = new Case("lstm", 12, 3, false, false);
    ReferenceLstm other = new ReferenceLstm(INPUT, HIDDEN);
    copy(one.cell.parameters().get(0).value, other.inputWeights);
    copy(one.cell.parameters().get(1).value, other.recurrentWeights);
    copy(one.cell.parameters().get(2).value, other.bias);
    Arrays.fill(one.initialState, 0);
    double[] zero = new double[3 * HIDDEN];
    assertArrayEquals(other.forward(one.input, 12, 3, zero, zero), one.forward(), 1e-14);
  }

  @Test
  void outputsAndGradientsAreThoseOfPyTorch() {
    for (String kind : ReferenceCell.KINDS) {
      if (ONLY_HERE.contains(kind)) {
        continue;
      }
      ReferenceCell cell = ReferenceCell.of(kind, INPUT, HIDDEN);
      ReferenceLayer layer = new ReferenceLayer(cell, false);
      readWeights(kind, "", cell);
      int time = lengths[0];
      double[] output =
          layer.forward(
              golden.matrix(kind + ":input"), time, lengths, golden.matrix(kind + ":initial"));
      double[] dInput =
          layer.backward(
              golden.matrix(kind + ":share"), new double[lengths.length * cell.stateSize()]);
      requireParity(kind + ":output", output);
      requireParity(kind + ":final", layer.finalState());
      requireParity(kind + ":dInput", dInput);
      requireParity(kind + ":dInitial", layer.dInitialState());
      requireGradients(kind, "", cell);
    }
  }

  @Test
  void bothDirectionsOverPaddedSequencesAreThoseOfPyTorch() {
    for (String cell : new String[] {"lstm", "gru"}) {
      String kind = "bidirectional-" + cell;
      ReferenceCell forwards = ReferenceCell.of(cell, INPUT, HIDDEN);
      ReferenceCell backwards = ReferenceCell.of(cell, INPUT, HIDDEN);
      readWeights(kind, "forward.", forwards);
      readWeights(kind, "backward.", backwards);
      ReferenceBidirectional layer = new ReferenceBidirectional(forwards, backwards);
      requireParity(
          kind + ":output", layer.forward(golden.matrix(kind + ":input"), lengths[0], lengths));
      requireParity(kind + ":dInput", layer.backward(golden.matrix(kind + ":share")));
      requireGradients(kind, "forward.", forwards);
      requireGradients(kind, "backward.", backwards);
    }
  }

  private void readWeights(String kind, String prefix, ReferenceCell cell) {
    for (ReferenceMatrix weights : cell.parameters()) {
      copy(golden.matrix(kind + ":weights:" + prefix + weights.name), weights.value);
    }
  }

  private void requireGradients(String kind, String prefix, ReferenceCell cell) {
    for (ReferenceMatrix weights : cell.parameters()) {
      requireParity(kind + ":gradient:" + prefix + weights.name, weights.gradient);
    }
  }

  private void requireParity(String name, double[] actual) {
    assertArrayEquals(golden.matrix(name), actual, PYTORCH, name);
  }

  private static void copy(double[] from, double[] to) {
    assertEquals(from.length, to.length);
    System.arraycopy(from, 0, to, 0, to.length);
  }

  /** A loss that is a fixed weighted sum of the outputs and of the final state. */
  private static final class Case {
    final ReferenceCell cell;
    final ReferenceLayer layer;
    final double[] input;
    final double[] initialState;
    private final int time;
    private final int[] lengths;
    private final double[] share;
    private final double[] finalShare;

    Case(String kind, int time, int batch, boolean masked, boolean backwards) {
      this.time = time;
      cell = ReferenceCell.of(kind, INPUT, HIDDEN);
      layer = new ReferenceLayer(cell, backwards);
      RandomGenerator random = Seeded.random(time * 10L + batch);
      for (ReferenceMatrix weights : cell.parameters()) {
        copy(Seeded.doubles(weights.value.length, 0.8, random), weights.value);
      }
      lengths = new int[batch];
      Arrays.setAll(lengths, b -> masked ? Math.max(1, time - b) : time);
      input = Seeded.doubles(time * batch * INPUT, 1, random);
      initialState = Seeded.doubles(batch * cell.stateSize(), 1, random);
      share = Seeded.doubles(time * batch * HIDDEN, 1, random);
      finalShare = Seeded.doubles(batch * cell.stateSize(), 1, random);
    }

    /** Gives all sequences the same initial state. */
    void spread(double[] state) {
      Arrays.setAll(initialState, i -> state[i % state.length]);
    }

    double[] forward() {
      return layer.forward(input, time, lengths, initialState);
    }

    double loss() {
      double[] output = forward();
      return dot(share, output) + dot(finalShare, layer.finalState());
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    double[] backward() {
      forward();
      return layer.backward(share, finalShare);
    }

    void check(ReferenceMatrix weights) {
      GradientCheck.check(weights.name, weights.value, weights.gradient, this::loss);
    }

    void checkAll() {
      double[] dInput = backward();
      cell.parameters().forEach(this::check);
      GradientCheck.check("input", input, dInput, this::loss);
      GradientCheck.check("initial state", initialState, layer.dInitialState(), this::loss);
    }
  }
}
