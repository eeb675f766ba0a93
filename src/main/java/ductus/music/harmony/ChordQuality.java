package ductus.music.harmony;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The notes that a chord has above its root, with the ways in which people write them; ours comes
 * first.
 */
public enum ChordQuality {
  MAJOR(" maj M", 0, 4, 7),
  MINOR("m min -", 0, 3, 7),
  DIMINISHED("dim o \u00b0", 0, 3, 6),
  AUGMENTED("aug +", 0, 4, 8),
  SUSPENDED_SECOND("sus2", 0, 2, 7),
  SUSPENDED_FOURTH("sus4 sus", 0, 5, 7),
  FIFTH("5", 0, 7),
  SEVENTH("7 dom7", 0, 4, 7, 10),
  MAJOR_SEVENTH("maj7 M7 \u0394", 0, 4, 7, 11),
  MINOR_SEVENTH("m7 min7 -7", 0, 3, 7, 10),
  MINOR_MAJOR_SEVENTH("mmaj7 mM7", 0, 3, 7, 11),
  DIMINISHED_SEVENTH("dim7 o7 \u00b07", 0, 3, 6, 9),
  HALF_DIMINISHED("m7b5 \u00f8 \u00f87", 0, 3, 6, 10),
  AUGMENTED_SEVENTH("aug7 +7 7#5", 0, 4, 8, 10),
  SUSPENDED_SEVENTH("7sus4 7sus", 0, 5, 7, 10),
  SIXTH("6 maj6 M6", 0, 4, 7, 9),
  MINOR_SIXTH("m6 min6 -6", 0, 3, 7, 9),
  ADDED_NINTH("add9", 0, 2, 4, 7),
  NINTH("9", 0, 2, 4, 7, 10),
  FLAT_NINTH("7b9", 0, 1, 4, 7, 10),
  MINOR_NINTH("m9", 0, 2, 3, 7, 10),
  MAJOR_NINTH("maj9", 0, 2, 4, 7, 11),

  /** The quality of no chord: what sounds before ends. */
  NONE("N.C.");

  /** All qualities but that of no chord, in their order. */
  public static final List<ChordQuality> SOUNDING =
      Stream.of(values()).filter(each -> each != NONE).toList();

  private static final Map<String, ChordQuality> BY_SUFFIX = new HashMap<>();

  static {
    for (ChordQuality quality : SOUNDING) {
      for (String suffix : quality.suffixes.split(" ", -1)) {
        BY_SUFFIX.put(suffix, quality);
      }
    }
  }

  private final String suffixes;

  /** Notes of the chord: bit n is set if it has the note n semitones above its root. */
  private final int notes;

  /**
   * Creates a quality of some notes.
   *
   * @param suffixes with spaces between
   * @param tones semitones above the root
   */
  ChordQuality(String suffixes, int... tones) {
    this.suffixes = suffixes;
    int bits = 0;
    for (int tone : tones) {
      bits |= 1 << tone;
    }
    notes = bits;
  }

  /** Semitones of the chord's notes above the root, ascending, all within an octave. */
  public List<Integer> tones() {
    return IntStream.range(0, 12).filter(this::contains).boxed().toList();
  }

  /** Whether the chord has the note so many semitones above its root, in any octave. */
  public boolean contains(int semitones) {
    return (notes >> Math.floorMod(semitones, 12) & 1) == 1;
  }

  /** The suffix that is written behind the root: {@code m7} of {@code Am7}. */
  public String suffix() {
    return suffixes.split(" ", -1)[0];
  }

  /**
   * The triad beneath this quality, major, minor, diminished or augmented; others are themselves.
   */
  public ChordQuality triad() {
    return switch (this) {
      case SEVENTH, MAJOR_SEVENTH, SIXTH, ADDED_NINTH, NINTH, FLAT_NINTH, MAJOR_NINTH -> MAJOR;
      case MINOR_SEVENTH, MINOR_MAJOR_SEVENTH, MINOR_SIXTH, MINOR_NINTH -> MINOR;
      case DIMINISHED_SEVENTH, HALF_DIMINISHED -> DIMINISHED;
      case AUGMENTED_SEVENTH -> AUGMENTED;
      case SUSPENDED_SEVENTH -> SUSPENDED_FOURTH;
      default -> this;
    };
  }

  /**
   * Returns the quality that a suffix names.
   *
   * @throws IllegalArgumentException if it names none
   */
  static ChordQuality parse(String suffix) {
    ChordQuality quality = BY_SUFFIX.get(suffix);
    if (quality == null) {
      throw new IllegalArgumentException("no chord is called " + suffix);
    }
    return quality;
  }
}
