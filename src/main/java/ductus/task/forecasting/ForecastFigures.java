package ductus.task.forecasting;

import ductus.format.NumberText;
import ductus.format.Table;
import ductus.series.forecast.ForecastEvaluation;
import ductus.series.forecast.ForecastEvaluation.Errors;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and a table on how well forecasts came true. */
public final class ForecastFigures {
  private ForecastFigures() {}

  /** Describes an evaluation for people. */
  public static String text(ForecastEvaluation evaluation) {
    Table table =
        new Table(
            "column",
            "ahead",
            "network",
            "last value",
            "seasonal",
            "AR",
            "regression",
            "in 50 %",
            "in 90 %");
    for (ForecastEvaluation.ColumnFigures each : evaluation.columns()) {
      if (evaluation.steps() > 1) {
        row(table, each.column(), "1", each.oneStep(), "-", "-");
      }
      row(
          table,
          each.column(),
          evaluation.steps() == 1 ? "1" : "1\u2013" + evaluation.steps(),
          each.allSteps(),
          percent(each.half()),
          percent(each.nineTenths()));
    }
    return String.format(
            Locale.ROOT,
            "%s from row %,d on, %s ahead, on rows that were not learned: root mean squared errors"
                + " over the rows' deviation, beside those of the last value, of the value a season"
                + " before, of an autoregression by least squares (AR), and of a regression on the"
                + " calendar, the values before and the other columns; and the share of rows in the"
                + " intervals",
            NumberText.count(evaluation.origins(), "forecast"),
            evaluation.firstRow() + 1,
            NumberText.count(evaluation.steps(), "step"))
        + System.lineSeparator()
        + System.lineSeparator()
        + table;
  }

  private static void row(
      Table table, String column, String ahead, Errors errors, String half, String nineTenths) {
    table.row(
        column,
        ahead,
        number(errors.network()),
        number(errors.lastValue()),
        numberOrNone(errors.seasonal()),
        number(errors.autoregression()),
        number(errors.regression()),
        half,
        nineTenths);
  }

  private static String numberOrNone(@Nullable Double error) {
    return error == null ? "-" : number(error);
  }

  private static String number(double error) {
    return String.format(Locale.ROOT, "%.4f", error);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
