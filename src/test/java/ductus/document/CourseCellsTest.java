package ductus.document;

import static ductus.document.Rows.addOuter;
import static ductus.document.Rows.dot;
import static ductus.document.Rows.plus;
import static ductus.document.Rows.sigmoid;
import static ductus.document.Rows.times;
import static ductus.document.Rows.timesTransposed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.nn.GradientCheck;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The derivations of the course's chapters 2 to 4, held against differences. */
class CourseCellsTest {
  private static final int STEPS = 5;
  private static final int INPUTS = 2;
  private static final int UNITS = 3;

  private final RandomGenerator random = Seeded.random(1);
  private final double[][] inputs = Rows.drawn(STEPS, INPUTS, 1, random);

  /** The gradient of each step's loss with regard to its state. */
  private final double[][] wanted = Rows.drawn(STEPS, UNITS, 1, random);

  private double loss(double[][] states) {
    double sum = 0;
    for (int t = 0; t < STEPS; t++) {
      sum += dot(wanted[t], states[t]);
    }
    return sum;
  }

  private static double[] before(double[][] states, int t) {
    return t == 0 ? new double[UNITS] : states[t - 1];
  }

  /** Gate k of a row of several. */
  private static double[] gate(double[] row, int k) {
    return Arrays.copyOfRange(row, k * UNITS, (k + 1) * UNITS);
  }

  @Test
  void chapter2TakesTheGradientOfAllWeightsInOneProduct() {
    double[] in = Seeded.doubles(INPUTS * UNITS, 1, random);
    double[] recurrent = Seeded.doubles(UNITS * UNITS, 1, random);
    double[][] states = elman(in, recurrent);
    double[] dIn = new double[in.length];
    double[] dRecurrent = new double[recurrent.length];
    double[] delta = new double[UNITS];
    for (int t = STEPS - 1; t >= 0; t--) {
      delta = plus(wanted[t], timesTransposed(delta, recurrent));
      for (int u = 0; u < UNITS; u++) {
        delta[u] *= 1 - states[t][u] * states[t][u];
      }
      addOuter(inputs[t], delta, dIn);
      addOuter(before(states, t), delta, dRecurrent);
    }
    GradientCheck.check("W", in, dIn, () -> loss(elman(in, recurrent)));
    GradientCheck.check("U", recurrent, dRecurrent, () -> loss(elman(in, recurrent)));
  }

  private double[][] elman(double[] in, double[] recurrent) {
    double[][] states = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      states[t] = plus(times(inputs[t], in), times(before(states, t), recurrent));
      Arrays.setAll(states[t], at(states[t]));
    }
    return states;
  }

  private static IntToDoubleFunction at(double[] sums) {
    return u -> StrictMath.tanh(sums[u]);
  }

  /** What each step of an LSTM came to: gates i, f, o, g, the cell state and the hidden state. */
  private static final class Lstm {
    final double[][] gates = new double[STEPS][];
    final double[][] cells = new double[STEPS][];
    final double[][] states = new double[STEPS][];
  }

  private Lstm lstm(double[] in, double[] recurrent) {
    Lstm run = new Lstm();
    for (int t = 0; t < STEPS; t++) {
      double[] a = plus(times(inputs[t], in), times(before(run.states, t), recurrent));
      for (int j = 0; j < a.length; j++) {
        a[j] = j < 3 * UNITS ? sigmoid(a[j]) : StrictMath.tanh(a[j]);
      }
      run.gates[t] = a;
      run.cells[t] = new double[UNITS];
      run.states[t] = new double[UNITS];
      for (int u = 0; u < UNITS; u++) {
        double kept = a[UNITS + u] * before(run.cells, t)[u];
        run.cells[t][u] = kept + a[u] * a[3 * UNITS + u];
        run.states[t][u] = a[2 * UNITS + u] * StrictMath.tanh(run.cells[t][u]);
      }
    }
    return run;
  }

  @Test
  void chapter3GoesBackThroughAnLstm() {
    double[] in = Seeded.doubles(INPUTS * 4 * UNITS, 1, random);
    double[] recurrent = Seeded.doubles(UNITS * 4 * UNITS, 1, random);
    Lstm run = lstm(in, recurrent);
    double[] dIn = new double[in.length];
    double[] dRecurrent = new double[recurrent.length];
    double[] delta = new double[4 * UNITS];
    double[] dCell = new double[UNITS];
    for (int t = STEPS - 1; t >= 0; t--) {
      double[] dState = plus(wanted[t], timesTransposed(delta, recurrent));
      for (int u = 0; u < UNITS; u++) {
        double i = run.gates[t][u];
        double f = run.gates[t][UNITS + u];
        double o = run.gates[t][2 * UNITS + u];
        double g = run.gates[t][3 * UNITS + u];
        double shown = StrictMath.tanh(run.cells[t][u]);
        double carried = t == STEPS - 1 ? 0 : dCell[u] * run.gates[t + 1][UNITS + u];
        dCell[u] = dState[u] * o * (1 - shown * shown) + carried;
        delta[u] = dCell[u] * g * i * (1 - i);
        delta[UNITS + u] = dCell[u] * before(run.cells, t)[u] * f * (1 - f);
        delta[2 * UNITS + u] = dState[u] * shown * o * (1 - o);
        delta[3 * UNITS + u] = dCell[u] * i * (1 - g * g);
      }
      addOuter(inputs[t], delta, dIn);
      addOuter(before(run.states, t), delta, dRecurrent);
    }
    GradientCheck.check("W", in, dIn, () -> loss(lstm(in, recurrent).states));
    GradientCheck.check("U", recurrent, dRecurrent, () -> loss(lstm(in, recurrent).states));
  }

  @Test
  void chapter3StartsForgetGatesByTheLag() {
    for (double lag : new double[] {2, 10, 400}) {
      assertEquals(1 - 1 / lag, sigmoid(StrictMath.log(lag - 1)), 1e-12);
    }
    assertEquals(0.5, StrictMath.pow(sigmoid(4.97), 100), 2e-3);
  }

  /** Gates r, z and the candidate of a step; U has columns of r, z and n. */
  private double[] gru(double[] x, double[] h, double[] in, double[] recurrent, boolean published) {
    double[] fromInput = times(x, in);
    double[] fromState = times(h, recurrent);
    double[] sums = new double[3 * UNITS];
    for (int j = 0; j < 2 * UNITS; j++) {
      sums[j] = sigmoid(fromInput[j] + fromState[j]);
    }
    double[] gated = h.clone();
    for (int u = 0; u < UNITS; u++) {
      gated[u] *= sums[u];
    }
    double[] before = times(gated, recurrent);
    for (int u = 0; u < UNITS; u++) {
      int n = 2 * UNITS + u;
      sums[n] = StrictMath.tanh(fromInput[n] + (published ? before[n] : sums[u] * fromState[n]));
    }
    return sums;
  }

  private double[][] gruStates(double[] in, double[] recurrent) {
    double[][] states = new double[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      double[] h = before(states, t);
      double[] gates = gru(inputs[t], h, in, recurrent, false);
      states[t] = new double[UNITS];
      for (int u = 0; u < UNITS; u++) {
        double z = gates[UNITS + u];
        states[t][u] = z * h[u] + (1 - z) * gates[2 * UNITS + u];
      }
    }
    return states;
  }

  @Test
  void chapter4GoesBackThroughAGru() {
    double[] in = Seeded.doubles(INPUTS * 3 * UNITS, 1, random);
    double[] recurrent = Seeded.doubles(UNITS * 3 * UNITS, 1, random);
    double[][] states = gruStates(in, recurrent);
    double[] dIn = new double[in.length];
    double[] dRecurrent = new double[recurrent.length];
    double[] back = new double[UNITS];
    for (int t = STEPS - 1; t >= 0; t--) {
      double[] h = before(states, t);
      double[] gates = gru(inputs[t], h, in, recurrent, false);
      double[] q = gate(times(h, recurrent), 2);
      double[] dState = plus(wanted[t], back);
      double[] direct = new double[UNITS];
      double[] fromInput = new double[3 * UNITS];
      for (int u = 0; u < UNITS; u++) {
        double r = gates[u];
        double z = gates[UNITS + u];
        double n = gates[2 * UNITS + u];
        double candidate = dState[u] * (1 - z) * (1 - n * n);
        fromInput[2 * UNITS + u] = candidate;
        fromInput[UNITS + u] = dState[u] * (h[u] - n) * z * (1 - z);
        fromInput[u] = candidate * q[u] * r * (1 - r);
        direct[u] = dState[u] * z;
      }
      double[] fromState = fromInput.clone();
      for (int u = 0; u < UNITS; u++) {
        fromState[2 * UNITS + u] *= gates[u];
      }
      back = plus(direct, timesTransposed(fromState, recurrent));
      addOuter(inputs[t], fromInput, dIn);
      addOuter(h, fromState, dRecurrent);
    }
    GradientCheck.check("W", in, dIn, () -> loss(gruStates(in, recurrent)));
    GradientCheck.check("U", recurrent, dRecurrent, () -> loss(gruStates(in, recurrent)));
  }

  @Test
  void chapter4TellsTheTwoFormsOfAGruApart() {
    double[] h = Seeded.doubles(UNITS, 1, random);
    double[] in = Seeded.doubles(INPUTS * 3 * UNITS, 1, random);
    double[] recurrent = Seeded.doubles(UNITS * 3 * UNITS, 1, random);
    double[] published = gru(inputs[0], h, in, recurrent, true);
    double[] computed = gru(inputs[0], h, in, recurrent, false);
    assertTrue(Math.abs(published[2 * UNITS] - computed[2 * UNITS]) > 1e-3);
    for (int i = 0; i < UNITS; i++) { // all reset gates are a half
      for (int j = 0; j < UNITS; j++) {
        recurrent[i * 3 * UNITS + j] = 0;
      }
    }
    for (int i = 0; i < INPUTS; i++) {
      Arrays.fill(in, i * 3 * UNITS, i * 3 * UNITS + UNITS, 0);
    }
    assertArrayEquals(
        gru(inputs[0], h, in, recurrent, true), gru(inputs[0], h, in, recurrent, false), 1e-15);
  }

  @Test
  void chapter4CountsUnitsForAsManyWeights() {
    int weights = 128 * (64 + 128 + 1);
    assertEquals(24_704, weights);
    assertEquals(52, most(weights, 4 * 65, 4));
    assertEquals(63, most(weights, 3 * 65 + 1, 3));
    assertEquals(190, most(weights, 130, 0));
  }

  /** The greatest H whose a·H + b·H² is not above a number of weights. */
  private static int most(int weights, int a, int b) {
    int units = 0;
    while (a * (units + 1) + b * (units + 1) * (units + 1) <= weights) {
      units++;
    }
    return units;
  }
}
