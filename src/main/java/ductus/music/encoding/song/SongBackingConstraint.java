package ductus.music.encoding.song;

import ductus.generate.Constraint;
import ductus.music.encoding.song.SongGrammar.Phase;
import ductus.music.encoding.song.SongVocabulary.Sort;
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
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] &= Sort.of(token) != Sort.KEY;
      }
    }
    if (song.phase() == Phase.CHORDS) {
      SongHeaderConstraint.only(wanted(song), allowed);
    }
  }

  /** The next token of the bar's chords, of which those that go on are left out. */
  private int wanted(SongGrammar song) {
    List<ChordSymbol> inBar = chords.bars().get(song.bar() % chords.bars().size());
    int steps = song.stepsOfBar();
    if (song.isOpen()) {
      return Sort.CHORD.token(
          SongVocabulary.chordIndex(inBar.get(part(song.at(), inBar.size(), steps))));
    }
    ChordSymbol last = song.chords().last();
    if (song.chords().wantsBass()) {
      ChordSymbol wanted = inBar.get(part(song.at(), inBar.size(), steps));
      if (wanted.bass() != last.bass()) {
        return Sort.BASS.token(wanted.bass());
      }
    }
    for (int i = 0; i < inBar.size(); i++) {
      if (place(i, inBar.size(), steps) > song.at()) {
        if (!inBar.get(i).equals(last)) {
          return Sort.AT.token(place(i, inBar.size(), steps));
        }
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
