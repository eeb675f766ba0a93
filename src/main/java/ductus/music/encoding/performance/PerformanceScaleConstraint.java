package ductus.music.encoding.performance;

import ductus.generate.Constraint;
import ductus.music.Key;

/**
 * Keeps the notes of a performance to a scale.
 *
 * @param scale of the notes that are allowed
 */
public record PerformanceScaleConstraint(Key scale) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    for (int token = 0; token < PerformanceVocabulary.SIZE; token++) {
      if (PerformanceVocabulary.isOnset(token)) {
        allowed[token] &= scale.contains(PerformanceVocabulary.pitch(token));
      }
    }
  }
}
