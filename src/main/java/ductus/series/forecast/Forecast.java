package ductus.series.forecast;

import ductus.series.network.Widening;
import java.util.Arrays;
import java.util.List;

/** The values that are expected of some steps to come, with intervals. Immutable. */
public final class Forecast {
  /** Shares of the values that the intervals hold. */
  public static final List<Double> SHARES = List.of(0.5, 0.9);

  private static final int NUMBERS = 1 + 2 * SHARES.size();

  private final int steps;
  private final int columns;
  private final double[] numbers;

  /**
   * Creates a forecast from the values of paths.
   *
   * @param values of each path [N][C][B]; sorted
   * @param widening of the intervals around the mean
   */
  Forecast(double[][][] values, Widening widening) {
    steps = values.length;
    columns = values[0].length;
    numbers = new double[steps * columns * NUMBERS];
    for (int n = 0; n < steps; n++) {
      for (int c = 0; c < columns; c++) {
        double[] paths = values[n][c];
        Arrays.sort(paths);
        int at = (n * columns + c) * NUMBERS;
        double mean = Arrays.stream(paths).average().orElseThrow();
        numbers[at] = mean;
        for (int i = 0; i < SHARES.size(); i++) {
          double low = quantile(paths, (1 - SHARES.get(i)) / 2);
          double high = quantile(paths, (1 + SHARES.get(i)) / 2);
          double factor = widening.factor(n, i);
          // An interval of a lopsided distribution need not hold its mean.
          numbers[at + 1 + 2 * i] = Math.min(low, mean + factor * (low - mean));
          numbers[at + 2 + 2 * i] = Math.max(high, mean + factor * (high - mean));
        }
      }
    }
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double rest = place - below;
    return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
  }

  /** Number of steps N. */
  public int steps() {
    return steps;
  }

  /** The mean of the paths. */
  public double mean(int step, int column) {
    return number(step, column, 0);
  }

  /**
   * The lower end of an interval around a step's value.
   *
   * @param share index in {@link #SHARES}
   */
  public double low(int step, int column, int share) {
    return number(step, column, 1 + 2 * share);
  }

  /** The upper end of an interval around a step's value. */
  public double high(int step, int column, int share) {
    return number(step, column, 2 + 2 * share);
  }

  private double number(int step, int column, int which) {
    return numbers[(step * columns + column) * NUMBERS + which];
  }

  /** Whether a value is in an interval. */
  public boolean holds(int step, int column, int share, double value) {
    return low(step, column, share) <= value && value <= high(step, column, share);
  }
}
