package ductus.run;

/**
 * The epochs after which a run draws a sample. They follow from what is learned alone, so that a
 * run leaves the same files on a slow machine as on a fast one.
 *
 * @param targets tokens to predict in an epoch
 */
public record SampledEpochs(long targets) {
  private static final int EVERY = 5;

  /**
   * The number of tokens in an epoch from which on a sample, of some hundred tokens one by one,
   * costs next to nothing.
   */
  private static final long CHEAP = 20_000;

  /** The 1st, each power of two and every 5th; all of them where an epoch is long. */
  public boolean includes(int epoch) {
    return targets >= CHEAP || epoch % EVERY == 0 || Integer.bitCount(epoch) == 1;
  }
}
