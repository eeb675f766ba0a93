package ductus.series;

import java.util.OptionalInt;

/** How many steps it takes until a series repeats itself. */
public final class Season {
  private static final int MOST = 1000;

  /** A repetition must be at least as alike as this. */
  private static final double LEAST_CORRELATION = 0.3;

  private Season() {}

  /**
   * The season of some values: the lag, behind the first at which the autocorrelation of their
   * changes falls below zero, at which it is highest; empty where none is alike enough.
   *
   * @param values NaN where missing
   */
  public static OptionalInt of(double[] values) {
    double[] changes = changes(values);
    int best = 0;
    double highest = LEAST_CORRELATION;
    boolean fell = false;
    for (int lag = 1; lag <= Math.min(MOST, changes.length / 3); lag++) {
      double correlation = correlation(changes, lag);
      fell |= correlation < 0;
      if (fell && correlation > highest) {
        highest = correlation;
        best = lag;
      }
    }
    return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static double[] changes(double[] values) {
    double[] changes = new double[Math.max(0, values.length - 1)];
    for (int t = 0; t < changes.length; t++) {
      changes[t] = values[t + 1] - values[t];
    }
    return changes;
  }

  private static double correlation(double[] values, int lag) {
    double product = 0;
    double square = 0;
    double laggedSquare = 0;
    for (int t = lag; t < values.length; t++) {
      double here = values[t];
      double there = values[t - lag];
      if (!Double.isNaN(here) && !Double.isNaN(there)) {
        product += here * there;
        square += here * here;
        laggedSquare += there * there;
      }
    }
    double size = Math.sqrt(square * laggedSquare);
    return size > 0 ? product / size : 0;
  }
}
