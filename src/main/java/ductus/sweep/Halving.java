package ductus.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * Successive halving (Jamieson and Talwalkar 2016, algorithm 1; with a factor as in Li et al.
 * 2018): all train for a few epochs, the best of them for a few times as many, and so on to the
 * end.
 *
 * @param factor one in so many goes on, η; also what the epochs are multiplied by
 * @param first epochs until it is first decided
 */
public record Halving(int factor, int first) {
  /** One in so many. */
  private static final int MOST = 1000;

  public Halving {
    if (factor < 2 || factor > MOST) {
      throw new IllegalArgumentException(
          "halving.factor must be 2 to %d but was %d".formatted(MOST, factor));
    }
    if (first < 1) {
      throw new IllegalArgumentException("halving.first must be 1 epoch or more but was " + first);
    }
  }

  /**
   * The rungs of the ladder.
   *
   * @param epochs of the longest plan
   * @return after which epochs it is decided, and last the end of the plan
   */
  public List<Integer> rungs(int epochs) {
    List<Integer> rungs = new ArrayList<>();
    for (long rung = first; rung < epochs; rung *= factor) {
      rungs.add((int) rung);
    }
    rungs.add(epochs);
    return rungs;
  }

  /** How many of so many go on: one at least. */
  public int kept(int count) {
    return Math.max(1, count / factor);
  }
}
