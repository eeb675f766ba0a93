package ductus.music.encoding.score;

import ductus.generate.Constraint;
import ductus.music.encoding.score.ScoreVocabulary.Kind;

/**
 * Keeps a piece to a number of bars.
 *
 * @param least shortest length
 * @param most longest length
 */
public record BarsConstraint(int least, int most) implements Constraint {
  public BarsConstraint {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException(
          "bars must be 1 or more but were " + least + " to " + most);
    }
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    int bars = 0;
    for (int t = 0; t < length; t++) {
      Kind kind = ScoreVocabulary.kind(tokens[t]);
      bars += kind == Kind.BAR || kind == Kind.DENOMINATOR ? 1 : 0;
    }
    if (bars < least) {
      allowed[ScoreVocabulary.token(Kind.END)] = false;
    }
    if (bars >= most) {
      for (int token = 0; token < ScoreVocabulary.SIZE; token++) {
        switch (ScoreVocabulary.kind(token)) {
          case BAR, CUT, MORE, NUMERATOR -> allowed[token] = false;
          default -> {}
        }
      }
    }
  }
}
