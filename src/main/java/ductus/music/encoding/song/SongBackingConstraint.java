package ductus.music.encoding.song;

import ductus.generate.Constraint;
import ductus.music.encoding.song.SongGrammar.Phase;
import ductus.music.encoding.song.SongVocabulary.Kind;
import ductus.music.harmony.ChordProgression;
import ductus.music.harmony.ChordSymbol;
import java.util.List;

/**
 * Sets the chords of a song: those of a progression, over and over, one of its bars to a bar, all
 * in one key and one metre.
 *
 * @param chords in the key of the model
 */
public record SongBackingConstraint(ChordProgression chords) implements Constraint {
  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    SongGrammar song = SongGrammar.of(tokens, length);
    if (song.phase() == Phase.PLAN) {
      Constraint.keep(allowed, token -> SongVocabulary.kind(token) != Kind.KEY);
    }
    if (song.phase() == Phase.CHORDS) {
      Constraint.keep(allowed, wanted(song));
    }
  }

  /** The next token of the bar's chords, of which those that go on are left out. */
  private int wanted(SongGrammar song) {
    List<ChordSymbol> inBar = chords.bars().get(song.bar() % chords.bars().size());
    int steps = song.stepsOfBar();
    if (song.isOpen()) {
      return SongVocabulary.token(
          Kind.CHORD, SongVocabulary.chordIndex(inBar.get(part(song.at(), inBar.size(), steps))));
    }
    ChordSymbol last = song.chords().last();
    if (song.chords().wantsBass()) {
      ChordSymbol wanted = inBar.get(part(song.at(), inBar.size(), steps));
      if (wanted.bass() != last.bass()) {
        return SongVocabulary.token(Kind.BASS, wanted.bass());
      }
    }
    for (int i = 0; i < inBar.size(); i++) {
      int place = place(i, inBar.size(), steps);
      if (place > song.at() && !inBar.get(i).equals(last)) {
        return SongVocabulary.token(Kind.AT, place);
      }
    }
    return SongVocabulary.TUNE;
  }

  private static int place(int part, int parts, int steps) {
    return (int) Math.round((double) part * steps / parts);
  }

  private static int part(int place, int parts, int steps) {
    int part = 0;
    while (part + 1 < parts && place(part + 1, parts, steps) <= place) {
      part++;
    }
    return part;
  }
}
