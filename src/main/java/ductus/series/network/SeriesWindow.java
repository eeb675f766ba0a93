package ductus.series.network;

import ductus.series.TimeAxis;
import ductus.series.TimeSeries;

/**
 * A stretch of a series to learn from or to measure by: it is read from its beginning, and from a
 * step on it says what is expected. Some rows before it are known to the linear forecast alone.
 * Immutable.
 */
public final class SeriesWindow {
  private final TimeAxis times;
  private final int first;
  private final int columns;
  private final int lead;
  private final int warmup;
  private final double[] values;

  private SeriesWindow(
      TimeAxis times, int first, int columns, int lead, int warmup, double[] values) {
    this.times = times;
    this.first = first;
    this.columns = columns;
    this.lead = lead;
    this.warmup = warmup;
    this.values = values;
    if (warmup < 1 || length() <= warmup) {
      throw new IllegalArgumentException(
          "a window must be longer than its warmup of %d, 1 or more, but has %d rows"
              .formatted(warmup, length()));
    }
  }

  /**
   * Creates a window.
   *
   * @param from first row
   * @param to row behind the last
   * @param warmup rows at the beginning that are read but not foretold, 1 to below T
   * @param memory rows before that are remembered, as far as there are any
   */
  public static SeriesWindow of(TimeSeries series, int from, int to, int warmup, int memory) {
    int lead = Math.min(from, memory);
    return new SeriesWindow(
        series.times(), from, series.columns().size(), lead, warmup, series.rows(from - lead, to));
  }

  /**
   * This window with a gap in it.
   *
   * @param from first step without values, 0 or more
   * @param to step behind the last without
   * @param column that has none; −1 for all
   */
  SeriesWindow withGap(int from, int to, int column) {
    double[] with = values.clone();
    for (int t = from; t < to; t++) {
      for (int c = 0; c < columns; c++) {
        if (column < 0 || c == column) {
          with[(lead + t) * columns + c] = Double.NaN;
        }
      }
    }
    return new SeriesWindow(times, first, columns, lead, warmup, with);
  }

  /** The times of the series. */
  TimeAxis times() {
    return times;
  }

  /** The row of the series that is the first of the window. */
  int row() {
    return first;
  }

  /** How many rows before it are known. */
  int lead() {
    return lead;
  }

  /** Number of time steps T. */
  public int length() {
    return values.length / columns - lead;
  }

  /** Number of steps at the beginning that are read but not foretold. */
  public int warmup() {
    return warmup;
  }

  /**
   * The value of a column at a step; NaN where it is missing.
   *
   * @param step below 0 for rows before the window
   */
  public double value(int step, int column) {
    return values[(lead + step) * columns + column];
  }

  /** Whether any value of the window is missing. */
  boolean hasGaps() {
    for (int i = lead * columns; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        return true;
      }
    }
    return false;
  }

  /** Number of steps of which something is foretold. */
  int targets() {
    int count = 0;
    for (int t = warmup; t < length(); t++) {
      boolean any = false;
      for (int c = 0; c < columns; c++) {
        any |= !Double.isNaN(value(t, c));
      }
      count += any ? 1 : 0;
    }
    return count;
  }

  /**
   * The values of a step [C].
   *
   * @param step below 0 for rows before the window
   */
  double[] step(int step) {
    double[] row = new double[columns];
    System.arraycopy(values, (lead + step) * columns, row, 0, columns);
    return row;
  }
}
