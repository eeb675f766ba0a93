package ductus.series.network;

/**
 * A stretch of a series to learn from or to measure by: it is read from its beginning, and from a
 * step on it says what is expected. Immutable.
 */
public final class SeriesWindow {
  private final double[] values;
  private final int columns;
  private final int warmup;

  /**
   * Creates a window; copies its values.
   *
   * @param values [T×C], T of 2 or more, NaN where missing
   * @param columns C
   * @param warmup values at the beginning that are read but not foretold, 1 to below T
   */
  public SeriesWindow(double[] values, int columns, int warmup) {
    if (values.length % columns != 0 || warmup < 1 || values.length / columns <= warmup) {
      throw new IllegalArgumentException(
          "a window must be longer than its warmup of %d, 1 or more, but has %d numbers of %d"
              .formatted(warmup, values.length, columns));
    }
    this.values = values.clone();
    this.columns = columns;
    this.warmup = warmup;
  }

  /** Number of time steps T. */
  public int length() {
    return values.length / columns;
  }

  /** Number of steps at the beginning that are read but not foretold. */
  public int warmup() {
    return warmup;
  }

  /** The value of a column at a step; NaN where it is missing. */
  public double value(int step, int column) {
    return values[step * columns + column];
  }

  /** Whether any value of the window is missing. */
  boolean hasGaps() {
    for (double value : values) {
      if (Double.isNaN(value)) {
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

  /** The values of a step [C]. */
  double[] step(int step) {
    double[] row = new double[columns];
    System.arraycopy(values, step * columns, row, 0, columns);
    return row;
  }
}
