package ductus.generate;

/**
 * The way in which a token is drawn from the network's distribution.
 *
 * @param temperature divides the logits; 0 takes the most likely token
 * @param topK keeps only the K most likely tokens; 0 keeps all
 * @param topP keeps the smallest set of tokens with at least this probability (nucleus, Holtzman et
 *     al. 2020); 1 keeps all
 */
public record Sampling(double temperature, int topK, double topP) {
  /** Plain sampling from the network's own distribution. */
  public static final Sampling PLAIN = new Sampling(1, 0, 1);

  public Sampling {
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "temperature must be 0 (greedy) or more but was " + temperature);
    }
    if (topK < 0) {
      throw new IllegalArgumentException("top-k must be 0 (all) or more but was " + topK);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("top-p must be above 0 and at most 1 but was " + topP);
    }
  }
}
