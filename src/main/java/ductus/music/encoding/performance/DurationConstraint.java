package ductus.music.encoding.performance;

import ductus.generate.Constraint;
import java.util.function.IntPredicate;

/**
 * Keeps a performance to a length: it does not end before, and nothing is struck after.
 *
 * @param least steps of 10 ms
 * @param most steps of 10 ms
 */
public record DurationConstraint(int least, int most) implements Constraint {
  public DurationConstraint {
    if (least < 0 || most < Math.max(1, least)) {
      throw new IllegalArgumentException(
          "duration must be 1 step or more but was " + least + " to " + most);
    }
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    long now = 0;
    for (int t = 0; t < length; t++) {
      if (PerformanceVocabulary.isShift(tokens[t])) {
        now += PerformanceVocabulary.steps(tokens[t]);
      }
    }
    if (now < least) {
      allowed[PerformanceVocabulary.END] = false;
    }
    if (now >= most
        && !keep(
            allowed,
            token ->
                token == PerformanceVocabulary.END || PerformanceVocabulary.isRelease(token))) {
      // The pedal may stand between the last wait and the end; a wait lets all keys be released.
      if (!keep(allowed, PerformanceVocabulary::isPedal)) {
        keep(allowed, PerformanceVocabulary::isShift);
      }
    }
  }

  /** Keeps some tokens only, if any of them is allowed; returns whether one is. */
  private static boolean keep(boolean[] allowed, IntPredicate kept) {
    boolean any = false;
    for (int token = 0; token < PerformanceVocabulary.SIZE; token++) {
      any |= allowed[token] && kept.test(token);
    }
    for (int token = 0; any && token < PerformanceVocabulary.SIZE; token++) {
      allowed[token] &= kept.test(token);
    }
    return any;
  }
}
