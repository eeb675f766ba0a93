package ductus.series.known;

import ductus.math.Randomness;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Visitors of a place by day, made up: more at weekends, and in summer the more so; more every
 * year; few or none on some days of the year, whatever day of the week they are; and weather that
 * lasts some days. The parts multiply, as they do where people come or stay away.
 */
public final class Visitors {
  /** The first day. */
  public static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

  private static final double USUAL = 400;
  private static final double GROWTH_A_YEAR = 0.06;
  private static final double SUMMER = 0.45;
  private static final double NOISE = 0.05;

  /** How much of today's weather is there tomorrow. */
  private static final double LASTING = 0.7;

  private static final double WEATHER = 0.08;

  private static final Map<DayOfWeek, Double> DAYS =
      Map.of(
          DayOfWeek.MONDAY, 0.6,
          DayOfWeek.TUESDAY, 0.8,
          DayOfWeek.WEDNESDAY, 0.85,
          DayOfWeek.THURSDAY, 0.85,
          DayOfWeek.FRIDAY, 1.0,
          DayOfWeek.SATURDAY, 1.5,
          DayOfWeek.SUNDAY, 1.4);

  private static final Map<MonthDay, Double> HOLIDAYS =
      Map.of(
          MonthDay.of(1, 1), 0.3,
          MonthDay.of(5, 1), 1.8,
          MonthDay.of(12, 24), 0.2,
          MonthDay.of(12, 25), 0.1,
          MonthDay.of(12, 26), 0.5,
          MonthDay.of(12, 31), 0.4);

  private Visitors() {}

  /**
   * Draws the visitors of some days from {@link #FIRST} on.
   *
   * @param length days, 1 or more
   * @return [T], whole numbers
   */
  public static double[] of(int length, long seed) {
    if (length < 1) {
      throw new IllegalArgumentException("length must be 1 or more but was " + length);
    }
    RandomGenerator random = Randomness.of(seed);
    double[] visitors = new double[length];
    double weather = WEATHER * random.nextGaussian();
    for (int t = 0; t < length; t++) {
      weather =
          LASTING * weather + Math.sqrt(1 - LASTING * LASTING) * WEATHER * random.nextGaussian();
      double mean = expected(FIRST.plusDays(t));
      visitors[t] =
          Math.max(0, Math.rint(mean * (1 + weather) * (1 + NOISE * random.nextGaussian())));
    }
    return visitors;
  }

  /** How many come on a day on which neither weather nor chance counts. */
  static double expected(LocalDate day) {
    double year = (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    double summer = -StrictMath.cos(2 * Math.PI * year);
    double ofWeek = DAYS.getOrDefault(day.getDayOfWeek(), 1.0);
    double years = (day.toEpochDay() - FIRST.toEpochDay()) / 365.25;
    return USUAL
        * (1 + GROWTH_A_YEAR * years)
        * (1 + SUMMER * summer)
        * StrictMath.pow(ofWeek, 1 + 0.3 * summer)
        * HOLIDAYS.getOrDefault(MonthDay.from(day), 1.0);
  }
}
