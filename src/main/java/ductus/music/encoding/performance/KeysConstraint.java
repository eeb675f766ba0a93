package ductus.music.encoding.performance;

import ductus.generate.Constraint;

/**
 * Strikes no more keys than hands can hold down: a network that has not learned to release them
 * would hold ever more, and never end.
 *
 * @param most keys that are down at once
 */
public record KeysConstraint(int most) implements Constraint {
  public KeysConstraint {
    if (most < 1) {
      throw new IllegalArgumentException("keys must be 1 or more but were " + most);
    }
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    int down = 0;
    for (int t = 0; t < length; t++) {
      down += PerformanceVocabulary.isOnset(tokens[t]) ? 1 : 0;
      down -= PerformanceVocabulary.isRelease(tokens[t]) ? 1 : 0;
    }
    if (down < most) {
      return;
    }
    for (int token = 0; token < PerformanceVocabulary.SIZE; token++) {
      allowed[token] &=
          !PerformanceVocabulary.isOnset(token) && !PerformanceVocabulary.isVelocity(token);
    }
  }
}
