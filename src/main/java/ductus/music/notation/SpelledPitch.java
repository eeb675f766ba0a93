package ductus.music.notation;

import ductus.music.KeySpelling;

/**
 * A pitch as it is written.
 *
 * @param letter A to G
 * @param alteration semitones: 1 for a sharp, -1 for a flat
 * @param octave as scientists count: middle C begins octave 4
 */
public record SpelledPitch(char letter, int alteration, int octave) {
  private static final String LINE_OF_FIFTHS = "FCGDAEB";
  private static final String LETTERS = "C D EF G A B";

  /** Number of fifths below the keynote at which the twelve names of a major key begin. */
  private static final int BELOW_MAJOR = 4;

  /**
   * Number of fifths below the relative major's keynote at which the names of a minor key begin:
   * the raised sixth and seventh are nearer than the flats.
   */
  private static final int BELOW_MINOR = 3;

  /** Spells a MIDI key in a musical key: with the nearest name on the line of fifths. */
  static SpelledPitch of(int pitch, KeySpelling key) {
    int below = key.key().mode().hasMinorThird() ? BELOW_MINOR : BELOW_MAJOR;
    int lowest = key.fifths() - below;
    int fifths = lowest + Math.floorMod(pitch * 7 - lowest, 12);
    char letter = LINE_OF_FIFTHS.charAt(Math.floorMod(fifths + 1, 7));
    int alteration = Math.floorDiv(fifths + 1, 7);
    int octave = Math.floorDiv(pitch - alteration - LETTERS.indexOf(letter), 12) - 1;
    return new SpelledPitch(letter, alteration, octave);
  }

  /** The alteration that a key signature gives the letter of this pitch. */
  int inSignature(int fifths) {
    int sharp = LINE_OF_FIFTHS.indexOf(letter);
    return Math.floorDiv(fifths - sharp + 6, 7);
  }

  /** MIDI key number of the pitch. */
  public int pitch() {
    return 12 * (octave + 1) + LETTERS.indexOf(letter) + alteration;
  }
}
