package ductus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.nn.GradientCheck;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What the course's chapters 6, 11 and 12 say of chance, and of forecasts, tried out. */
class CourseMeasuresTest {
  private final RandomGenerator random = Seeded.random(3);

  private static double points(double share, int count) {
    return 196 * Math.sqrt(share * (1 - share) / count);
  }

  @Test
  void chapter6SaysHowSureAShareIs() {
    assertEquals(1.6, points(0.931, 951), 0.05);
    assertEquals(6.9, points(0.747, 150), 0.1);
  }

  @Test
  void chapter6SaysHowTheBestOfTwentyFlattersItself() {
    double sum = 0;
    for (int trial = 0; trial < 2000; trial++) {
      int best = 0;
      for (int setting = 0; setting < 20; setting++) {
        int right = 0;
        for (int i = 0; i < 100; i++) {
          right += random.nextDouble() < 0.8 ? 1 : 0;
        }
        best = Math.max(best, right);
      }
      sum += best;
    }
    assertEquals(87.5, sum / 2000, 0.6);
  }

  @Test
  void chapter11LearnsMeanAndDeviation() {
    double x = 0.7;
    double[] said = {0.2, -0.3};
    double variance = StrictMath.exp(2 * said[1]);
    double error = said[0] - x;
    double[] gradient = {error / variance, 1 - error * error / variance};
    GradientCheck.check(
        "mean and log deviation",
        said,
        gradient,
        () -> said[1] + (said[0] - x) * (said[0] - x) / (2 * StrictMath.exp(2 * said[1])));
  }

  @Test
  void chapter11ForetellsTwoSinesFromFourLags() {
    double a = 2 * StrictMath.cos(0.3);
    double b = 2 * StrictMath.cos(0.7);
    // (1 − aB + B²)(1 − bB + B²)
    double[] lags = {a + b, -2 - a * b, a + b, -1};
    double[] x = new double[50];
    Arrays.setAll(x, t -> StrictMath.sin(0.3 * t) + 2 * StrictMath.cos(0.7 * t));
    for (int t = 4; t < x.length; t++) {
      double foretold = 0;
      for (int k = 0; k < 4; k++) {
        foretold += lags[k] * x[t - 1 - k];
      }
      assertEquals(x[t], foretold, 1e-10);
    }
  }

  @Test
  void chapter11FindsAQuantileByThePinballLoss() {
    double[] drawn = Seeded.doubles(4001, 1, random);
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    double least = pinball(drawn, sorted[3600]);
    assertTrue(least < pinball(drawn, sorted[3500]));
    assertTrue(least < pinball(drawn, sorted[3700]));
  }

  /** The loss of a quantile at level 0.9. */
  private static double pinball(double[] values, double quantile) {
    return Arrays.stream(values)
        .map(x -> Math.max(0.9 * (x - quantile), -0.1 * (x - quantile)))
        .sum();
  }

  @Test
  void chapter12SaysHowLargeACorrelationChanceMakes() {
    double[] feature = gaussian(1000);
    double sum = 0;
    for (int trial = 0; trial < 4; trial++) {
      double greatest = 0;
      for (int unit = 0; unit < 384; unit++) {
        double[] state = gaussian(1000);
        double r =
            Rows.dot(state, feature)
                / Math.sqrt(Rows.dot(state, state) * Rows.dot(feature, feature));
        greatest = Math.max(greatest, Math.abs(r));
      }
      sum += greatest / 4;
    }
    double reckoned = Math.sqrt(2 * StrictMath.log(768) / 1000);
    assertEquals(0.115, reckoned, 5e-4);
    assertTrue(sum < reckoned && sum > 0.085 && sum < 0.105, "" + sum);
  }

  private double[] gaussian(int count) {
    double[] drawn = new double[count];
    Arrays.setAll(drawn, i -> random.nextGaussian());
    return drawn;
  }
}
