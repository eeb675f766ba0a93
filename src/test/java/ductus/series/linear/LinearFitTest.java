package ductus.series.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.Seeded;
import ductus.series.SeriesFile;
import ductus.series.TimeAxis;
import ductus.series.TimeSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LinearFitTest {
  private static double[] forecast(double[] values, int season, int steps) {
    TimeSeries series = series(values);
    return LinearStep.forecast(
        LinearFit.of(series, values.length, season, LinearTerms.OWN), series, values.length, steps);
  }

  private static TimeSeries series(double[] values) {
    return new TimeSeries(TimeAxis.rows(values.length), List.of("a"), values);
  }

  @Test
  void aWaveGoesOn() {
    double[] wave = new double[200];
    for (int t = 0; t < wave.length; t++) {
      wave[t] = 5 + 2 * Math.sin(0.3 * t);
    }
    double[] foretold = forecast(wave, 0, 10);
    for (int n = 0; n < 10; n++) {
      assertEquals(5 + 2 * Math.sin(0.3 * (wave.length + n)), foretold[n], 1e-3);
    }
  }

  @Test
  void aNoisyProcessIsForetoldByItsOwnWeight() {
    RandomGenerator random = Seeded.random(1);
    double[] values = new double[3000];
    for (int t = 1; t < values.length; t++) {
      values[t] = 3 + 0.8 * values[t - 1] + random.nextGaussian();
    }
    double last = values[values.length - 1];
    assertEquals(3 + 0.8 * last, forecast(values, 0, 1)[0], 0.15);
  }

  @Test
  void aSeasonCounts() {
    RandomGenerator random = Seeded.random(1);
    double[] values = new double[400];
    double[] week = {1, 7, 3, 9, 2, 8, 4};
    for (int t = 0; t < values.length; t++) {
      values[t] = week[t % week.length] + 0.01 * random.nextGaussian();
    }
    double[] foretold = forecast(values, week.length, 14);
    for (int n = 0; n < foretold.length; n++) {
      assertEquals(week[(values.length + n) % week.length], foretold[n], 0.1);
    }
  }

  @Test
  void gapsHoldTheLastValue() {
    double[] values = new double[100];
    for (int t = 0; t < values.length; t++) {
      values[t] = t % 10 == 5 ? Double.NaN : t % 2;
    }
    values[0] = Double.NaN;
    values[99] = Double.NaN;
    for (double each : forecast(values, 0, 5)) {
      assertTrue(Math.abs(each) < 2, () -> "was " + each);
    }
  }

  @Test
  void ofTooFewValuesTheLastIsExpected() {
    assertEquals(3, forecast(new double[] {1, 2, 3}, 0, 2)[1], 1e-12);
    assertEquals(0, forecast(new double[50], 0, 2)[1], 1e-12);
  }

  @Test
  void aTrendGoesOn() {
    RandomGenerator random = Seeded.random(3);
    double[] values = new double[300];
    for (int t = 0; t < values.length; t++) {
      values[t] = 100 + 2 * t + random.nextGaussian();
    }
    assertEquals(100 + 2 * 319, forecast(values, 0, 20)[19], 4);
  }

  /** Two years of days: more on Sundays, and in summer. */
  private static TimeSeries visitors(int days) throws IOException, BadFileException {
    StringBuilder lines = new StringBuilder("date,visitors\n");
    LocalDate day = LocalDate.of(2024, 1, 1);
    RandomGenerator random = Seeded.random(4);
    for (int t = 0; t < days; t++, day = day.plusDays(1)) {
      lines
          .append(day)
          .append(',')
          .append(visitors(day) + 0.5 * random.nextGaussian())
          .append('\n');
    }
    Path file = Files.createTempFile("visitors", ".csv");
    try {
      Files.writeString(file, lines);
      return SeriesFile.read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static double visitors(LocalDate day) {
    return 100
        - 20 * Math.cos(2 * Math.PI * (day.getDayOfYear() - 1) / day.lengthOfYear())
        + (day.getDayOfWeek() == DayOfWeek.SUNDAY ? 30 : 0);
  }

  @Test
  void theCalendarCounts() throws IOException, BadFileException {
    TimeSeries series = visitors(800);
    LinearForecast linear = LinearFit.of(series, 800, 0, LinearTerms.ALL);
    double[] foretold = LinearStep.forecast(linear, series, 800, 30);
    for (int n = 0; n < 30; n++) {
      assertEquals(visitors(LocalDate.of(2024, 1, 1).plusDays(800 + n)), foretold[n], 2.5);
    }
    assertTrue(linear.calendar().contains(CalendarInput.DAY_OF_WEEK), linear.toString());
  }

  @Test
  void anotherColumnCounts() {
    RandomGenerator random = Seeded.random(5);
    double[] values = new double[2 * 500];
    for (int t = 0; t < 500; t++) {
      values[2 * t] = random.nextGaussian();
      values[2 * t + 1] = t == 0 ? 0 : 7 + 3 * values[2 * t - 2];
    }
    TimeSeries series = new TimeSeries(TimeAxis.rows(500), List.of("cause", "effect"), values);
    LinearForecast linear = LinearFit.of(series, 500, 0, LinearTerms.ALL);
    assertEquals(7 + 3 * values[2 * 499], LinearStep.forecast(linear, series, 500, 1)[1], 1e-3);
    LinearForecast own = LinearFit.of(series, 500, 0, LinearTerms.OWN);
    assertEquals(7, LinearStep.forecast(own, series, 500, 1)[1], 2);
  }
}
