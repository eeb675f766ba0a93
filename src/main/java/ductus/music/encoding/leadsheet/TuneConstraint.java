package ductus.music.encoding.leadsheet;

import ductus.generate.Constraint;
import ductus.music.encoding.MelodyVocabulary;
import java.util.Arrays;

/**
 * Asks of a lead sheet's tune what is asked of a melody: the constraint sees the tune's tokens
 * only.
 *
 * @param ofMelody knows nothing of chords
 */
public record TuneConstraint(Constraint ofMelody) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    int[] tune = new int[length];
    int tuneLength = 0;
    for (int t = 0; t < length; t++) {
      if (tokens[t] < MelodyVocabulary.SIZE) {
        tune[tuneLength++] = tokens[t];
      }
    }
    boolean[] allowedInTune = Arrays.copyOf(allowed, MelodyVocabulary.SIZE);
    ofMelody.restrict(tune, tuneLength, allowedInTune);
    System.arraycopy(allowedInTune, 0, allowed, 0, MelodyVocabulary.SIZE);
  }
}
