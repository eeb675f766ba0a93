package ductus.metric.baseline;

/**
 * Counts c(h w) of one order of a Kneser–Ney model: how often token w followed context h, with the
 * sums over w that smoothing asks for. A context is any long from 0 on that the caller makes; a
 * gram is known by 63 bits of a hash of it and of its token.
 */
final class ContextCounts {
  // Columns of the table of contexts.
  private static final int TOTAL = 0;
  private static final int ONCE = 1;
  private static final int TWICE = 2;
  private static final int MORE = 3;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final CountTable grams = new CountTable(1);
  private final CountTable contexts = new CountTable(4);
  // Grams counted exactly 1, 2, 3 and 4 times stand at 1 to 4.
  private final long[] countsOfCounts = new long[5];
  private Discounts discounts = Discounts.estimate(0, 0, 0, 0);
  private boolean discountsAreStale;

  /** A hash, 0 or more, of a context with one more token in front, or with one behind it. */
  static long longer(long context, long token) {
    // The mixing steps of SplitMix64 (Steele, Lea and Flood 2014).
    long mixed = (context ^ (token + 1) * MULTIPLIER) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (mixed ^ (mixed >>> 31)) & Long.MAX_VALUE;
  }

  /** Counts w after h once more and says whether it was the first time. */
  boolean add(long context, int token) {
    int count = grams.increment(grams.insert(longer(context, token)), 0);
    if (count <= 4) {
      countsOfCounts[count]++;
    }
    if (count >= 2 && count <= 5) {
      countsOfCounts[count - 1]--;
    }
    discountsAreStale = true;

    int slot = contexts.insert(context);
    contexts.increment(slot, TOTAL);
    if (count <= 3) {
      contexts.increment(slot, column(count));
    }
    if (count == 2 || count == 3) {
      contexts.decrement(slot, column(count - 1));
    }
    return count == 1;
  }

  /**
   * P(w | h), interpolated.
   *
   * @param lower P(w | h'), which also stands where h was never met
   */
  double probability(long context, int token, double lower) {
    int slot = contexts.find(context);
    if (slot < 0) {
      return lower;
    }
    if (discountsAreStale) {
      discounts =
          Discounts.estimate(
              countsOfCounts[1], countsOfCounts[2], countsOfCounts[3], countsOfCounts[4]);
      discountsAreStale = false;
    }
    int gramSlot = grams.find(longer(context, token));
    int count = gramSlot < 0 ? 0 : grams.count(gramSlot, 0);
    double kept = Math.max(count - discounts.of(count), 0);
    double freed =
        discounts.once() * contexts.count(slot, ONCE)
            + discounts.twice() * contexts.count(slot, TWICE)
            + discounts.more() * contexts.count(slot, MORE);
    return (kept + freed * lower) / contexts.count(slot, TOTAL);
  }

  private static int column(int count) {
    return count == 1 ? ONCE : count == 2 ? TWICE : MORE;
  }
}
