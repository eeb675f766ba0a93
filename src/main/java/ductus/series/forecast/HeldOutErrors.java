package ductus.series.forecast;

import ductus.series.TimeSeries;
import ductus.series.network.SeriesCursor;
import java.util.ArrayList;
import java.util.List;

/** The errors of a network on rows that it did not learn. */
public final class HeldOutErrors {
  /** Most numbers that are kept, enough to know the shape of a distribution by. */
  private static final int MOST_NUMBERS = 2000;

  private static final double DIGITS = 1e4;

  private HeldOutErrors() {}

  /**
   * Returns the errors in standard deviations foretold, a row a step where all values are known; of
   * many, some at even distances.
   *
   * @param forecaster of the network
   */
  public static List<List<Double>> of(Forecaster forecaster, TimeSeries series, int from, int to) {
    List<List<Double>> all = new ArrayList<>();
    SeriesCursor cursor = forecaster.read(series, from);
    for (int t = from; t < to; t++) {
      double[] values = series.rows(t, t + 1);
      List<Double> errors = new ArrayList<>();
      for (int c = 0; c < values.length; c++) {
        double error = (values[c] - cursor.mean(0, c)) / cursor.deviation(0, c);
        if (Double.isFinite(error)) {
          errors.add(Math.rint(error * DIGITS) / DIGITS);
        }
      }
      if (errors.size() == values.length) {
        all.add(errors);
      }
      cursor.accept(values);
    }
    int most = Math.max(1, MOST_NUMBERS / series.columns().size());
    int pace = (all.size() + most - 1) / most;
    List<List<Double>> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += Math.max(1, pace)) {
      some.add(all.get(i));
    }
    return some;
  }
}
