package ductus.series.linear;

import java.util.List;

/**
 * The next value of a column: constant + Σ weight·value + Σ weight·number of the calendar.
 *
 * @param constant in units of the column
 * @param lags values that count
 * @param calendar weights of the calendar's numbers; empty where it does not count
 * @param deviation root mean square of what it left of the rows that it was fitted to, above 0
 */
public record LinearEquation(
    double constant, List<Lag> lags, List<Double> calendar, double deviation) {
  /**
   * A value before, and its weight.
   *
   * @param column that it is of, from 0
   * @param steps before the one that is foretold, 1 or more
   */
  public record Lag(int column, int steps, double weight) {
    public Lag {
      if (column < 0 || steps < 1 || !Double.isFinite(weight)) {
        throw new IllegalArgumentException(
            "a value before must be 1 step or more back, with a weight, but was %d of column %d, %s"
                .formatted(steps, column, weight));
      }
    }
  }

  public LinearEquation {
    lags = List.copyOf(lags);
    calendar = List.copyOf(calendar);
    if (!Double.isFinite(constant) || !(deviation > 0)) {
      throw new IllegalArgumentException(
          "constant must be finite and deviation above 0 but were %s and %s"
              .formatted(constant, deviation));
    }
  }

  /** The equation of a column that stays as it is. */
  public static LinearEquation lastValue(int column, double deviation) {
    return new LinearEquation(0, List.of(new Lag(column, 1, 1)), List.of(), deviation);
  }
}
