package ductus.series.forecast;

import ductus.picture.Palette;
import ductus.series.SeriesPlot;
import ductus.series.TimeSeries;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** A picture of the end of a series, its forecast, and the intervals of 50 and 90 %. */
public final class ForecastPicture {
  /** Steps of the past that are shown for each to come. */
  private static final int PAST = 4;

  private static final int LEAST_PAST = 60;

  private ForecastPicture() {}

  /** Draws an SVG document of a series' end and its forecast. */
  public static byte[] svg(String title, TimeSeries history, Forecast forecast) {
    int known = history.length();
    int from = Math.max(0, known - Math.max(LEAST_PAST, PAST * forecast.steps()));
    SeriesPlot plot =
        new SeriesPlot(
            title,
            String.format(
                    Locale.ROOT,
                    "%d steps to come, from %s on: the mean of the paths, and where half and nine"
                        + " tenths of",
                    forecast.steps(),
                    history.times().label(known))
                + " them go",
            history.columns().size(),
            history.times(),
            from,
            known + forecast.steps());
    for (int c = 0; c < history.columns().size(); c++) {
      int column = c;
      IntToDoubleFunction past = t -> t < known ? history.value(t, column) : Double.NaN;
      IntToDoubleFunction mean = future(history, column, n -> forecast.mean(n, column));
      IntToDoubleFunction low = future(history, column, n -> forecast.low(n, column, 1));
      IntToDoubleFunction high = future(history, column, n -> forecast.high(n, column, 1));
      plot.begin(c, history.columns().get(c), List.of(past, mean, low, high));
      plot.band(low, high, Palette.series(1));
      plot.band(
          future(history, column, n -> forecast.low(n, column, 0)),
          future(history, column, n -> forecast.high(n, column, 0)),
          Palette.series(1));
      plot.line(past, Palette.series(0), 1.6);
      plot.line(mean, Palette.series(1), 1.8);
    }
    return plot.bytes();
  }

  /**
   * The values of a forecast by step of the series, from its last known value on, so that nothing
   * is open between them.
   */
  private static IntToDoubleFunction future(
      TimeSeries history, int column, IntToDoubleFunction values) {
    int known = history.length();
    return t ->
        t >= known
            ? values.applyAsDouble(t - known)
            : t == known - 1 ? history.value(t, column) : Double.NaN;
  }
}
