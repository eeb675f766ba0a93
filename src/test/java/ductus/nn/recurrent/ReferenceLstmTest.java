package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.nn.GradientCheck;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The reference is right, by central differences, so that the engine can be held against it. */
class ReferenceLstmTest {
  private static final int INPUT = 3;
  private static final int HIDDEN = 4;

  @Test
  void gradientsAreCentralDifferences() {
    for (int time : new int[] {1, 2, 12}) {
      for (int batch : new int[] {1, 3}) {
        for (boolean masked : new boolean[] {false, true}) {
          new Case(time, batch, masked).checkAll();
        }
      }
    }
  }

  @Test
  void aFlippedSignIsNoticed() {
    Case flipped = new Case(2, 3, false);
    flipped.backward();
    flipped.lstm.dRecurrentWeights[7] *= -1;
    AssertionError noticed =
        assertThrows(
            AssertionError.class,
            () ->
                GradientCheck.check(
                    "recurrent weights",
                    flipped.lstm.recurrentWeights,
                    flipped.lstm.dRecurrentWeights,
                    flipped::loss));
    assertTrue(noticed.toString().contains("recurrent weights[7]"), noticed.toString());
  }

  @Test
  void aGradientThatIsOffByTenMillionthsIsNoticed() {
    Case wrong = new Case(12, 1, false);
    wrong.backward();
    for (int i = 0; i < wrong.lstm.dBias.length; i++) {
      wrong.lstm.dBias[i] *= 1 + 1e-5;
    }
    assertThrows(
        AssertionError.class,
        () -> GradientCheck.check("bias", wrong.lstm.bias, wrong.lstm.dBias, wrong::loss));
  }

  /** A loss that is a fixed weighted sum of the hidden states; masked tails weigh nothing. */
  private static final class Case {
    final ReferenceLstm lstm = new ReferenceLstm(INPUT, HIDDEN);
    private final int time;
    private final int batch;
    private final double[] input;
    private final double[] initialHidden;
    private final double[] initialCell;
    private final double[] share;

    Case(int time, int batch, boolean masked) {
      this.time = time;
      this.batch = batch;
      RandomGenerator random = Seeded.random(time * 10L + batch);
      fill(lstm.inputWeights, random);
      fill(lstm.recurrentWeights, random);
      fill(lstm.bias, random);
      input = Seeded.doubles(time * batch * INPUT, 1, random);
      initialHidden = Seeded.doubles(batch * HIDDEN, 1, random);
      initialCell = Seeded.doubles(batch * HIDDEN, 1, random);
      share = Seeded.doubles(time * batch * HIDDEN, 1, random);
      if (masked) {
        for (int row = 0; row < time * batch; row++) {
          if (row / batch >= time - row % batch) {
            Arrays.fill(share, row * HIDDEN, (row + 1) * HIDDEN, 0);
          }
        }
      }
    }

    private static void fill(double[] values, RandomGenerator random) {
      System.arraycopy(Seeded.doubles(values.length, 0.8, random), 0, values, 0, values.length);
    }

    double loss() {
      double[] hidden = lstm.forward(input, time, batch, initialHidden, initialCell);
      double loss = 0;
      for (int i = 0; i < hidden.length; i++) {
        loss += share[i] * hidden[i];
      }
      return loss;
    }

    double[] backward() {
      loss();
      return lstm.backward(share);
    }

    void checkAll() {
      double[] dInput = backward();
      GradientCheck.check("input weights", lstm.inputWeights, lstm.dInputWeights, this::loss);
      GradientCheck.check(
          "recurrent weights", lstm.recurrentWeights, lstm.dRecurrentWeights, this::loss);
      GradientCheck.check("bias", lstm.bias, lstm.dBias, this::loss);
      GradientCheck.check("input", input, dInput, this::loss);
    }
  }
}
