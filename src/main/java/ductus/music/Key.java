package ductus.music;

/**
 * The key of a tune.
 *
 * @param tonic pitch class of the keynote, 0 (C) to 11 (B)
 */
public record Key(int tonic, Mode mode) {
  public Key {
    if (tonic < 0 || tonic > 11) {
      throw new IllegalArgumentException("tonic must be 0 (C) to 11 (B) but was " + tonic);
    }
  }

  /** Returns the key of this mode so many semitones higher. */
  public Key transpose(int semitones) {
    return new Key(Math.floorMod(tonic + semitones, 12), mode);
  }

  /** Whether a pitch belongs to the key's scale. */
  public boolean contains(int pitch) {
    return mode.contains(pitch - tonic);
  }

  /** Number of sharps (positive) or flats (negative) in the key's signature, -5 to 6. */
  public int fifths() {
    int fifths = Math.floorMod(tonic * 7 + mode.fifthsOnC(), 12);
    return fifths > 6 ? fifths - 12 : fifths;
  }

  /**
   * Reads a key as people write it: {@code D dorian}, {@code Ddor}, {@code F#m}, {@code Bb}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Key parse(String text) {
    return KeySpelling.parse(text).key();
  }

  /** The keynote's name in the spelling with the fewest accidentals, such as {@code Eb}. */
  public String tonicName() {
    return KeySpelling.noteName(fifths() - mode.fifthsOnC());
  }

  /** The key as in the K: field of ABC: {@code D}, {@code Gm}, {@code Ador}. */
  public String abc() {
    return tonicName() + mode.abc();
  }

  /** The key in words: {@code A dorian}. */
  public String label() {
    return tonicName() + " " + mode.label();
  }
}
