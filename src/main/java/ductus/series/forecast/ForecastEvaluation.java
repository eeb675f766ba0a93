package ductus.series.forecast;

import ductus.math.Randomness;
import ductus.series.TimeSeries;
import ductus.series.linear.LinearFit;
import ductus.series.linear.LinearForecast;
import ductus.series.linear.LinearStep;
import ductus.series.linear.LinearTerms;
import ductus.series.network.ColumnScale;
import ductus.series.network.SeriesConfig;
import ductus.series.network.SeriesCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How well forecasts from many rows of a series came true.
 *
 * @param firstRow of the rows that were foretold, from 0
 * @param origins rows that forecasts began behind
 * @param steps that each went ahead, N
 * @param columns of each column the figures
 */
public record ForecastEvaluation(
    int firstRow, int origins, int steps, List<ColumnFigures> columns) {
  private static final int MOST_ORIGINS = 100;
  private static final double LEAST_VARIANCE = 1e-12;

  /**
   * The figures of a column. Errors are root mean squares, divided by the standard deviation of the
   * values foretold (NRMSE).
   *
   * @param oneStep errors of the first step of each forecast
   * @param allSteps errors of all steps
   * @param half share of the values that was in the interval of 50 %, all steps
   * @param nineTenths the same of 90 %
   */
  public record ColumnFigures(
      String column, Errors oneStep, Errors allSteps, double half, double nineTenths) {}

  /**
   * Errors of the network and of simple forecasts.
   *
   * @param lastValue of the last value
   * @param seasonal of the value a season before; null where there is no season
   * @param autoregression of a weighed sum of the column's values before, fitted by least squares
   *     to all rows before those foretold
   * @param regression of one of the calendar and the other columns, too, fitted to the same rows
   */
  public record Errors(
      double network,
      double lastValue,
      @Nullable Double seasonal,
      double autoregression,
      double regression) {}

  /**
   * The forecast that nothing changes: the last value, or that of a season before.
   *
   * @param season steps, 0 for the last value
   */
  record NaiveForecast(int season) {
    /**
     * The value that is foretold of a column; NaN where nothing is known to go by.
     *
     * @param origin row behind the last that is known
     * @param step ahead, from 0
     */
    double of(TimeSeries series, int column, int origin, int step) {
      int pace = season == 0 ? 1 : season;
      int t = season == 0 ? origin - 1 : origin + step - pace * (1 + step / pace);
      while (t >= 0 && Double.isNaN(series.value(t, column))) {
        t -= pace;
      }
      return t < 0 ? Double.NaN : series.value(t, column);
    }
  }

  public ForecastEvaluation {
    columns = List.copyOf(columns);
  }

  /**
   * Measures a forecaster on the last rows of a series.
   *
   * @param series with the model's columns
   * @param from first row to foretell
   * @param steps that forecasts go ahead, no more than there are rows
   */
  public static ForecastEvaluation of(
      Forecaster forecaster,
      SeriesConfig config,
      TimeSeries series,
      int from,
      int steps,
      long seed) {
    int room = series.length() - from - steps;
    if (steps < 1 || room < 0) {
      throw new IllegalArgumentException(
          "steps must be 1 to %d, the rows held out, but were %d"
              .formatted(series.length() - from, steps));
    }
    int pace = Math.max(1, (room + MOST_ORIGINS) / MOST_ORIGINS);
    int size = series.columns().size();
    List<Tally> tallies = new ArrayList<>();
    for (int c = 0; c < size; c++) {
      tallies.add(new Tally(series, c, from, config));
    }
    LinearForecast own = LinearFit.of(series, from, config.season(), LinearTerms.OWN);
    LinearForecast regression = LinearFit.of(series, from, config.season(), LinearTerms.ALL);
    RandomGenerator random = Randomness.of(seed);
    SeriesCursor cursor = forecaster.read(series, from);
    int origins = 0;
    for (int origin = from; origin + steps <= series.length(); origin++) {
      if ((origin - from) % pace == 0) {
        Forecast forecast = forecaster.forecast(cursor, steps, random);
        double[] ofOwn = LinearStep.forecast(own, series, origin, steps);
        double[] ofAll = LinearStep.forecast(regression, series, origin, steps);
        int begin = origin;
        tallies.forEach(tally -> tally.add(forecast, ofOwn, ofAll, begin));
        origins++;
      }
      cursor.accept(series.rows(origin, origin + 1));
    }
    return new ForecastEvaluation(
        from, origins, steps, tallies.stream().map(Tally::figures).toList());
  }

  /** Sums up the errors of one column. */
  private static final class Tally {
    private final TimeSeries series;
    private final int column;
    private final int columns;
    private final ColumnScale scale;
    private final double variance;
    private final NaiveForecast last = new NaiveForecast(0);
    private final @Nullable NaiveForecast seasonal;
    private final Squares one = new Squares();
    private final Squares all = new Squares();
    private final int[] held = new int[Forecast.SHARES.size()];
    private int count;

    Tally(TimeSeries series, int column, int from, SeriesConfig config) {
      this.series = series;
      this.column = column;
      columns = series.columns().size();
      scale = config.columns().get(column);
      variance = variance(series, column, from, scale);
      seasonal = config.season() == 0 ? null : new NaiveForecast(config.season());
    }

    /** Variance of the values to foretell; where they do not vary, of those that were learned. */
    private static double variance(TimeSeries series, int column, int from, ColumnScale scale) {
      double sum = 0;
      double squares = 0;
      int known = 0;
      for (int t = from; t < series.length(); t++) {
        double value = (series.value(t, column) - scale.mean()) / scale.deviation();
        if (!Double.isNaN(value)) {
          sum += value;
          squares += value * value;
          known++;
        }
      }
      double variance = known == 0 ? 0 : squares / known - sum / known * (sum / known);
      return scale.deviation() * scale.deviation() * (variance > LEAST_VARIANCE ? variance : 1);
    }

    /**
     * Adds what was foretold from an origin.
     *
     * @param own of the autoregression [N×C]
     * @param regression of the regression [N×C]
     */
    void add(Forecast forecast, double[] own, double[] regression, int origin) {
      for (int n = 0; n < forecast.steps(); n++) {
        double value = series.value(origin + n, column);
        if (Double.isNaN(value) || Double.isNaN(last.of(series, column, origin, n))) {
          continue;
        }
        int i = n * columns + column;
        // The linear ones are held within the same bounds as the network's paths.
        double[] errors = {
          forecast.mean(n, column) - value,
          last.of(series, column, origin, n) - value,
          seasonal == null ? Double.NaN : seasonal.of(series, column, origin, n) - value,
          scale.bounded(own[i]) - value,
          scale.bounded(regression[i]) - value
        };
        all.add(errors);
        if (n == 0) {
          one.add(errors);
        }
        for (int share = 0; share < held.length; share++) {
          held[share] += forecast.holds(n, column, share, value) ? 1 : 0;
        }
        count++;
      }
    }

    ColumnFigures figures() {
      return new ColumnFigures(
          series.columns().get(column),
          one.errors(variance),
          all.errors(variance),
          (double) held[0] / Math.max(1, count),
          (double) held[1] / Math.max(1, count));
    }
  }

  /** Sums of squared errors: network, last value, seasonal, autoregression, regression. */
  private static final class Squares {
    private final double[] sums = new double[5];
    private int count;

    /** Adds errors; NaN of forecasts that there are not. */
    void add(double[] errors) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += errors[i] * errors[i];
      }
      count++;
    }

    Errors errors(double variance) {
      return new Errors(
          root(0, variance),
          root(1, variance),
          Double.isNaN(sums[2]) || count == 0 ? null : root(2, variance),
          root(3, variance),
          root(4, variance));
    }

    private double root(int which, double variance) {
      return Math.sqrt(sums[which] / Math.max(1, count) / variance);
    }
  }
}
