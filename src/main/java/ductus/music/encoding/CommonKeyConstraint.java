package ductus.music.encoding;

import ductus.generate.Constraint;

/** Keeps the header to keys without sharps and flats: C major, A minor, D dorian ... */
public record CommonKeyConstraint() implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    for (int token = 0; token < allowed.length; token++) {
      if (MelodyVocabulary.isKey(token)) {
        allowed[token] &= MelodyVocabulary.key(token).fifths() == 0;
      }
    }
  }
}
