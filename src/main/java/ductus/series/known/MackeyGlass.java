package ductus.series.known;

import ductus.math.Randomness;

/**
 * The series of Mackey and Glass (1977), which is chaotic from a delay of 16.8 on:
 *
 * <pre>
 *   dx/dt = 0.2·x(t − τ) / (1 + x(t − τ)^10) − 0.1·x(t)
 * </pre>
 *
 * <p>By the method of Runge and Kutta of the fourth order in steps of a twentieth; between them the
 * past is Hermite's cubic. It is sampled at whole times, after it has settled.
 */
public final class MackeyGlass {
  /** The delay that most published figures are of. */
  public static final int DELAY = 17;

  private static final int STEPS = 20;
  private static final double STEP = 1.0 / STEPS;
  private static final int SETTLING = 1000;
  private static final double GROWTH = 0.2;
  private static final double DECAY = 0.1;

  private final double[] values;
  private final double[] slopes;
  private final int lag;

  private MackeyGlass(int delay, int time, double start) {
    lag = delay * STEPS;
    values = new double[lag + time * STEPS + 1];
    slopes = new double[values.length];
    for (int i = 0; i <= lag; i++) {
      values[i] = start;
    }
    for (int i = lag; i < values.length - 1; i++) {
      step(i);
    }
  }

  /**
   * Computes a stretch of the series.
   *
   * @param length numbers, 1 or more
   * @param delay τ, 1 or more
   * @param seed decides the constant, 0.9 to 1.3, that the past before its beginning was
   */
  public static double[] of(int length, int delay, long seed) {
    if (length < 1 || delay < 1) {
      throw new IllegalArgumentException(
          "length and delay must be 1 or more but were %d and %d".formatted(length, delay));
    }
    double start = Randomness.of(seed).nextDouble(0.9, 1.3);
    MackeyGlass series = new MackeyGlass(delay, SETTLING + length, start);
    double[] sampled = new double[length];
    for (int t = 0; t < length; t++) {
      sampled[t] = series.values[series.lag + (SETTLING + t) * STEPS];
    }
    return sampled;
  }

  private void step(int i) {
    double x = values[i];
    double before = values[i - lag];
    double behind = values[i - lag + 1];
    double between = (before + behind) / 2 + STEP / 8 * (slopes[i - lag] - slopes[i - lag + 1]);
    double first = slope(x, before);
    double second = slope(x + STEP / 2 * first, between);
    double third = slope(x + STEP / 2 * second, between);
    double fourth = slope(x + STEP * third, behind);
    slopes[i] = first;
    values[i + 1] = x + STEP / 6 * (first + 2 * second + 2 * third + fourth);
  }

  private static double slope(double x, double delayed) {
    double square = delayed * delayed;
    double fourth = square * square;
    return GROWTH * delayed / (1 + fourth * fourth * square) - DECAY * x;
  }
}
