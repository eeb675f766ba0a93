package ductus.series.forecast;

import ductus.math.Randomness;
import ductus.series.TimeSeries;
import ductus.series.network.ColumnScale;
import ductus.series.network.SeriesCursor;
import ductus.series.network.SeriesParts;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Finds how much of what a network adds to its linear forecast is to be believed: the share with
 * which forecasts of held-out rows are least wrong, one step and several ahead.
 */
public final class TrustFit {
  private static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
  private static final int MOST_STEPS = 20;
  private static final int MOST_ORIGINS = 60;

  /** A larger share must be better by this part of the squares, or what is plainer is kept. */
  private static final double LEAST_GAIN = 0.01;

  /** The same times the number of held-out rows, where they are few and chance counts. */
  private static final double GAIN_OF_FEW = 2;

  private static final double LEAST = 1e-12;

  private TrustFit() {}

  /**
   * Finds the share.
   *
   * @param forecasters with the shares 0 to 1
   * @param columns units of errors
   */
  public static double of(
      DoubleFunction<Forecaster> forecasters,
      List<ColumnScale> columns,
      TimeSeries series,
      SeriesParts parts,
      long seed) {
    int room = parts.test() - parts.validation();
    int steps = Math.max(1, Math.min(MOST_STEPS, room / 2));
    double[] plain = new double[2];
    double gain = Math.min(0.5, Math.max(LEAST_GAIN, GAIN_OF_FEW / room));
    double best = 0;
    double least = 0;
    for (double share : SHARES) {
      double[] squares =
          squares(forecasters.apply(share), columns, series, parts, steps, Randomness.of(seed));
      if (share == 0) {
        plain = squares;
      }
      double wrong =
          StrictMath.log((squares[0] + LEAST) / (plain[0] + LEAST))
              + StrictMath.log((squares[1] + LEAST) / (plain[1] + LEAST));
      if (wrong < least + 2 * StrictMath.log(1 - gain)) {
        least = wrong;
        best = share;
      }
    }
    return best;
  }

  /** Mean squared errors of the first step, and of all. */
  private static double[] squares(
      Forecaster forecaster,
      List<ColumnScale> columns,
      TimeSeries series,
      SeriesParts parts,
      int steps,
      RandomGenerator random) {
    int room = parts.test() - parts.validation() - steps;
    int pace = room / MOST_ORIGINS + 1;
    double[] sums = new double[2];
    int[] counts = new int[2];
    SeriesCursor cursor = forecaster.read(series, parts.validation());
    for (int origin = parts.validation(); origin + steps <= parts.test(); origin++) {
      Forecast forecast =
          (origin - parts.validation()) % pace == 0
              ? forecaster.forecast(cursor, steps, random)
              : null;
      for (int n = 0; forecast != null && n < steps; n++) {
        for (int c = 0; c < columns.size(); c++) {
          double error =
              (forecast.mean(n, c) - series.value(origin + n, c)) / columns.get(c).deviation();
          for (int i = n == 0 ? 0 : 1; i < 2 && !Double.isNaN(error); i++) {
            sums[i] += error * error;
            counts[i]++;
          }
        }
      }
      cursor.accept(series.rows(origin, origin + 1));
    }
    return new double[] {sums[0] / Math.max(1, counts[0]), sums[1] / Math.max(1, counts[1])};
  }
}
