package ductus.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One piece as a network sees it: tokens [T] and, beside each token, the side features [T×F] that
 * are known before the token is drawn (metre, position in the bar ...). A side feature is an index
 * into one table shared by all of them; {@link #NONE} stands for absent. Immutable.
 */
public final class Sequence implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A side feature that is absent at a step. */
  public static final int NONE = -1;

  private final int[] tokens;
  private final int[] features;
  private final int featureCount;

  /**
   * Copies its arguments.
   *
   * @param tokens [T]
   * @param features [T×F], row by row
   * @param featureCount F, side features a step
   */
  public Sequence(int[] tokens, int[] features, int featureCount) {
    if (features.length != tokens.length * featureCount) {
      throw new IllegalArgumentException(
          "features must be "
              + tokens.length
              + "×"
              + featureCount
              + " but were "
              + features.length);
    }
    this.tokens = tokens.clone();
    this.features = features.clone();
    this.featureCount = featureCount;
  }

  /** Number of tokens T, the start and end tokens included. */
  public int length() {
    return tokens.length;
  }

  /** Side features a step, F. */
  public int featureCount() {
    return featureCount;
  }

  /** The token of step {@code t}. */
  public int token(int t) {
    return tokens[t];
  }

  /** The {@code f}-th side feature that describes step {@code t}, or {@link #NONE}. */
  public int feature(int t, int f) {
    return features[t * featureCount + f];
  }

  /** A copy of the tokens [T]. */
  public int[] tokens() {
    return tokens.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sequence that
        && featureCount == that.featureCount
        && Arrays.equals(tokens, that.tokens)
        && Arrays.equals(features, that.features);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(tokens) + Arrays.hashCode(features);
  }

  @Override
  public String toString() {
    return "Sequence" + Arrays.toString(tokens);
  }
}
