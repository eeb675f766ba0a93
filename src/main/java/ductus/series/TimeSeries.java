package ductus.series;

import java.util.Arrays;
import java.util.List;

/** Numbers over time, some of which may be missing. Immutable. */
public final class TimeSeries {
  private final TimeAxis times;
  private final List<String> columns;
  private final double[] values;

  /**
   * Creates a series; copies its arguments.
   *
   * @param times of the rows, T of them, 1 or more
   * @param columns names, C of them, 1 or more
   * @param values [T×C], NaN where missing
   */
  public TimeSeries(TimeAxis times, List<String> columns, double[] values) {
    if (times.length() < 1
        || columns.isEmpty()
        || values.length != times.length() * columns.size()) {
      throw new IllegalArgumentException(
          "values must be %d times %d, one or more, but were %d"
              .formatted(times.length(), columns.size(), values.length));
    }
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("values must be finite or missing but one was " + value);
      }
    }
    this.times = times;
    this.columns = List.copyOf(columns);
    this.values = values.clone();
  }

  /** The times of the rows. */
  public TimeAxis times() {
    return times;
  }

  /** Names of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** Number of time steps T. */
  public int length() {
    return times.length();
  }

  /** The value of a column at a step; NaN where it is missing. */
  public double value(int step, int column) {
    return values[step * columns.size() + column];
  }

  /** The values of a column [T]; a copy. */
  public double[] column(int column) {
    double[] all = new double[length()];
    for (int t = 0; t < all.length; t++) {
      all[t] = value(t, column);
    }
    return all;
  }

  /** The values of some rows [(to − from)×C]; a copy. */
  public double[] rows(int from, int to) {
    return Arrays.copyOfRange(values, from * columns.size(), to * columns.size());
  }

  /** A part of this series, with the times of its rows. */
  public TimeSeries part(int from, int to) {
    return new TimeSeries(new TimeAxis.Part(times, from, to - from), columns, rows(from, to));
  }

  /** Number of values that are missing. */
  public int missing() {
    int count = 0;
    for (double value : values) {
      count += Double.isNaN(value) ? 1 : 0;
    }
    return count;
  }

  /**
   * This series with the columns of some names only, in their order.
   *
   * @throws IllegalArgumentException if one is not there
   */
  public TimeSeries select(List<String> names) {
    int[] from = new int[names.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = columns.indexOf(names.get(i));
      if (from[i] < 0) {
        throw new IllegalArgumentException(
            "columns must be %s, those that the model learned, but \"%s\" is not among %s"
                .formatted(names, names.get(i), columns));
      }
    }
    double[] selected = new double[length() * from.length];
    for (int t = 0; t < length(); t++) {
      for (int i = 0; i < from.length; i++) {
        selected[t * from.length + i] = value(t, from[i]);
      }
    }
    return new TimeSeries(times, names, selected);
  }
}
