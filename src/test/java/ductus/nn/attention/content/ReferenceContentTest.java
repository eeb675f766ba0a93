package ductus.nn.attention.content;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.nn.GradientCheck;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The reference is right, so that the engine can be held against it. */
class ReferenceContentTest {
  @Test
  void gradientsAreCentralDifferences() {
    for (boolean additive : new boolean[] {true, false}) {
      for (int positions : new int[] {1, 2, 5}) {
        new Case(additive, positions).checkAll();
      }
    }
  }

  @Test
  void aFlippedSignIsNoticed() {
    Case flipped = new Case(true, 4);
    flipped.backward();
    flipped.reference.dScore[2] *= -1;
    AssertionError noticed =
        assertThrows(
            AssertionError.class,
            () -> flipped.check("v", flipped.reference.score, flipped.reference.dScore));
    assertTrue(noticed.toString().contains("v[2]"), noticed.toString());
  }

  /** A loss of fixed shares of the vector. */
  private static final class Case {
    final ReferenceContent reference;
    private final double[] hidden;
    private final double[][] context;
    private final double[] share;
    private final double[] dHidden;
    private final double[][] dContext;

    Case(boolean additive, int positions) {
      RandomGenerator random = Seeded.random(positions);
      reference = new ReferenceContent(4, 3, 5, additive);
      for (double[] values : new double[][] {reference.asking, reference.keys, reference.score}) {
        System.arraycopy(Seeded.doubles(values.length, 1, random), 0, values, 0, values.length);
      }
      hidden = Seeded.doubles(4, 1, random);
      context = new double[positions][];
      Arrays.setAll(context, u -> Seeded.doubles(3, 1, random));
      share = Seeded.doubles(3, 1, random);
      dHidden = new double[4];
      dContext = new double[positions][3];
    }

    double loss() {
      double[] vector = reference.vector(hidden, context);
      double sum = 0;
      for (int i = 0; i < vector.length; i++) {
        sum += share[i] * vector[i];
      }
      return sum;
    }

    void backward() {
      reference.back(hidden, context, share, dHidden, dContext);
    }

    void check(String name, double[] values, double[] gradient) {
      GradientCheck.check(name, values, gradient, this::loss);
    }

    void checkAll() {
      backward();
      check("W", reference.asking, reference.dAsking);
      if (reference.additive) {
        check("U", reference.keys, reference.dKeys);
        check("v", reference.score, reference.dScore);
      }
      check("h", hidden, dHidden);
      for (int u = 0; u < context.length; u++) {
        check("c" + u, context[u], dContext[u]);
      }
    }
  }
}
