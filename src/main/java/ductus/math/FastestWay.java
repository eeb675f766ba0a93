package ductus.math;

/**
 * Chooses among ways to do the same work, with the same results, by what they took of late. What is
 * fastest depends on the machine and on what else it does: so the others are tried now and then,
 * the slower they seem the more rarely.
 */
final class FastestWay {
  /** Weight of the latest time in what a way is believed to take. */
  private static final double FRESH = 0.3;

  /** Share of the time that may be lost with each of the others. */
  private static final double LOSS = 0.01;

  /** Nanoseconds of work behind which each way is tried again, however slow it was. */
  private static final double LONGEST = 20e9;

  /** Runs of each way before the first choice: the first ones are slow in any way. */
  private static final int TRIALS = 6;

  private final double[] nanosAnItem;
  private final double[] nanosSince;
  private final int[] runs;

  /**
   * A choice among ways that were not tried yet.
   *
   * @param ways their number, 1 or more
   */
  FastestWay(int ways) {
    nanosAnItem = new double[ways];
    nanosSince = new double[ways];
    runs = new int[ways];
  }

  /**
   * Chooses. At first all are tried in turns, the last one first.
   *
   * @param ways how many of them, from the first on, can do this work
   * @param items size of the work, to which all ways' times are taken to be in proportion
   * @return the number of the way, from 0
   */
  int next(int ways, long items) {
    int rarest = 0;
    int fastest = 0;
    for (int way = 1; way < ways; way++) {
      rarest = runs[way] <= runs[rarest] ? way : rarest;
      fastest = nanosAnItem[way] < nanosAnItem[fastest] ? way : fastest;
    }
    if (runs[rarest] < TRIALS) {
      return rarest;
    }
    for (int way = 0; way < ways; way++) {
      double loss = (nanosAnItem[way] - nanosAnItem[fastest]) * items;
      if (way != fastest && nanosSince[way] > Math.min(loss / LOSS, LONGEST)) {
        return way;
      }
    }
    return fastest;
  }

  /** Hears what a way took. */
  void took(int way, long items, long nanos) {
    double latest = (double) nanos / Math.max(1, items);
    // The first ones are slow in any way: what they took says nothing.
    double weight = runs[way] < TRIALS ? 1 : FRESH;
    nanosAnItem[way] += weight * (latest - nanosAnItem[way]);
    runs[way]++;
    for (int other = 0; other < nanosSince.length; other++) {
      nanosSince[other] += nanos;
    }
    nanosSince[way] = 0;
  }
}
