package ductus.series.network;

import ductus.series.SeriesFile;
import ductus.series.TimeSeries;
import java.util.Objects;

/**
 * The units that a network sees a column in.
 *
 * @param name of the column
 * @param mean of its values
 * @param deviation standard deviation of its values, above 0
 * @param change standard deviation of its changes from step to step, above 0
 * @param low smallest value
 * @param high largest value
 */
public record ColumnScale(
    String name, double mean, double deviation, double change, double low, double high) {
  public ColumnScale {
    Objects.requireNonNull(name);
    if (!Double.isFinite(mean)
        || !(deviation > 0)
        || !(change > 0)
        || !Double.isFinite(low)
        || !(high > low)) {
      throw new IllegalArgumentException(
          "column \"%s\" must have values that vary but is %s to %s".formatted(name, low, high));
    }
  }

  /**
   * Measures the units of a column.
   *
   * @param to row behind the last that counts
   * @throws IllegalArgumentException if its values do not vary, or no two follow each other
   */
  public static ColumnScale of(TimeSeries series, int column, int to) {
    Moments values = new Moments();
    Moments changes = new Moments();
    for (int t = 0; t < to; t++) {
      values.add(series.value(t, column));
      if (t > 0) {
        changes.add(series.value(t, column) - series.value(t - 1, column));
      }
    }
    String name = series.columns().get(column);
    if (values.count == 0) {
      throw new IllegalArgumentException(
          "column \"%s\" must have numbers in the first %d rows but has none".formatted(name, to));
    }
    if (values.low == values.high) {
      throw new IllegalArgumentException(
          "column \"%s\" must vary but is %s in all of the first %d rows, which are learned"
              .formatted(name, SeriesFile.cell(values.low), to));
    }
    if (changes.count == 0) {
      throw new IllegalArgumentException(
          "column \"%s\" must have two numbers in a row but each is alone".formatted(name));
    }
    double change = StrictMath.hypot(changes.deviation(), changes.mean());
    // Where only gaps hide the changes, the values' own deviation serves.
    return new ColumnScale(
        name,
        values.mean(),
        values.deviation(),
        change > 0 ? change : values.deviation(),
        values.low,
        values.high);
  }

  /** Holds a value within twice the range of the training values around them. */
  public double bounded(double value) {
    double range = high - low;
    return Math.min(Math.max(value, low - range), high + range);
  }

  /** Holds a value within the range of the training values. */
  double held(double value) {
    return Math.min(Math.max(value, low), high);
  }

  /** Running mean and deviation; NaN does not count. */
  private static final class Moments {
    private int count;
    private double mean;
    private double squares;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /** Adds a value by Welford's method. */
    void add(double value) {
      if (Double.isNaN(value)) {
        return;
      }
      count++;
      double distance = value - mean;
      mean += distance / count;
      squares += distance * (value - mean);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }

    double mean() {
      return mean;
    }

    double deviation() {
      return Math.sqrt(squares / count);
    }
  }
}
