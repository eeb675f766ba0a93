package ductus.music;

import java.util.List;

/**
 * Names of MIDI keys as scientists count octaves: key 60, middle C, is C4; key 0 is C-1. Black keys
 * are sharps, unless a key signature asks for flats.
 */
public final class NoteName {
  private static final List<String> SHARPS =
      List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");
  private static final List<String> FLATS =
      List.of("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B");

  private NoteName() {}

  /** The name of a key, with a sharp where it is black. */
  public static String of(int pitch) {
    return withoutOctave(pitch, 0) + (Math.floorDiv(pitch, 12) - 1);
  }

  /**
   * The name of a key without its octave.
   *
   * @param fifths of the key signature; with flats in it, a black key is one
   */
  public static String withoutOctave(int pitch, int fifths) {
    return (fifths < 0 ? FLATS : SHARPS).get(Math.floorMod(pitch, 12));
  }

  /** Whether the key is a black one. */
  public static boolean isBlack(int pitch) {
    return withoutOctave(pitch, 0).length() > 1;
  }
}
