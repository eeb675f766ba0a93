package ductus.music.harmony.tune;

import ductus.music.Key;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import java.util.List;

/**
 * The classes of chords as a key hears them: the root's distance from the keynote, and one of
 * twelve kinds, 144 in all. Class c has kind c / 12 and the root c % 12 semitones above the
 * keynote.
 */
public final class ChordClasses {
  private static final List<ChordQuality> KINDS =
      List.of(
          ChordQuality.MAJOR,
          ChordQuality.MINOR,
          ChordQuality.SEVENTH,
          ChordQuality.DIMINISHED,
          ChordQuality.MAJOR_SEVENTH,
          ChordQuality.MINOR_SEVENTH,
          ChordQuality.HALF_DIMINISHED,
          ChordQuality.DIMINISHED_SEVENTH,
          ChordQuality.AUGMENTED,
          ChordQuality.SUSPENDED_FOURTH,
          ChordQuality.SIXTH,
          ChordQuality.MINOR_SIXTH);

  /** Number of classes. */
  public static final int COUNT = 144;

  private ChordClasses() {}

  /** The class nearest to a chord in a key; the bass does not count. */
  public static int of(ChordSymbol chord, Key key) {
    if (chord.isNone()) {
      throw new IllegalArgumentException("a chord must sound but was " + chord);
    }
    ChordQuality kind = nearest(chord.quality());
    return KINDS.indexOf(kind) * 12 + Math.floorMod(chord.root() - key.tonic(), 12);
  }

  /** The chord of a class in a key. */
  public static ChordSymbol chord(int chordClass, Key key) {
    return ChordSymbol.of((chordClass + key.tonic()) % 12, KINDS.get(chordClass / 12));
  }

  /** Semitones of the root above the keynote. */
  public static int degree(int chordClass) {
    return chordClass % 12;
  }

  /** The class of the triad beneath a class: that of G for G7. */
  public static int triad(int chordClass) {
    return KINDS.indexOf(nearest(KINDS.get(chordClass / 12).triad())) * 12 + chordClass % 12;
  }

  private static ChordQuality nearest(ChordQuality quality) {
    return switch (quality) {
      case NINTH, FLAT_NINTH, AUGMENTED_SEVENTH -> ChordQuality.SEVENTH;
      case MAJOR_NINTH -> ChordQuality.MAJOR_SEVENTH;
      case MINOR_NINTH -> ChordQuality.MINOR_SEVENTH;
      case MINOR_MAJOR_SEVENTH -> ChordQuality.MINOR;
      case SUSPENDED_SEVENTH -> ChordQuality.SUSPENDED_FOURTH;
      case ADDED_NINTH, SUSPENDED_SECOND, FIFTH -> ChordQuality.MAJOR;
      default -> quality;
    };
  }

  /** The class of the key's own triad. */
  public static int tonic(Key key) {
    return key.mode().hasMinorThird() ? 12 : 0;
  }
}
