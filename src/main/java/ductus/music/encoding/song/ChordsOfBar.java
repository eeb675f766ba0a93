package ductus.music.encoding.song;

import ductus.music.harmony.ChordSymbol;

/** The chords of the bar that is being written, in the song's own key, and the one before them. */
final class ChordsOfBar {
  private final int[] places = new int[SongVocabulary.STEPS];
  private final ChordSymbol[] chords = new ChordSymbol[SongVocabulary.STEPS];
  private ChordSymbol before = ChordSymbol.NONE;
  private int count;

  /** Whether the last chord has just been named and may get a bass. */
  private boolean fresh;

  void add(int place, ChordSymbol chord) {
    places[count] = place;
    chords[count++] = chord;
    fresh = true;
  }

  /** Gives the last chord a bass. */
  void setBass(int bass) {
    ChordSymbol chord = chords[count - 1];
    chords[count - 1] = new ChordSymbol(chord.root(), chord.quality(), bass);
    fresh = false;
  }

  /** All chords of the bar are named. */
  void end() {
    fresh = false;
  }

  boolean wantsBass() {
    return fresh && !chords[count - 1].isNone();
  }

  /** The root of the last chord, as a section in a key says it. */
  int lastRoot(int key) {
    return Math.floorMod(chords[count - 1].root() - key, 12);
  }

  /** Goes on to the next bar, over whose beginning the last chord holds. */
  void nextBar() {
    before = last();
    count = 0;
    fresh = false;
  }

  /** The last chord that was named. */
  ChordSymbol last() {
    return count == 0 ? before : chords[count - 1];
  }

  /** The chord at a place in the bar; −1 is before it. */
  ChordSymbol at(int place) {
    ChordSymbol chord = before;
    for (int i = 0; i < count && places[i] <= place; i++) {
      chord = chords[i];
    }
    return chord;
  }

  /** The place of the first chord behind a place; −1 if there is none. */
  int next(int place) {
    for (int i = 0; i < count; i++) {
      if (places[i] > place) {
        return places[i];
      }
    }
    return -1;
  }
}
