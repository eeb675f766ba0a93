package ductus.series.forecast;

import ductus.series.TimeSeries;

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
