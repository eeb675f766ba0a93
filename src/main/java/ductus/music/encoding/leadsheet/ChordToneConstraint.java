package ductus.music.encoding.leadsheet;

import ductus.generate.Constraint;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import java.util.stream.IntStream;

/**
 * Holds a tune to chords that its model knows nothing of: a note that begins on a stressed beat, or
 * with a chord, is a note of the chord. Between them the model is free to pass. The first bar of
 * the chords is the first bar of the tune, which begins without a pickup.
 *
 * @param chords in the key of the tune, over and over, one of its bars to a bar
 */
public record ChordToneConstraint(ChordProgression chords) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (IntStream.range(0, allowed.length)
        .noneMatch(token -> allowed[token] && MelodyVocabulary.takesTime(token))) {
      return;
    }
    BackingConstraint.noMetres(allowed);
    ProgressionPlace place = ProgressionPlace.of(tokens, length);
    if (place.bar() == 0 && place.step() == 0) {
      allowed[MelodyVocabulary.REST] = false;
    }
    ChordSymbol chord = place.chord(chords);
    if (chord.isNone() || !place.isStressed(chords)) {
      return;
    }
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] &=
          !MelodyVocabulary.isOnset(token) || chord.contains(MelodyVocabulary.pitch(token));
    }
  }
}
