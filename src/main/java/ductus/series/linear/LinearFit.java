package ductus.series.linear;

import ductus.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits linear forecasts by least squares. What comes into the equation of a column is what has the
 * least Bayesian information criterion, n·ln(squared error) + k·ln(n): how many of its last changes
 * (up to 31), its level, what was a season before, the calendar, other columns. With none of them
 * it is the last value.
 */
public final class LinearFit {
  /** No more seasons are tried. */
  private static final int MOST_SEASONS = 3;

  private LinearFit() {}

  /**
   * Fits the first rows of a series.
   *
   * @param to row behind the last that is fitted, 1 or more
   * @param season steps, 0 for none
   */
  public static LinearForecast of(TimeSeries series, int to, int season, LinearTerms terms) {
    List<CalendarInput> inputs =
        terms.calendar() ? SeriesCalendar.inputs(series.times(), to) : List.of();
    SeriesCalendar calendar = new SeriesCalendar(inputs, series.times());
    KnownRows rows = new KnownRows(series, to);
    List<Integer> seasons = seasons(series, to, season, terms);
    List<LinearEquation> equations = new ArrayList<>();
    for (int c = 0; c < rows.columns(); c++) {
      equations.add(
          new EquationFit(
                  rows,
                  c,
                  calendar,
                  EquationTerms.of(rows, c, seasons, inputs, terms),
                  terms.ridge())
              .best());
    }
    return new LinearForecast(inputs, equations);
  }

  /** The season that was found, and those of the calendar: a day, a week and a year in rows. */
  private static List<Integer> seasons(TimeSeries series, int to, int season, LinearTerms terms) {
    List<Integer> all = new ArrayList<>();
    if (season > 0) {
      all.add(season);
    }
    if (terms.calendar()) {
      for (int each : SeriesCalendar.seasons(series.times(), to)) {
        if (!all.contains(each) && all.size() < MOST_SEASONS) {
          all.add(each);
        }
      }
    }
    return all;
  }
}
