package ductus.music.engraving.staff;

import ductus.music.engraving.glyph.Glyph;
import ductus.music.notation.NotatedPart;
import ductus.music.notation.SpelledPitch;

/** What the lines of a staff mean. */
public enum Clef {
  /** Treble clef. */
  TREBLE(Glyph.CLEF_G, -2, 34, 0),

  /** Treble clef of what sounds an octave lower: guitars. */
  TREBLE_LOW(Glyph.CLEF_G, -2, 27, -1),

  /** Treble clef of what sounds an octave higher. */
  TREBLE_HIGH(Glyph.CLEF_G, -2, 41, 1),

  /** Bass clef. */
  BASS(Glyph.CLEF_F, 2, 22, 0),

  /** Bass clef of what sounds an octave lower: bass guitars. */
  BASS_LOW(Glyph.CLEF_F, 2, 15, -1),

  /** The clef of drums, which stand as in the treble clef. */
  PERCUSSION(Glyph.CLEF_PERCUSSION, 0, 34, 0);

  /** Mean pitch below which a part is written in the bass clef: the A below middle C. */
  private static final int BASS_BELOW = 57;

  private static final int HIGH_FROM = 86;
  private static final int LOW_BELOW = 36;
  private static final int FIRST_GUITAR = 24;
  private static final int FIRST_BASS = 32;
  private static final int LAST_BASS = 39;
  private static final String LETTERS = "CDEFGAB";

  private final Glyph glyph;
  private final int position;
  private final int middle;
  private final int octaves;

  Clef(Glyph glyph, int position, int middle, int octaves) {
    this.glyph = glyph;
    this.position = position;
    this.middle = middle;
    this.octaves = octaves;
  }

  /** The clef of a part. */
  static Clef of(NotatedPart part) {
    double mean = part.meanPitch();
    if (part.isDrums()) {
      return PERCUSSION;
    } else if (part.program() >= FIRST_BASS && part.program() <= LAST_BASS && mean < BASS_BELOW) {
      return BASS_LOW;
    } else if (part.program() >= FIRST_GUITAR
        && part.program() < FIRST_BASS
        && mean < HIGH_FROM - 12) {
      return TREBLE_LOW;
    } else if (mean < BASS_BELOW) {
      return mean < LOW_BELOW ? BASS_LOW : BASS;
    }
    return mean >= HIGH_FROM ? TREBLE_HIGH : TREBLE;
  }

  /** The sign. */
  public Glyph glyph() {
    return glyph;
  }

  /** Position of the line that the sign stands on. */
  public int position() {
    return position;
  }

  /** Octaves that the notes sound above what an ordinary clef would say. */
  public int octaves() {
    return octaves;
  }

  /** Whether it is a bass clef. */
  public boolean isBass() {
    return glyph == Glyph.CLEF_F;
  }

  /** Position of a pitch. */
  int position(SpelledPitch pitch) {
    return position(pitch.letter(), pitch.octave());
  }

  /** Position of a step, C to B, of an octave. */
  int position(char letter, int octave) {
    return 7 * octave + LETTERS.indexOf(letter) - middle;
  }
}
