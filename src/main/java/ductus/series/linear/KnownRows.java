package ductus.series.linear;

import ductus.series.TimeSeries;

/**
 * The rows of a series that a linear forecast is fitted to, each column standardized, and where one
 * is missing the last known one in its place.
 */
final class KnownRows {
  /** Most rows that are fitted, the last ones. */
  private static final int MOST = 20_000;

  private final int from;
  private final int columns;
  private final boolean[] known;
  private final double[] values;
  private final double[] means;
  private final double[] deviations;

  /**
   * The last rows before one.
   *
   * @param to row behind the last
   */
  KnownRows(TimeSeries series, int to) {
    from = Math.max(0, to - MOST);
    columns = series.columns().size();
    values = series.rows(from, to);
    known = new boolean[values.length];
    means = new double[columns];
    deviations = new double[columns];
    for (int c = 0; c < columns; c++) {
      measure(c);
      double last = 0;
      for (int i = c; i < values.length; i += columns) {
        known[i] = !Double.isNaN(values[i]);
        last = known[i] ? (values[i] - means[c]) / deviations[c] : last;
        values[i] = last;
      }
    }
  }

  private void measure(int column) {
    double sum = 0;
    int count = 0;
    for (int i = column; i < values.length; i += columns) {
      if (!Double.isNaN(values[i])) {
        sum += values[i];
        count++;
      }
    }
    means[column] = sum / Math.max(1, count);
    double squares = 0;
    for (int i = column; i < values.length; i += columns) {
      if (!Double.isNaN(values[i])) {
        squares += (values[i] - means[column]) * (values[i] - means[column]);
      }
    }
    double deviation = Math.sqrt(squares / Math.max(1, count));
    deviations[column] = deviation > 0 ? deviation : 1;
  }

  /** Number of rows T. */
  int length() {
    return values.length / columns;
  }

  /** Number of columns C. */
  int columns() {
    return columns;
  }

  /** Which row of the series a row is. */
  int row(int t) {
    return from + t;
  }

  boolean isKnown(int t, int column) {
    return known[t * columns + column];
  }

  /** The standardized value of a column. */
  double value(int t, int column) {
    return values[t * columns + column];
  }

  double mean(int column) {
    return means[column];
  }

  double deviation(int column) {
    return deviations[column];
  }
}
