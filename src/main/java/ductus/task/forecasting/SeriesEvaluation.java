package ductus.task.forecasting;

import ductus.math.Workers;
import ductus.series.TimeSeries;
import ductus.series.forecast.ForecastEvaluation;
import org.jspecify.annotations.Nullable;

/** How well a model's forecasts come true. */
public final class SeriesEvaluation {
  private static final int USUAL_STEPS = 20;

  private SeriesEvaluation() {}

  /**
   * Steps that forecasts go ahead.
   *
   * @param rows to foretell
   * @param asked for, or null
   */
  public static int steps(int rows, @Nullable Integer asked) {
    return asked == null ? Math.min((rows + 1) / 2, USUAL_STEPS) : Math.min(rows, asked);
  }

  /**
   * Measures.
   *
   * @param series with the model's columns
   * @param from first row to foretell
   * @param steps ahead
   */
  public static ForecastEvaluation of(
      SeriesModel model, TimeSeries series, int from, int steps, long seed) {
    try (Workers workers = new Workers(1)) {
      return ForecastEvaluation.of(
          model.forecaster(workers), model.config(), series, from, steps, seed);
    }
  }
}
