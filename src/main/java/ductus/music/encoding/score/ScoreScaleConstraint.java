package ductus.music.encoding.score;

import ductus.generate.Constraint;
import ductus.music.Key;
import ductus.music.encoding.score.ScoreVocabulary.Kind;

/**
 * Keeps the notes of a piece, but drums, and the roots and basses of its chords to a scale.
 *
 * @param scale of the notes that are allowed
 */
public record ScoreScaleConstraint(Key scale) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    for (int token = 0; token < ScoreVocabulary.SIZE; token++) {
      Kind kind = ScoreVocabulary.kind(token);
      if (kind == Kind.PITCH || kind == Kind.ROOT || kind == Kind.BASS) {
        allowed[token] &= scale.contains(ScoreVocabulary.index(token));
      }
    }
  }
}
