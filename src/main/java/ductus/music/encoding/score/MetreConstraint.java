package ductus.music.encoding.score;

import ductus.generate.Constraint;
import ductus.music.TimeSignature;
import ductus.music.encoding.score.ScoreVocabulary.Kind;

/**
 * Sets the metre of the first bar.
 *
 * @param metre with a numerator of 32 at most
 */
public record MetreConstraint(TimeSignature metre) implements Constraint {
  private static final int NUMERATOR_SLOT = 1;
  private static final int DENOMINATOR_SLOT = 2;

  public MetreConstraint {
    if (metre.numerator() > ScoreVocabulary.NUMERATORS) {
      throw new IllegalArgumentException(
          "metre must have 1 to %d beats but was %s".formatted(ScoreVocabulary.NUMERATORS, metre));
    }
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length == NUMERATOR_SLOT) {
      Constraint.keep(allowed, ScoreVocabulary.token(Kind.NUMERATOR, metre.numerator() - 1));
    } else if (length == DENOMINATOR_SLOT) {
      int index = Integer.numberOfTrailingZeros(metre.denominator());
      Constraint.keep(allowed, ScoreVocabulary.token(Kind.DENOMINATOR, index));
    }
  }
}
