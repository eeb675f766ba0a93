package ductus.series.known;

import ductus.math.Randomness;
import java.util.random.RandomGenerator;

/**
 * The system NARMA of order ten (Atiya and Parlos 2000), whose output depends on ten steps of its
 * input and of its own past, not linearly:
 *
 * <pre>
 *   y(t+1) = 0.3·y(t) + 0.05·y(t)·Σ y(t−i) + 1.5·u(t−9)·u(t) + 0.1     i = 0 … 9
 * </pre>
 *
 * <p>The input is even within 0 and 0.5. Now and then the system runs away; then its input is drawn
 * anew.
 */
public final class Narma {
  private static final int ORDER = 10;
  private static final int SETTLING = 100;
  private static final double AWAY = 1;

  private final double[] input;
  private final double[] output;

  private Narma(int length, RandomGenerator random) {
    double[] u = new double[SETTLING + length];
    double[] y = new double[u.length + 1];
    do {
      for (int t = 0; t < u.length; t++) {
        u[t] = random.nextDouble(0, 0.5);
        y[t + 1] = next(y, u, t);
      }
    } while (runsAway(y));
    input = new double[length];
    output = new double[length];
    System.arraycopy(u, SETTLING, input, 0, length);
    System.arraycopy(y, SETTLING + 1, output, 0, length);
  }

  private static double next(double[] y, double[] u, int t) {
    double sum = 0;
    for (int i = Math.max(0, t - ORDER + 1); i <= t; i++) {
      sum += y[i];
    }
    double early = t < ORDER - 1 ? 0 : u[t - ORDER + 1];
    return 0.3 * y[t] + 0.05 * y[t] * sum + 1.5 * early * u[t] + 0.1;
  }

  private static boolean runsAway(double[] y) {
    for (double value : y) {
      if (!(value < AWAY)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Draws an input at random, and computes the system's output.
   *
   * @param length time steps, 1 or more
   */
  public static Narma of(int length, long seed) {
    if (length < 1) {
      throw new IllegalArgumentException("length must be 1 or more but was " + length);
    }
    return new Narma(length, Randomness.of(seed));
  }

  /** The input of each time step [T]; a copy. */
  public double[] input() {
    return input.clone();
  }

  /** The output behind each input [T]; a copy. */
  public double[] output() {
    return output.clone();
  }
}
