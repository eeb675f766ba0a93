package ductus.music.encoding.performance;

import ductus.generate.Constraint;

/**
 * Sets the length of a performance: it does not end before, and nothing is struck after.
 *
 * @param steps of 10 ms
 */
public record DurationConstraint(int steps) implements Constraint {
  public DurationConstraint {
    if (steps < 1) {
      throw new IllegalArgumentException("duration must be 1 step or more but was " + steps);
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
    if (now < steps) {
      allowed[PerformanceVocabulary.END] = false;
      return;
    }
    for (int token = 0; token < PerformanceVocabulary.SIZE; token++) {
      allowed[token] &=
          token == PerformanceVocabulary.END || PerformanceVocabulary.isRelease(token);
    }
  }
}
