package ductus.music;

/** The modes that a tune is heard in, with the semitones of their seven degrees above the tonic. */
public enum Mode {
  MAJOR("major", 0, 2, 4, 5, 7, 9, 11),
  MINOR("minor", 0, 2, 3, 5, 7, 8, 10),
  DORIAN("dorian", 0, 2, 3, 5, 7, 9, 10),
  MIXOLYDIAN("mixolydian", 0, 2, 4, 5, 7, 9, 10),
  PHRYGIAN("phrygian", 0, 1, 3, 5, 7, 8, 10),
  LYDIAN("lydian", 0, 2, 4, 6, 7, 9, 11);

  private final String label;

  /** Notes of the scale: bit n is set if it has the note n semitones above the tonic. */
  private final int scale;

  Mode(String label, int... degrees) {
    this.label = label;
    int bits = 0;
    for (int degree : degrees) {
      bits |= 1 << degree;
    }
    this.scale = bits;
  }

  /** The name of the mode as people write it. */
  public String label() {
    return label;
  }

  /** The letters that ABC writes behind the keynote: nothing for major, m, dor, mix, phr, lyd. */
  public String abc() {
    return switch (this) {
      case MAJOR -> "";
      case MINOR -> "m";
      default -> label.substring(0, 3);
    };
  }

  /** Whether the third above the tonic is minor. */
  public boolean hasMinorThird() {
    return contains(3);
  }

  /** Whether the scale has the note so many semitones above the tonic. */
  public boolean contains(int semitones) {
    return (scale >> Math.floorMod(semitones, 12) & 1) == 1;
  }

  /** Number of sharps (positive) or flats (negative) of this mode on C. */
  public int fifthsOnC() {
    return switch (this) {
      case LYDIAN -> 1;
      case MAJOR -> 0;
      case MIXOLYDIAN -> -1;
      case DORIAN -> -2;
      case MINOR -> -3;
      case PHRYGIAN -> -4;
    };
  }
}
