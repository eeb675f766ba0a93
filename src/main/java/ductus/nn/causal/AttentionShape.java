package ductus.nn.causal;

import ductus.nn.Sizes;

/**
 * The shape of a {@link SelfAttention}.
 *
 * @param heads that look at different things, A
 * @param window time steps that they see, the present one included
 */
public record AttentionShape(int heads, int window) {
  /** Four heads that see 128 steps. */
  public static final AttentionShape USUAL = new AttentionShape(4, 128);

  /** Columns of the feed-forward part, as a multiple of H. */
  public static final int WIDENING = 4;

  private static final int MOST_HEADS = 64;
  private static final int LONGEST = 4096;

  public AttentionShape {
    Sizes.require("heads of the attention", heads, 1, MOST_HEADS);
    Sizes.require("window of the attention", window, 2, LONGEST);
  }

  /**
   * Requires that the heads share the columns out evenly.
   *
   * @param hiddenSize H
   */
  public void requireFit(int hiddenSize) {
    if (hiddenSize % heads != 0) {
      throw new IllegalArgumentException(
          "hidden size must be a multiple of the attention's %d heads but was %d"
              .formatted(heads, hiddenSize));
    }
  }

  /** Time steps before the present one that the heads see, P. */
  int past() {
    return window - 1;
  }

  /**
   * What a head takes off a score for every step that it lies back: 2 to the −8·(n + 1)/A (Press,
   * Smith and Lewis 2022).
   */
  double slope(int head) {
    return StrictMath.pow(2, -8.0 * (head + 1) / heads);
  }
}
