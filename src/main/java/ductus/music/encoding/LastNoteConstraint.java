package ductus.music.encoding;

import ductus.generate.Constraint;

/**
 * Keeps the length of a primer's last note: what is drawn does not begin by holding it on.
 *
 * @param primerLength tokens of the primer, which ends with that note
 */
public record LastNoteConstraint(int primerLength) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length == primerLength) {
      allowed[MelodyVocabulary.HOLD] = false;
    }
  }
}
