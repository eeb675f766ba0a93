package ductus.music.encoding;

import ductus.generate.Constraint;

/**
 * Lets bars that are the same or moved by the plan be so, note for note. It stands behind all other
 * constraints: where these leave nothing of the kind, the bar differs.
 */
public record PlanConstraint() implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    MelodyCursor cursor = new MelodyCursor();
    for (int t = 0; t < length; t++) {
      cursor.accept(tokens[t]);
    }
    if (cursor.isInBody()) {
      Constraint.keep(allowed, token -> token == MelodyVocabulary.END || cursor.keepsToPlan(token));
    }
  }
}
