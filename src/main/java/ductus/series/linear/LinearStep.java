package ductus.series.linear;

import ductus.series.TimeSeries;
import java.util.List;

/** Computes what a linear forecast says of the next step. */
public final class LinearStep {
  /** Numbers beyond it are none that a series has: an equation that runs away stays finite. */
  private static final double FARTHEST = 1e100;

  private final SeriesCalendar calendar;
  private final int columns;
  private final double[] constants;
  private final int[][] lagColumns;
  private final int[][] lagSteps;
  private final double[][] lagWeights;
  private final double[][] calendarWeights;

  /** The steps of a forecast, with the calendar of a series. */
  public LinearStep(LinearForecast forecast, SeriesCalendar calendar) {
    this.calendar = calendar;
    List<LinearEquation> equations = forecast.equations();
    columns = equations.size();
    constants = equations.stream().mapToDouble(LinearEquation::constant).toArray();
    lagColumns = new int[columns][];
    lagSteps = new int[columns][];
    lagWeights = new double[columns][];
    calendarWeights = new double[columns][];
    for (int c = 0; c < columns; c++) {
      List<LinearEquation.Lag> lags = equations.get(c).lags();
      lagColumns[c] = lags.stream().mapToInt(LinearEquation.Lag::column).toArray();
      lagSteps[c] = lags.stream().mapToInt(LinearEquation.Lag::steps).toArray();
      lagWeights[c] = lags.stream().mapToDouble(LinearEquation.Lag::weight).toArray();
      calendarWeights[c] = equations.get(c).calendar().stream().mapToDouble(w -> w).toArray();
    }
  }

  /**
   * The value that is expected of a column.
   *
   * @param past up to the step before
   * @param row that is foretold, by which the calendar is asked
   */
  public double next(PastValues past, int path, int column, int row) {
    double next = constants[column];
    double[] weights = lagWeights[column];
    for (int i = 0; i < weights.length; i++) {
      next += weights[i] * past.value(path, lagColumns[column][i], lagSteps[column][i]);
    }
    double[] ofCalendar = calendarWeights[column];
    if (ofCalendar.length > 0) {
      double[] numbers = calendar.numbers(row);
      for (int k = 0; k < ofCalendar.length; k++) {
        next += ofCalendar[k] * numbers[k];
      }
    }
    return Math.max(-FARTHEST, Math.min(FARTHEST, next));
  }

  /**
   * Foretells how a series goes on, each step from those foretold before it. A gap is bridged by
   * what was expected there.
   *
   * @param origin row behind the last that is known
   * @param steps N
   * @return [N×C]
   */
  public static double[] forecast(
      LinearForecast forecast, TimeSeries series, int origin, int steps) {
    LinearStep step =
        new LinearStep(forecast, new SeriesCalendar(forecast.calendar(), series.times()));
    PastValues past = new PastValues(1, step.columns, forecast.memory());
    // Twice as far back as is looked, so that what bridges a gap has a past, too.
    for (int t = Math.max(0, origin - 2 * forecast.memory()); t < origin; t++) {
      past.add(step.bridged(past, series, t));
    }
    double[] all = new double[steps * step.columns];
    for (int n = 0; n < steps; n++) {
      double[] row = new double[step.columns];
      for (int c = 0; c < row.length; c++) {
        row[c] = step.next(past, 0, c, origin + n);
      }
      past.add(row);
      System.arraycopy(row, 0, all, n * row.length, row.length);
    }
    return all;
  }

  /**
   * How far each value is from what was expected of it.
   *
   * @return [T×C]; NaN where a value is missing, and in the first row
   */
  public static double[] errors(LinearForecast forecast, TimeSeries series) {
    LinearStep step =
        new LinearStep(forecast, new SeriesCalendar(forecast.calendar(), series.times()));
    PastValues past = new PastValues(1, step.columns, forecast.memory());
    double[] errors = new double[series.length() * step.columns];
    for (int t = 0; t < series.length(); t++) {
      for (int c = 0; c < step.columns; c++) {
        errors[t * step.columns + c] =
            past.isEmpty() ? Double.NaN : Math.abs(series.value(t, c) - step.next(past, 0, c, t));
      }
      past.add(step.bridged(past, series, t));
    }
    return errors;
  }

  private double[] bridged(PastValues past, TimeSeries series, int t) {
    double[] row = series.rows(t, t + 1);
    for (int c = 0; c < row.length; c++) {
      if (Double.isNaN(row[c])) {
        row[c] = past.isEmpty() ? firstKnown(series, c, t) : next(past, 0, c, t);
      }
    }
    return row;
  }

  private static double firstKnown(TimeSeries series, int column, int from) {
    for (int t = from; t < series.length(); t++) {
      if (!Double.isNaN(series.value(t, column))) {
        return series.value(t, column);
      }
    }
    return 0;
  }
}
