package ductus.music;

/**
 * The key signature from a tick on.
 *
 * @param fifths sharps if positive, flats if negative, -7 to 7
 * @param minor whether the file calls it minor
 */
public record KeySignature(long tick, int fifths, boolean minor) {
  public KeySignature {
    if (tick < 0 || fifths < -7 || fifths > 7) {
      throw new IllegalArgumentException("fifths must be -7 to 7 but were " + fifths);
    }
  }
}
