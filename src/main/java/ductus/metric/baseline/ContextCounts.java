package ductus.metric.baseline;

/**
 * Counts c(h w) of one order of a Kneser–Ney model: how often token w followed context h, with the
 * sums over w that smoothing asks for. A context is any long from 0 on that the caller makes.
 */
final class ContextCounts {
  // Columns of the table of contexts.
  private static final int TOTAL = 0;
  private static final int ONCE = 1;
  private static final int TWICE = 2;
  private static final int MORE = 3;

  private final int vocabularySize;
  private final CountTable grams = new CountTable(1);
  private final CountTable contexts = new CountTable(4);
  // Grams counted exactly 1, 2, 3 and 4 times stand at 1 to 4.
  private final long[] countsOfCounts = new long[5];
  private Discounts discounts = Discounts.estimate(0, 0, 0, 0);
  private boolean discountsAreStale;

  ContextCounts(int vocabularySize) {
    this.vocabularySize = vocabularySize;
  }

  /** Counts w after h once more and says whether it was the first time. */
  boolean add(long context, int token) {
    int count = grams.increment(grams.insert(gram(context, token)), 0);
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
    int gramSlot = grams.find(gram(context, token));
    int count = gramSlot < 0 ? 0 : grams.count(gramSlot, 0);
    double kept = Math.max(count - discounts.of(count), 0);
    double freed =
        discounts.once() * contexts.count(slot, ONCE)
            + discounts.twice() * contexts.count(slot, TWICE)
            + discounts.more() * contexts.count(slot, MORE);
    return (kept + freed * lower) / contexts.count(slot, TOTAL);
  }

  private long gram(long context, int token) {
    return context * vocabularySize + token;
  }

  private static int column(int count) {
    return count == 1 ? ONCE : count == 2 ? TWICE : MORE;
  }
}
