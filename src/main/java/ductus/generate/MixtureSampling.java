package ductus.generate;

/**
 * The way in which a pen point is drawn from a mixture.
 *
 * @param bias towards what is likely, b: log deviations get −b, logits of weights and pen times 1 +
 *     b (Graves 2013, eq. 61–62; there the pen is left as it is); 0 for none
 * @param temperature divides the logits and multiplies the variances; 0 takes the mean of the most
 *     likely component, and lifts the pen where that is likelier
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
