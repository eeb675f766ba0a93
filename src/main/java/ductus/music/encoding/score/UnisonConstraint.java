package ductus.music.encoding.score;

import ductus.generate.Constraint;
import ductus.music.arrangement.PartNote;
import ductus.music.encoding.score.ScoreVocabulary.Kind;

/** Lets no part strike a pitch twice at once, which files do by chance but music does not. */
public record UnisonConstraint() implements Constraint {
  private static final int HIGHEST = 127;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    for (int t = length - 1; t >= 0; t--) {
      Kind kind = ScoreVocabulary.kind(tokens[t]);
      switch (kind) {
        case PITCH, STROKE -> {
          allowed[tokens[t]] = false;
          if (ScoreVocabulary.index(tokens[t]) == HIGHEST) {
            forbidVelocities(allowed);
          }
          return;
        }
        case DURATION, LONG, VELOCITY -> {}
        default -> {
          return;
        }
      }
    }
  }

  /** Forbids a velocity behind which no note is left, since one must follow. */
  private static void forbidVelocities(boolean[] allowed) {
    for (int velocity = 0; velocity < PartNote.VELOCITIES; velocity++) {
      allowed[ScoreVocabulary.token(Kind.VELOCITY, velocity)] = false;
    }
  }
}
