package ductus.music.encoding;

import ductus.generate.Constraint;

/** Sees to it that a note begins in the first bar, so that no tune is all silence. */
public record OpeningConstraint() implements Constraint {
  private static final int GRID = 1;
  private static final int METRE = 2;
  private static final int FIRST_STEP = 5;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length < FIRST_STEP || !onlyRests(tokens, length)) {
      return;
    }
    int grid = MelodyVocabulary.stepsPerQuarter(tokens[GRID]);
    double bar = MelodyVocabulary.metre(tokens[METRE]).quartersPerBar() * grid;
    if (length - FIRST_STEP >= bar - 1) {
      allowed[MelodyVocabulary.REST] = false;
    }
  }

  private static boolean onlyRests(int[] tokens, int length) {
    for (int t = FIRST_STEP; t < length; t++) {
      if (tokens[t] != MelodyVocabulary.REST) {
        return false;
      }
    }
    return true;
  }
}
