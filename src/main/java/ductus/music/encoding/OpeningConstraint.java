package ductus.music.encoding;

import ductus.generate.Constraint;

/** Requires that a note begins in the first bar, so that no tune is all silence. */
public record OpeningConstraint() implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length < MelodyEncoding.PLAN) {
      return;
    }
    int first = MelodyEncoding.body(tokens, length);
    if (!onlyRests(tokens, first, length)) {
      return;
    }
    int grid = MelodyVocabulary.stepsPerQuarter(tokens[MelodyEncoding.GRID_SLOT]);
    double bar = MelodyVocabulary.metre(tokens[MelodyEncoding.METRE_SLOT]).quartersPerBar() * grid;
    if (length - first >= bar - 1) {
      allowed[MelodyVocabulary.REST] = false;
    }
  }

  private static boolean onlyRests(int[] tokens, int first, int length) {
    for (int t = first; t < length; t++) {
      if (tokens[t] != MelodyVocabulary.REST) {
        return false;
      }
    }
    return true;
  }
}
