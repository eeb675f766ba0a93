package ductus.series.known;

import ductus.math.Randomness;
import java.util.random.RandomGenerator;

/**
 * A synthetic electrocardiogram after McSharry, Clifford, Tarassenko and Smith (2003): each beat is
 * a turn of the angle θ, along which five waves P, Q, R, S and T pull the voltage,
 *
 * <pre>
 *   dz/dt = −Σ aᵢ·Δθᵢ·exp(−Δθᵢ²/2bᵢ²) − (z − z₀)     Δθᵢ = θ − θᵢ within ±π
 *   dθ/dt = 2π / RR(t)
 * </pre>
 *
 * <p>z₀ is a slow swing with the breath. The time between beats RR varies with two rhythms, of
 * about 0.1 and 0.25 Hz, of normal spectra with phases at random. By the method of Runge and Kutta
 * of the fourth order, in millivolts, with noise.
 */
public final class Electrocardiogram {
  /** Samples a second. */
  public static final int RATE = 100;

  private static final int STEPS = 10;
  private static final double STEP = 1.0 / (RATE * STEPS);
  private static final int SETTLING = 5;

  /** Table 1 of the article: angles, heights and widths of the waves. */
  private static final double[] ANGLES = {
    -Math.PI / 3, -Math.PI / 12, 0, Math.PI / 12, Math.PI / 2
  };

  private static final double[] HEIGHTS = {1.2, -5, 30, -7.5, 0.75};
  private static final double[] WIDTHS = {0.25, 0.1, 0.1, 0.1, 0.4};

  /** Height of an R wave of the equations, which is drawn as about one millivolt. */
  private static final double UNITS_A_MILLIVOLT = 0.045;

  private static final double BREATH = 0.005;
  private static final double BREATHS_A_SECOND = 0.25;
  private static final double NOISE = 0.02;

  /** Waves of each of the two rhythms of RR. */
  private static final int WAVES = 20;

  private static final double[] RHYTHMS = {0.1, 0.25};
  private static final double RHYTHM_WIDTH = 0.01;

  /** The power of the slow rhythm is half of that of the breath's. */
  private static final double[] POWERS = {1.0 / 3, 2.0 / 3};

  private static final double MEAN = 1;
  private static final double DEVIATION = 0.05;

  private final double[] frequencies = new double[RHYTHMS.length * WAVES];
  private final double[] amplitudes = new double[frequencies.length];
  private final double[] phases = new double[frequencies.length];

  private Electrocardiogram(RandomGenerator random) {
    for (int i = 0; i < frequencies.length; i++) {
      int rhythm = i / WAVES;
      frequencies[i] = RHYTHMS[rhythm] + RHYTHM_WIDTH * random.nextGaussian();
      amplitudes[i] = DEVIATION * Math.sqrt(2 * POWERS[rhythm] / WAVES);
      phases[i] = random.nextDouble(2 * Math.PI);
    }
  }

  /**
   * Computes an electrocardiogram.
   *
   * @param length samples, {@value #RATE} a second, 1 or more
   * @return millivolts [T]
   */
  public static double[] of(int length, long seed) {
    if (length < 1) {
      throw new IllegalArgumentException("length must be 1 or more but was " + length);
    }
    RandomGenerator random = Randomness.of(seed);
    Electrocardiogram heart = new Electrocardiogram(random);
    double[] samples = new double[length];
    double angle = random.nextDouble(-Math.PI, Math.PI);
    double z = 0;
    for (int i = 0; i < (SETTLING * RATE + length) * STEPS; i++) {
      if (i % STEPS == 0 && i >= SETTLING * RATE * STEPS) {
        samples[i / STEPS - SETTLING * RATE] =
            z / UNITS_A_MILLIVOLT + NOISE * random.nextGaussian();
      }
      double time = i * STEP;
      double speed = 2 * Math.PI / heart.betweenBeats(time);
      double half = angle + speed * STEP / 2;
      double whole = angle + speed * STEP;
      double first = slope(z, angle, time);
      double second = slope(z + STEP / 2 * first, half, time + STEP / 2);
      double third = slope(z + STEP / 2 * second, half, time + STEP / 2);
      double fourth = slope(z + STEP * third, whole, time + STEP);
      z += STEP / 6 * (first + 2 * second + 2 * third + fourth);
      angle = StrictMath.IEEEremainder(whole, 2 * Math.PI);
    }
    return samples;
  }

  /** Seconds from beat to beat at a time. */
  private double betweenBeats(double time) {
    double sum = MEAN;
    for (int i = 0; i < frequencies.length; i++) {
      sum += amplitudes[i] * StrictMath.sin(2 * Math.PI * frequencies[i] * time + phases[i]);
    }
    return Math.max(MEAN / 2, sum);
  }

  private static double slope(double z, double angle, double time) {
    double slope = BREATH * StrictMath.sin(2 * Math.PI * BREATHS_A_SECOND * time) - z;
    for (int i = 0; i < ANGLES.length; i++) {
      double from = StrictMath.IEEEremainder(angle - ANGLES[i], 2 * Math.PI);
      slope -= HEIGHTS[i] * from * StrictMath.exp(-from * from / (2 * WIDTHS[i] * WIDTHS[i]));
    }
    return slope;
  }
}
