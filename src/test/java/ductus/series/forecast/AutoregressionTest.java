package ductus.series.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AutoregressionTest {
  private static double[] forecast(double[] values, int season, int steps) {
    return Autoregression.of(values, values.length, season)
        .orElseThrow()
        .forecast(values, values.length, steps);
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
  void tooFewOrEvenValuesHaveNone() {
    assertTrue(Autoregression.of(new double[] {1, 2, 3}, 3, 0).isEmpty());
    assertTrue(Autoregression.of(new double[50], 50, 0).isEmpty());
    assertTrue(Autoregression.of(new double[] {1, 2, 1, 3, 1, 2, 1, 3}, 8, 0).isPresent());
  }
}
