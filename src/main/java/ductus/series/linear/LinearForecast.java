package ductus.series.linear;

import java.util.List;

/**
 * A linear forecast of a series.
 *
 * @param calendar what it looks at of the time of a row
 * @param equations of the columns
 */
public record LinearForecast(List<CalendarInput> calendar, List<LinearEquation> equations) {
  public LinearForecast {
    calendar = List.copyOf(calendar);
    equations = List.copyOf(equations);
    int size = SeriesCalendar.size(calendar);
    int columns = equations.size();
    if (equations.stream().anyMatch(each -> !fits(each, size, columns))) {
      throw new IllegalArgumentException(
          "equations must be of %d columns and %d numbers of the calendar"
              .formatted(columns, size));
    }
  }

  private static boolean fits(LinearEquation equation, int size, int columns) {
    return (equation.calendar().isEmpty() || equation.calendar().size() == size)
        && equation.lags().stream().allMatch(lag -> lag.column() < columns);
  }

  /** How many steps are looked back, L. */
  public int memory() {
    return equations.stream()
        .flatMap(each -> each.lags().stream())
        .mapToInt(LinearEquation.Lag::steps)
        .max()
        .orElse(1);
  }
}
