package ductus.music.encoding.leadsheet;

import ductus.generate.Constraint;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import java.util.stream.IntStream;

/**
 * Sets the chords beneath a tune: those of a progression, over and over, one of its bars to a bar.
 * Where two chords share a bar, the second begins on the grid step nearest to its place.
 *
 * @param chords in the key of the tune
 */
public record BackingConstraint(ChordProgression chords) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length > 0 && isPartOfChord(tokens[length - 1])) {
      // The rest of a chord, or else the step behind it.
      int[] parts = wanted(tokens, length);
      int said = partsSaid(tokens, length);
      if (said < parts.length) {
        Constraint.keep(allowed, parts[said]);
      } else {
        noChords(allowed);
      }
      return;
    }
    noMetres(allowed);
    if (!allowed[LeadsheetVocabulary.NO_CHORD]) {
      return;
    }
    ProgressionPlace place = ProgressionPlace.of(tokens, length);
    ChordSymbol wanted = place.chord(chords);
    if (wanted.equals(place.chordBefore(chords))) {
      noChords(allowed);
    } else {
      Constraint.keep(allowed, LeadsheetVocabulary.chordTokens(wanted)[0]);
    }
  }

  private int[] wanted(int[] tokens, int length) {
    return LeadsheetVocabulary.chordTokens(ProgressionPlace.of(tokens, length).chord(chords));
  }

  private static int partsSaid(int[] tokens, int length) {
    int said = 0;
    while (said < length && isPartOfChord(tokens[length - 1 - said])) {
      said++;
    }
    return said;
  }

  private static boolean isPartOfChord(int token) {
    return token >= MelodyVocabulary.SIZE;
  }

  private static void noChords(boolean[] allowed) {
    for (int token = MelodyVocabulary.SIZE; token < allowed.length; token++) {
      allowed[token] = false;
    }
  }

  /**
   * Forbids a change of metre in front of a chord, which would shift the bars of the progression.
   */
  static void noMetres(boolean[] allowed) {
    if (IntStream.range(0, MelodyVocabulary.SIZE)
        .anyMatch(token -> allowed[token] && MelodyVocabulary.takesTime(token))) {
      for (int token = 0; token < MelodyVocabulary.SIZE; token++) {
        allowed[token] &= !MelodyVocabulary.isMetre(token);
      }
    }
  }
}
