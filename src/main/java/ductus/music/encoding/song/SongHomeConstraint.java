package ductus.music.encoding.song;

import ductus.generate.Constraint;
import ductus.music.encoding.song.SongGrammar.Phase;
import ductus.music.encoding.song.SongVocabulary.Kind;
import ductus.music.harmony.ChordSymbol;

/**
 * Ends a new song at home: its last bar has one chord, on the keynote and without a seventh that
 * would lead on, and what is still sung then belongs to it.
 */
public record SongHomeConstraint() implements Constraint {
  private static final int TONIC = 2;
  private static final int SEVENTH = 10;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    SongGrammar song = SongGrammar.of(tokens, length);
    boolean sings = song.phase() == Phase.TUNE;
    if ((!sings && song.phase() != Phase.CHORDS)
        || song.bar() < song.plan().sections().get(song.plan().sections().size() - 1).end() - 1) {
      return;
    }
    int home = song.header(TONIC);
    if (sings) {
      ChordSymbol chord = song.chords().last();
      Constraint.keep(
          allowed,
          token ->
              SongVocabulary.kind(token) != Kind.PITCH
                  || chord.isNone()
                  || chord.quality().contains(above(token, song.key(), chord.root())));
    } else if (song.isOpen()) {
      Constraint.keep(allowed, token -> isHome(token, home));
    } else {
      int next = song.at() < 0 ? SongVocabulary.token(Kind.AT, 0) : SongVocabulary.TUNE;
      Constraint.keep(allowed, next);
    }
  }

  private static boolean isHome(int token, int home) {
    if (SongVocabulary.kind(token) != Kind.CHORD) {
      return false;
    }
    ChordSymbol chord = SongVocabulary.chord(SongVocabulary.index(token));
    return !chord.isNone() && chord.root() == home && !chord.quality().contains(SEVENTH);
  }

  /** Semitones of a pitch, said in a section's key, above a root. */
  private static int above(int token, int key, int root) {
    return Math.floorMod(
        SongVocabulary.index(token) + SongVocabulary.LOWEST_PITCH + key - root, 12);
  }
}
