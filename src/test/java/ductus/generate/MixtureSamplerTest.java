package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.MixtureSampler.MixtureSampling;
import ductus.math.Allocation;
import ductus.math.Seeded;
import ductus.nn.head.Mixture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MixtureSamplerTest {
  private static final int DRAWS = 200_000;

  /** Several standard errors of a mean over so many draws. */
  private static final double TOLERANCE = 0.02;

  /** Two components: pen, weights, means x, means y, log deviations x, y, correlations. */
  private static final float[] RAW = {
    -1.5f, 0.3f, -0.6f, -1, 2, 0.5f, -0.25f, -0.5f, 0.1f, 0.2f, -1, 0.9f, -2
  };

  /** First and second moments of draws. */
  private static final class Moments {
    double x;
    double y;
    double xx;
    double yy;
    double xy;
    double up;

    Moments(float[] raw, MixtureSampling sampling) {
      MixtureSampler sampler = new MixtureSampler((raw.length - 1) / 6);
      RandomGenerator random = Seeded.random(11);
      for (int i = 0; i < DRAWS; i++) {
        sampler.draw(raw, 0, sampling, random);
        x += sampler.deltaX() / (double) DRAWS;
        y += sampler.deltaY() / (double) DRAWS;
        xx += sampler.deltaX() * (double) sampler.deltaX() / DRAWS;
        yy += sampler.deltaY() * (double) sampler.deltaY() / DRAWS;
        xy += sampler.deltaX() * (double) sampler.deltaY() / DRAWS;
        up += sampler.penUp() ? 1.0 / DRAWS : 0;
      }
    }
  }

  @Test
  void drawsFollowTheDensity() {
    Moments moments = new Moments(RAW, MixtureSampling.PLAIN);
    double first = 1 / (1 + StrictMath.exp(-0.9));
    requireMoments(moments, first, 1, 1 / (1 + StrictMath.exp(1.5)));
  }

  @Test
  void biasNarrowsDensitiesAndSharpensWeightsButLeavesThePen() {
    double bias = 0.7;
    Moments moments = new Moments(RAW, new MixtureSampling(bias, 1));
    double first = 1 / (1 + StrictMath.exp(-0.9 * (1 + bias)));
    requireMoments(moments, first, StrictMath.exp(-bias), 1 / (1 + StrictMath.exp(1.5)));
  }

  @Test
  void temperatureWidensVariancesAndEvensOutWeightsAndPen() {
    Moments moments = new Moments(RAW, new MixtureSampling(0, 2));
    double first = 1 / (1 + StrictMath.exp(-0.45));
    requireMoments(moments, first, Math.sqrt(2), 1 / (1 + StrictMath.exp(0.75)));
  }

  /** Moments of the mixture {@link #RAW} with other weights and deviations. */
  private static void requireMoments(Moments moments, double first, double factor, double pen) {
    double[] weights = {first, 1 - first};
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int j = 0; j < 2; j++) {
      double sx = factor * StrictMath.exp(RAW[7 + j]);
      double sy = factor * StrictMath.exp(RAW[9 + j]);
      double rho = Mixture.GREATEST_CORRELATION * StrictMath.tanh(RAW[11 + j]);
      x += weights[j] * RAW[3 + j];
      y += weights[j] * RAW[5 + j];
      xx += weights[j] * (RAW[3 + j] * RAW[3 + j] + sx * sx);
      yy += weights[j] * (RAW[5 + j] * RAW[5 + j] + sy * sy);
      xy += weights[j] * (RAW[3 + j] * RAW[5 + j] + rho * sx * sy);
    }
    assertEquals(x, moments.x, TOLERANCE);
    assertEquals(y, moments.y, TOLERANCE);
    assertEquals(xx, moments.xx, 4 * TOLERANCE);
    assertEquals(yy, moments.yy, 4 * TOLERANCE);
    assertEquals(xy, moments.xy, 4 * TOLERANCE);
    assertEquals(pen, moments.up, TOLERANCE);
  }

  @Test
  void temperatureZeroTakesTheMeanOfTheLikeliest() {
    MixtureSampler sampler = new MixtureSampler(2);
    sampler.draw(RAW, 0, new MixtureSampling(0, 0), Seeded.random(1));
    assertEquals(-1, sampler.deltaX());
    assertEquals(0.5f, sampler.deltaY());
    assertFalse(sampler.penUp());
    float[] lifted = RAW.clone();
    lifted[0] = 0.1f;
    sampler.draw(lifted, 0, new MixtureSampling(0, 0), Seeded.random(1));
    assertTrue(sampler.penUp());
  }

  @Test
  void extremeRowsStayFinite() {
    RandomGenerator random = Seeded.random(3);
    MixtureSampler sampler = new MixtureSampler(3);
    for (int i = 0; i < 2000; i++) {
      float[] raw = Seeded.floats(Mixture.outputs(3), i % 2 == 0 ? 1e3 : 20, random);
      for (double bias : new double[] {0, 3, 50}) {
        sampler.draw(raw, 0, new MixtureSampling(bias, 0.01 + random.nextDouble()), random);
        assertTrue(Math.abs(sampler.deltaX()) < 1e4, () -> "Δx " + sampler.deltaX());
        assertTrue(Math.abs(sampler.deltaY()) < 1e4, () -> "Δy " + sampler.deltaY());
      }
    }
  }

  @Test
  void readsARowWhereItStands() {
    float[] shifted = new float[RAW.length + 5];
    System.arraycopy(RAW, 0, shifted, 5, RAW.length);
    MixtureSampler sampler = new MixtureSampler(2);
    sampler.draw(RAW, 0, MixtureSampling.PLAIN, Seeded.random(8));
    float expected = sampler.deltaX();
    sampler.draw(shifted, 5, MixtureSampling.PLAIN, Seeded.random(8));
    assertEquals(expected, sampler.deltaX());
  }

  @Test
  void saysThatAModelIsBroken() {
    float[] broken = RAW.clone();
    broken[3] = Float.NaN;
    broken[4] = Float.NaN;
    MixtureSampler sampler = new MixtureSampler(2);
    RandomGenerator random = Seeded.random(1);
    assertThrows(
        IllegalStateException.class, () -> sampler.draw(broken, 0, MixtureSampling.PLAIN, random));
  }

  @Test
  void allocatesNothingWhileItDraws() throws Exception {
    MixtureSampler sampler = new MixtureSampler(2);
    RandomGenerator random = Seeded.random(2);
    long bytes =
        Allocation.bytes(
            () -> {
              for (int i = 0; i < 20_000; i++) {
                sampler.draw(RAW, 0, MixtureSampling.PLAIN, random);
              }
            });
    assertTrue(bytes < 20_000, () -> bytes + " bytes");
  }

  @Test
  void rejectsSamplingOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new MixtureSampling(-0.1, 1));
    assertThrows(IllegalArgumentException.class, () -> new MixtureSampling(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new MixtureSampling(51, 1));
    assertThrows(IllegalArgumentException.class, () -> new MixtureSampling(0, -1));
    assertThrows(
        IllegalArgumentException.class, () -> new MixtureSampling(0, Double.POSITIVE_INFINITY));
  }
}
