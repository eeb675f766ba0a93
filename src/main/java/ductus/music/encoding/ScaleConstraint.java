package ductus.music.encoding;

import ductus.generate.Constraint;
import ductus.music.Key;

/**
 * Keeps the notes of a melody to a scale.
 *
 * @param scale of the notes that are allowed
 */
public record ScaleConstraint(Key scale) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    for (int token = 0; token < allowed.length; token++) {
      if (MelodyVocabulary.isOnset(token)) {
        allowed[token] &= scale.contains(MelodyVocabulary.pitch(token));
      }
    }
  }
}
