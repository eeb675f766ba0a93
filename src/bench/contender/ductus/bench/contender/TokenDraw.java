package ductus.bench.contender;

import java.util.random.RandomGenerator;

/** Draws a token where a side's library has no way of its own. */
public final class TokenDraw {
  private TokenDraw() {}

  /**
   * One draw.
   *
   * @param probabilities [V], that sum to about 1
   */
  public static int of(float[] probabilities, RandomGenerator random) {
    double left = random.nextDouble();
    for (int token = 0; token < probabilities.length - 1; token++) {
      left -= probabilities[token];
      if (left < 0) {
        return token;
      }
    }
    return probabilities.length - 1;
  }
}
