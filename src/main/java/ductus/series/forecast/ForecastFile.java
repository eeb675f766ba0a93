package ductus.series.forecast;

import ductus.file.AtomicFile;
import ductus.series.SeriesFile;
import ductus.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Forecasts as CSV: a row a step; for each column its mean and the ends of both intervals. */
public final class ForecastFile {
  private ForecastFile() {}

  /**
   * Writes a forecast.
   *
   * @param history that it goes on from
   */
  public static void write(Path path, TimeSeries history, Forecast forecast) throws IOException {
    StringBuilder lines = new StringBuilder(SeriesFile.quoted(history.times().name()));
    for (String column : history.columns()) {
      lines.append(',').append(SeriesFile.quoted(column));
      for (double share : Forecast.SHARES) {
        for (String end : new String[] {"low", "high"}) {
          lines
              .append(',')
              .append(
                  SeriesFile.quoted(
                      String.format(Locale.ROOT, "%s %s %.0f", column, end, 100 * share)));
        }
      }
    }
    lines.append('\n');
    for (int n = 0; n < forecast.steps(); n++) {
      lines.append(history.times().label(history.length() + n));
      for (int c = 0; c < history.columns().size(); c++) {
        lines.append(',').append(SeriesFile.cell(forecast.mean(n, c)));
        for (int i = 0; i < Forecast.SHARES.size(); i++) {
          lines.append(',').append(SeriesFile.cell(forecast.low(n, c, i)));
          lines.append(',').append(SeriesFile.cell(forecast.high(n, c, i)));
        }
      }
      lines.append('\n');
    }
    AtomicFile.write(path, lines.toString());
  }
}
