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

  /** Epochs after which samples become rarer, so that no run fills a disk with them. */
  private static final int MANY = 1000;

  /**
   * The 1st, each power of two and every 5th; all of them where an epoch is long. Behind the 1000th
   * half as many, and half as many again each time that the run is twice as long.
   */
  public boolean includes(int epoch) {
    int every = targets >= CHEAP ? 1 : EVERY;
    int rarer = Integer.highestOneBit(Math.max(1, (epoch - 1) / MANY * 2));
    return epoch % (every * rarer) == 0 || Integer.bitCount(epoch) == 1;
  }
}
