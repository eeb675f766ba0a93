package ductus.music.harmony.tune;

import ductus.music.Key;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.List;

/**
 * The classes of chords as a key hears them: the root's distance from the keynote, and one of four
 * kinds, 48 in all. Class c has kind c / 12 and the root c % 12 semitones above the keynote.
 */
public final class ChordClasses {
  /** Number of classes. */
  public static final int COUNT = 48;

  private static final List<ChordQuality> KINDS =
      List.of(
          ChordQuality.MAJOR, ChordQuality.MINOR, ChordQuality.SEVENTH, ChordQuality.DIMINISHED);

  private ChordClasses() {}

  /** The class nearest to a chord in a key; the bass does not count. */
  public static int of(ChordSymbol chord, Key key) {
    if (chord.isNone()) {
      throw new IllegalArgumentException("a chord must sound but was " + chord);
    }
    ChordQuality kind =
        switch (chord.quality()) {
          case SEVENTH, NINTH, FLAT_NINTH, AUGMENTED_SEVENTH, SUSPENDED_SEVENTH ->
              ChordQuality.SEVENTH;
          default ->
              switch (chord.quality().triad()) {
                case MINOR -> ChordQuality.MINOR;
                case DIMINISHED -> ChordQuality.DIMINISHED;
                default -> ChordQuality.MAJOR;
              };
        };
    return KINDS.indexOf(kind) * 12 + Math.floorMod(chord.root() - key.tonic(), 12);
  }

  /** The chord of a class in a key. */
  public static ChordSymbol chord(int chordClass, Key key) {
    return ChordSymbol.of((chordClass + key.tonic()) % 12, KINDS.get(chordClass / 12));
  }

  /** The class of the triad beneath a class: that of G for G7. */
  public static int triad(int chordClass) {
    return chordClass / 12 == 2 ? chordClass % 12 : chordClass;
  }

  /** The class of the key's own triad. */
  public static int tonic(Key key) {
    return key.mode().hasMinorThird() ? 12 : 0;
  }
}
