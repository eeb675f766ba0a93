package ductus.math;

import java.util.Arrays;

/**
 * Chooses among ways to do the same work, with the same results, by what they took of late. What is
 * fastest depends on the machine and on what else it does: so the others are tried now and then,
 * the slower they seem the more rarely.
 */
public final class FastestWay {
  /** Weight of the latest time in what a way is believed to take. */
  private static final double FRESH = 0.3;

  /** Share of the time that may be lost with each of the others. */
  private static final double LOSS = 0.005;

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
  public FastestWay(int ways) {
    nanosAnItem = new double[ways];
    nanosSince = new double[ways];
    runs = new int[ways];
  }

  /**
   * Chooses.
   *
   * @param ways how many of them, from the first on, can do this work
   * @param items size of the work; all ways' times are taken to be in proportion to it
   * @return the number of the way, from 0
   */
  public int next(int ways, long items) {
    int fastest = 0;
    for (int way = 0; way < ways; way++) {
      if (runs[way] < TRIALS) {
        return way;
      }
      if (nanosAnItem[way] < nanosAnItem[fastest]) {
        fastest = way;
      }
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
  public void took(int way, long items, long nanos) {
    double now = (double) nanos / Math.max(1, items);
    runs[way]++;
    nanosAnItem[way] =
        runs[way] <= TRIALS ? now : nanosAnItem[way] + FRESH * (now - nanosAnItem[way]);
    for (int other = 0; other < nanosSince.length; other++) {
      nanosSince[other] += nanos;
    }
    nanosSince[way] = 0;
  }

  /** What each way is believed to take, in nanoseconds an item; 0 where it was not tried. */
  public double[] nanosAnItem() {
    return Arrays.copyOf(nanosAnItem, nanosAnItem.length);
  }
}
