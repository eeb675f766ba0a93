package ductus.series;

import java.util.OptionalInt;

/** Finds after how many steps a series repeats itself. */
public final class Season {
  private static final int MOST = 1000;

  /** Least correlation of a repetition with what it repeats. */
  private static final double LEAST_CORRELATION = 0.3;

  /**
   * Share of the highest correlation that makes a peak as good as it; the first such one is the
   * season.
   */
  private static final double NEARLY = 0.85;

  private Season() {}

  /**
   * The season of some values: the first lag, behind that at which the autocorrelation of their
   * changes falls below zero, at which it has a peak nearly as high as its highest; empty where no
   * peak is high enough.
   *
   * @param values NaN where missing
   */
  public static OptionalInt of(double[] values) {
    double[] changes = changes(values);
    double[] correlations = new double[Math.min(MOST, changes.length / 3) + 1];
    double highest = 0;
    boolean fell = false;
    for (int lag = 1; lag < correlations.length; lag++) {
      double correlation = correlation(changes, lag);
      fell |= correlation < 0;
      correlations[lag] = fell ? correlation : 0;
      highest = Math.max(highest, correlations[lag]);
    }
    double least = Math.max(LEAST_CORRELATION, NEARLY * highest);
    for (int lag = 1; lag < correlations.length; lag++) {
      boolean peak =
          correlations[lag] >= correlations[lag - 1]
              && (lag + 1 == correlations.length || correlations[lag] >= correlations[lag + 1]);
      if (peak && correlations[lag] >= least) {
        return OptionalInt.of(lag);
      }
    }
    return OptionalInt.empty();
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
