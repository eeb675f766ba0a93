package ductus.math;

import java.util.Arrays;

/**
 * Chooses among ways to do the same work, with the same results, by what they took of late. What is
 * fastest depends on the machine and on what else it does: so the others are tried now and then,
 * the slower they seem the more rarely.
 */
final class FastestWay {
  /**
   * Latest runs of a way of which the fastest counts: whatever else the machine does makes some of
   * them slower, none faster.
   */
  private static final int LATEST = 4;

  /** Share of the time that may be lost with each of the others. */
  private static final double LOSS = 0.01;

  /** Nanoseconds of work behind which each is tried again, however much is lost. */
  private static final double LONGEST = 20e9;

  /**
   * Nanoseconds behind which a trial is over. Of shorter runs it takes several on end: a crew that
   * was left alone for a while has to wake up first.
   */
  private static final double WHOLE_TRIAL = 1e6;

  /** Runs of each way before the first choice: the very first ones are slow in any way. */
  private static final int TRIALS = 8;

  /** Two runs are enough of a way that has taken so long in all. */
  private static final double TRIAL_NANOS = 50e6;

  /** Nanoseconds an item of the latest runs of each way. */
  private final double[][] latest;

  /** Nanoseconds of all runs of each way. */
  private final double[] nanos;

  /** Nanoseconds of all other ways' runs since the last one of each way. */
  private final double[] nanosSince;

  private final long[] runs;

  /** The way on trial, and the runs that it has left. */
  private int tried;

  private int left;

  /**
   * A choice among ways that were not tried yet.
   *
   * @param ways their number, 1 or more
   */
  FastestWay(int ways) {
    latest = new double[ways][LATEST];
    for (double[] none : latest) {
      Arrays.fill(none, Double.POSITIVE_INFINITY);
    }
    nanos = new double[ways];
    nanosSince = new double[ways];
    runs = new long[ways];
  }

  /**
   * Chooses. At first all are tried in turns, the last one first.
   *
   * @param from the first way that can do this work
   * @param to behind the last one
   * @param items size of the work, to which all ways' times are taken to be in proportion; where
   *     they are not, a way may be misjudged until it is tried again
   * @return the number of the way, from 0
   */
  int next(int from, int to, long items) {
    if (left > 0 && tried >= from && tried < to) {
      return tried;
    }
    int rarest = from;
    int fastest = from;
    for (int way = from + 1; way < to; way++) {
      rarest = runs[way] <= runs[rarest] ? way : rarest;
      fastest = nanosAnItem(way) < nanosAnItem(fastest) ? way : fastest;
    }
    if (runs[rarest] < 2 || (runs[rarest] < TRIALS && nanos[rarest] < TRIAL_NANOS)) {
      return rarest;
    }
    for (int way = from; way < to; way++) {
      double loss = (nanosAnItem(way) - nanosAnItem(fastest)) * items;
      int runsOnEnd = nanosAnItem(way) * items < WHOLE_TRIAL ? LATEST : 1;
      if (way != fastest && nanosSince[way] > Math.min(runsOnEnd * loss / LOSS, LONGEST)) {
        tried = way;
        left = runsOnEnd;
        return way;
      }
    }
    return fastest;
  }

  /** What a way is believed to take; infinite where it was not tried. */
  double nanosAnItem(int way) {
    double least = latest[way][0];
    for (int i = 1; i < LATEST; i++) {
      least = Math.min(least, latest[way][i]);
    }
    return least;
  }

  /** Records what a way took. */
  void took(int way, long items, long time) {
    latest[way][(int) (runs[way] % LATEST)] = (double) time / Math.max(1, items);
    runs[way]++;
    nanos[way] += time;
    for (int other = 0; other < nanosSince.length; other++) {
      nanosSince[other] += time;
    }
    nanosSince[way] = 0;
    left = time < WHOLE_TRIAL ? Math.max(0, left - 1) : 0;
  }
}
