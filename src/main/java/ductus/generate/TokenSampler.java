package ductus.generate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws one token after another from logits, and allocates nothing while it does.
 *
 * <p>The order of the steps: tokens that are not allowed fall away; the logits are divided by the
 * temperature; top-k keeps the K most likely tokens; top-p keeps, of the probability that is then
 * left, the smallest set of most likely tokens that reaches P (Holtzman et al. 2020, "The curious
 * case of neural text degeneration", section 3.1); one of the kept tokens is drawn. Of equally
 * likely tokens the lower one comes first.
 *
 * <p>The same logits, settings and random numbers give the same token on every machine: sums run in
 * a fixed order, in double, over exponentials of {@link StrictMath}. A draw takes exactly one
 * {@code nextDouble()}, at temperature 0 none.
 */
public final class TokenSampler {
  private final int vocabularySize;

  /** The candidates among the tokens, in the first entries. */
  private final int[] tokens;

  /**
   * Weights of the candidates [V], proportional to their probabilities; the most likely one has 1.
   */
  private final double[] weights;

  /** What the candidates are sorted by. */
  private final long[] keys;

  public TokenSampler(int vocabularySize) {
    if (vocabularySize < 1) {
      throw new IllegalArgumentException(
          "vocabulary size must be 1 or more but was " + vocabularySize);
    }
    this.vocabularySize = vocabularySize;
    tokens = new int[vocabularySize];
    weights = new double[vocabularySize];
    keys = new long[vocabularySize];
  }

  /**
   * Draws a token.
   *
   * @param logits [V], or longer and the first V count; minus infinity is probability 0; not
   *     modified
   * @param allowed [V], false for tokens that must not be drawn; not modified
   * @throws IllegalArgumentException if no token is allowed
   * @throws IllegalStateException if a logit is NaN or plus infinity, or every allowed one minus
   *     infinity
   */
  public int draw(float[] logits, boolean[] allowed, Sampling sampling, RandomGenerator random) {
    if (logits.length < vocabularySize || allowed.length != vocabularySize) {
      throw new IllegalArgumentException(
          "logits and allowed must be "
              + vocabularySize
              + " but were "
              + logits.length
              + " and "
              + allowed.length);
    }
    requireNumbers(logits);
    int count = collect(logits, allowed);
    int best = mostLikely(logits, count);
    if (sampling.temperature() == 0) {
      return best;
    }
    weigh(logits, count, logits[best], sampling.temperature());
    return pick(narrow(logits, count, sampling), random);
  }

  private void requireNumbers(float[] logits) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int token = 0; token < vocabularySize; token++) {
      float logit = logits[token];
      if (Float.isNaN(logit) || logit == Float.POSITIVE_INFINITY) {
        throw new IllegalStateException(
            "logit of token " + token + " must be a number but was " + logit + ": broken model");
      }
      largest = Math.max(largest, logit);
    }
    if (largest == Float.NEGATIVE_INFINITY) {
      throw new IllegalStateException("a logit must be finite but all are -Infinity: broken model");
    }
  }

  /** Makes candidates of the allowed tokens that are not impossible. */
  private int collect(float[] logits, boolean[] allowed) {
    int count = 0;
    boolean any = false;
    for (int token = 0; token < vocabularySize; token++) {
      any |= allowed[token];
      if (allowed[token] && logits[token] != Float.NEGATIVE_INFINITY) {
        tokens[count++] = token;
      }
    }
    if (!any) {
      throw new IllegalArgumentException("a token must be allowed but none is");
    }
    if (count == 0) {
      throw new IllegalStateException(
          "an allowed token must be possible but all logits are -Infinity: broken model");
    }
    return count;
  }

  private int mostLikely(float[] logits, int count) {
    int best = tokens[0];
    for (int i = 1; i < count; i++) {
      if (logits[tokens[i]] > logits[best]) {
        best = tokens[i];
      }
    }
    return best;
  }

  private void weigh(float[] logits, int count, float largest, double temperature) {
    for (int i = 0; i < count; i++) {
      int token = tokens[i];
      weights[token] = StrictMath.exp(((double) logits[token] - largest) / temperature);
    }
  }

  /** Applies top-k and top-p, and returns how many candidates are left. */
  private int narrow(float[] logits, int count, Sampling sampling) {
    boolean narrowsToK = sampling.topK() > 0 && sampling.topK() < count;
    if (!narrowsToK && sampling.topP() == 1) {
      return count;
    }
    sort(logits, count);
    int kept = narrowsToK ? sampling.topK() : count;
    return sampling.topP() < 1 ? nucleus(kept, sampling.topP()) : kept;
  }

  /** How many of the most likely candidates it takes to reach a share of all probability. */
  private int nucleus(int count, double topP) {
    double wanted = topP * sumOfWeights(count);
    double sum = weights[tokens[0]];
    int kept = 1;
    while (kept < count && sum < wanted) {
      sum += weights[tokens[kept]];
      kept++;
    }
    return kept;
  }

  private int pick(int count, RandomGenerator random) {
    double left = random.nextDouble() * sumOfWeights(count);
    int last = tokens[0];
    for (int i = 0; i < count; i++) {
      double weight = weights[tokens[i]];
      if (left < weight) {
        return tokens[i];
      }
      left -= weight;
      if (weight > 0) {
        last = tokens[i];
      }
    }
    // Rounding can leave a crumb behind the last one.
    return last;
  }

  private double sumOfWeights(int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[tokens[i]];
    }
    return sum;
  }

  /** Sorts the candidates, most likely first. */
  private void sort(float[] logits, int count) {
    for (int i = 0; i < count; i++) {
      keys[i] = key(logits[tokens[i]], tokens[i]);
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      tokens[i] = (int) keys[i];
    }
  }

  /** A number that is the smaller the larger a logit is, and of equal ones the lower the token. */
  private static long key(float logit, int token) {
    // Minus zero becomes zero. Bits of negative numbers ascend while the numbers fall.
    int bits = Float.floatToIntBits(logit + 0f);
    int ascending = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    return ((long) ~ascending << Integer.SIZE) | token;
  }
}
