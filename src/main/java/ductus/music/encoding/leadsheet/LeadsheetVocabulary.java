package ductus.music.encoding.leadsheet;

import ductus.music.NoteName;
import ductus.music.encoding.MelodyVocabulary;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;

/**
 * The tokens of {@link LeadsheetEncoding}: those of a melody, then those of chords: no chord, the
 * twelve roots, the qualities, the twelve basses.
 */
public final class LeadsheetVocabulary {
  /** Token of no chord: the chord before ends, and none follows. */
  public static final int NO_CHORD = MelodyVocabulary.SIZE;

  private static final int FIRST_ROOT = NO_CHORD + 1;
  private static final int FIRST_QUALITY = FIRST_ROOT + 12;
  private static final int FIRST_BASS = FIRST_QUALITY + ChordQuality.SOUNDING.size();

  /** Number of tokens V. */
  public static final int SIZE = FIRST_BASS + 12;

  private LeadsheetVocabulary() {}

  /**
   * The tokens of a chord.
   *
   * @return no chord; root and quality; or root, quality and a bass that is not the root
   */
  public static int[] chordTokens(ChordSymbol chord) {
    if (chord.isNone()) {
      return new int[] {NO_CHORD};
    }
    int root = FIRST_ROOT + chord.root();
    int quality = FIRST_QUALITY + ChordQuality.SOUNDING.indexOf(chord.quality());
    return chord.bass() == chord.root()
        ? new int[] {root, quality}
        : new int[] {root, quality, FIRST_BASS + chord.bass()};
  }

  /** Whether a token begins a chord: a root, or no chord. */
  public static boolean beginsChord(int token) {
    return token >= NO_CHORD && token < FIRST_QUALITY;
  }

  /** Whether a token is a chord's root. */
  public static boolean isRoot(int token) {
    return token >= FIRST_ROOT && token < FIRST_QUALITY;
  }

  /** Whether a token is a chord's quality. */
  public static boolean isQuality(int token) {
    return token >= FIRST_QUALITY && token < FIRST_BASS;
  }

  /** Whether a token is a chord's bass. */
  public static boolean isBass(int token) {
    return token >= FIRST_BASS && token < SIZE;
  }

  /** Pitch class of a root's token. */
  public static int root(int rootToken) {
    return rootToken - FIRST_ROOT;
  }

  /** The quality of a quality's token. */
  public static ChordQuality quality(int qualityToken) {
    return ChordQuality.SOUNDING.get(qualityToken - FIRST_QUALITY);
  }

  /** Pitch class of a bass's token. */
  public static int bass(int bassToken) {
    return bassToken - FIRST_BASS;
  }

  /** The meaning of a token in words, such as {@code chord on A}. */
  public static String describe(int token) {
    if (token < MelodyVocabulary.SIZE) {
      return MelodyVocabulary.describe(token);
    } else if (token == NO_CHORD) {
      return "no chord";
    } else if (isRoot(token)) {
      return "chord on " + name(root(token));
    } else if (isQuality(token)) {
      ChordQuality quality = quality(token);
      return quality == ChordQuality.MAJOR ? "major" : "chord " + quality.suffix();
    } else if (isBass(token)) {
      return "bass " + name(bass(token));
    }
    throw new IllegalArgumentException("token must be 0 to " + (SIZE - 1) + " but was " + token);
  }

  private static String name(int pitchClass) {
    return NoteName.of(60 + pitchClass).replaceAll("\\d", "");
  }
}
