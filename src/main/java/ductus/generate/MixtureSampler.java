package ductus.generate;

import ductus.nn.head.Mixture;
import java.util.random.RandomGenerator;

/**
 * Draws one pen point after another from the raw outputs of a mixture head, and allocates nothing
 * while it does. What was drawn stays until the next draw.
 */
public final class MixtureSampler {
  /**
   * The way in which a pen point is drawn from a mixture.
   *
   * @param bias towards what is likely, b: log deviations get −b, logits of weights times 1 + b,
   *     the pen is left as it is (Graves 2013, eq. 61–62): where people may lift it at each of some
   *     points, it would never be lifted otherwise; 0 for none
   * @param temperature divides the logits and multiplies the variances; 0 takes the mean of the
   *     most likely component, and lifts the pen where that is likelier
   */
  public record MixtureSampling(double bias, double temperature) {
    /** Plain sampling from the network's own density. */
    public static final MixtureSampling PLAIN = new MixtureSampling(0, 1);

    /** Largest bias, beyond which nothing is left to chance anyway. */
    private static final double GREATEST_BIAS = 50;

    public MixtureSampling {
      if (!(bias >= 0 && bias <= GREATEST_BIAS)) {
        throw new IllegalArgumentException(
            "bias must be 0 (none) to %.0f but was %s".formatted(GREATEST_BIAS, bias));
      }
      if (!(temperature >= 0) || Double.isInfinite(temperature)) {
        throw new IllegalArgumentException(
            "temperature must be 0 (greedy) or more but was " + temperature);
      }
    }
  }

  private final Mixture mixture;
  private float deltaX;
  private float deltaY;
  private boolean penUp;

  /** Creates a sampler for mixtures of M components. */
  public MixtureSampler(int components) {
    mixture = new Mixture(components);
  }

  /**
   * Draws a pen point.
   *
   * @param raw from {@code offset} a row of raw outputs, as {@link Mixture} reads them; not
   *     modified
   * @throws IllegalStateException if the offset drawn is not a number
   */
  public void draw(float[] raw, int offset, MixtureSampling sampling, RandomGenerator random) {
    if (sampling.temperature() == 0) {
      takeLikeliest(raw, offset);
    } else {
      double factor = (1 + sampling.bias()) / sampling.temperature();
      double shift = 0.5 * StrictMath.log(sampling.temperature()) - sampling.bias();
      double penFactor = 1 / sampling.temperature();
      mixture.read(raw, offset, (float) factor, (float) penFactor, (float) shift);
      drawOffset(pick(random.nextDouble()), random.nextGaussian(), random.nextGaussian());
      penUp = random.nextDouble() < mixture.penUp();
    }
    if (!Float.isFinite(deltaX) || !Float.isFinite(deltaY)) {
      throw new IllegalStateException(
          "offset must be a number but was (%s, %s): broken model".formatted(deltaX, deltaY));
    }
  }

  private void takeLikeliest(float[] raw, int offset) {
    mixture.read(raw, offset);
    int likeliest = 0;
    for (int j = 1; j < mixture.components(); j++) {
      if (mixture.weight(j) > mixture.weight(likeliest)) {
        likeliest = j;
      }
    }
    drawOffset(likeliest, 0, 0);
    penUp = mixture.penUp() > 0.5;
  }

  /** The component at which a share of all weights is reached. */
  private int pick(double share) {
    double left = share;
    for (int j = 0; j < mixture.components() - 1; j++) {
      left -= mixture.weight(j);
      if (left < 0) {
        return j;
      }
    }
    return mixture.components() - 1;
  }

  /** Turns two independent standard normal numbers into an offset. */
  private void drawOffset(int component, double first, double second) {
    double correlation = mixture.correlation(component);
    double across = correlation * first + Math.sqrt(1 - correlation * correlation) * second;
    deltaX = (float) (mixture.meanX(component) + mixture.deviationX(component) * first);
    deltaY = (float) (mixture.meanY(component) + mixture.deviationY(component) * across);
  }

  /** Offset to the right of the point last drawn, as the network was trained to see it. */
  public float deltaX() {
    return deltaX;
  }

  /** Offset upwards of the point last drawn. */
  public float deltaY() {
    return deltaY;
  }

  /** Whether the stroke ends with the point last drawn. */
  public boolean penUp() {
    return penUp;
  }
}
