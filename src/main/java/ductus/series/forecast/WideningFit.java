package ductus.series.forecast;

import ductus.math.Randomness;
import ductus.series.TimeSeries;
import ductus.series.network.SeriesCursor;
import ductus.series.network.Widening;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Finds how much wider intervals must be to hold their shares of held-out rows. */
public final class WideningFit {
  private static final int MOST_STEPS = 20;
  private static final int MOST_ORIGINS = 40;
  private static final double MOST = 10;
  private static final double NARROWEST = 1e-12;

  private WideningFit() {}

  /**
   * Fits the widening by forecasts from many rows, of which the later half of the steps counts.
   *
   * @param forecaster of a network that knows no widening yet
   * @param from first row to foretell
   * @param to row behind the last
   */
  public static Widening of(Forecaster forecaster, TimeSeries series, int from, int to, long seed) {
    int steps = Math.max(1, Math.min(MOST_STEPS, (to - from) / 2));
    int pace = Math.max(1, (to - from - steps) / MOST_ORIGINS);
    List<List<Double>> ratios = new ArrayList<>();
    Forecast.SHARES.forEach(share -> ratios.add(new ArrayList<>()));
    RandomGenerator random = Randomness.of(seed);
    SeriesCursor cursor = forecaster.read(series, from);
    for (int origin = from; origin + steps <= to; origin++) {
      if ((origin - from) % pace == 0) {
        add(forecaster.forecast(cursor, steps, random), series, origin, ratios);
      }
      cursor.accept(series.rows(origin, origin + 1));
    }
    List<Double> factors = new ArrayList<>();
    for (int i = 0; i < ratios.size(); i++) {
      factors.add(factor(ratios.get(i), Forecast.SHARES.get(i)));
    }
    return new Widening(steps, factors);
  }

  private static void add(
      Forecast forecast, TimeSeries series, int origin, List<List<Double>> ratios) {
    for (int n = forecast.steps() / 2; n < forecast.steps(); n++) {
      for (int c = 0; c < series.columns().size(); c++) {
        double error = series.value(origin + n, c) - forecast.mean(n, c);
        for (int i = 0; i < ratios.size() && !Double.isNaN(error); i++) {
          double end =
              error < 0
                  ? forecast.mean(n, c) - forecast.low(n, c, i)
                  : forecast.high(n, c, i) - forecast.mean(n, c);
          ratios.get(i).add(Math.abs(error) / Math.max(NARROWEST, end));
        }
      }
    }
  }

  private static double factor(List<Double> ratios, double share) {
    if (ratios.isEmpty()) {
      return 1;
    }
    List<Double> sorted = ratios.stream().sorted().toList();
    double ratio = sorted.get((int) Math.ceil(share * (sorted.size() - 1)));
    return Math.rint(Math.max(1, Math.min(MOST, ratio)) * 1000) / 1000;
  }
}
