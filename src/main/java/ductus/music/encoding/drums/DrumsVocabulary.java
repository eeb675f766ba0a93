package ductus.music.encoding.drums;

import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.encoding.MelodyVocabulary;
import java.util.List;

/**
 * The tokens of {@link DrumsEncoding}: start, end, the next step; then the grids, metres, tempos
 * and lengths that a header names; then the strokes, each drum at each level; then the shifts.
 */
public final class DrumsVocabulary {
  /** Begins every sequence. */
  public static final int START = 0;

  /** Ends every finished sequence. */
  public static final int END = 1;

  /** All of a grid step has been said. */
  public static final int STEP = 2;

  /** Grids, in steps a quarter note. */
  public static final List<Integer> GRIDS = List.of(4, 6);

  /** Tempos, in quarter notes a minute: the marks of a metronome. */
  public static final List<Integer> TEMPOS =
      List.of(
          40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 63, 66, 69, 72, 76, 80, 84, 88, 92, 96, 100,
          104, 108, 112, 116, 120, 126, 132, 138, 144, 152, 160, 168, 176, 184, 192, 200, 208, 216,
          224, 232, 240, 252, 264, 276, 288, 304, 320);

  /** Lengths up to this number of bars have tokens of their own. */
  public static final int MOST_COUNTED_BARS = MelodyVocabulary.MOST_COUNTED_BARS;

  private static final int FIRST_GRID = STEP + 1;
  private static final int FIRST_METRE = FIRST_GRID + GRIDS.size();
  private static final int FIRST_TEMPO = FIRST_METRE + MelodyVocabulary.METRES.size();
  private static final int FIRST_LENGTH = FIRST_TEMPO + TEMPOS.size();

  /** Length token of patterns with more bars than {@link #MOST_COUNTED_BARS}. */
  public static final int MORE_BARS = FIRST_LENGTH + MOST_COUNTED_BARS;

  private static final int FIRST_HIT = MORE_BARS + 1;
  private static final int FIRST_SHIFT = FIRST_HIT + Drum.ALL.size() * DrumHit.LEVELS;

  /** Number of tokens V. */
  public static final int SIZE = FIRST_SHIFT + DrumHit.SHIFTS;

  private DrumsVocabulary() {}

  /** Whether a bar of the metre is a whole number of grid steps. */
  public static boolean fits(int stepsPerQuarter, TimeSignature metre) {
    return MelodyVocabulary.fits(stepsPerQuarter, metre);
  }

  /**
   * The token of a grid.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static int gridToken(int stepsPerQuarter) {
    int index = GRIDS.indexOf(stepsPerQuarter);
    if (index < 0) {
      throw new IllegalArgumentException(
          "grid must be one of " + GRIDS + " steps a quarter but was " + stepsPerQuarter);
    }
    return FIRST_GRID + index;
  }

  /**
   * The token of a metre.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static int metreToken(TimeSignature metre) {
    int index =
        MelodyVocabulary.METRES.indexOf(
            new TimeSignature(0, metre.numerator(), metre.denominator()));
    if (index < 0) {
      throw new IllegalArgumentException(
          "metre must be one of " + MelodyVocabulary.METRES + " but was " + metre);
    }
    return FIRST_METRE + index;
  }

  /** The token of the mark that is nearest to a tempo, in ratio. */
  public static int tempoToken(double quartersPerMinute) {
    int best = 0;
    for (int i = 1; i < TEMPOS.size(); i++) {
      if (distance(TEMPOS.get(i), quartersPerMinute)
          < distance(TEMPOS.get(best), quartersPerMinute)) {
        best = i;
      }
    }
    return FIRST_TEMPO + best;
  }

  private static double distance(double mark, double tempo) {
    return Math.abs(Math.log(mark / tempo));
  }

  /**
   * The token of a length.
   *
   * @param bars 1 or more
   */
  public static int lengthToken(int bars) {
    if (bars < 1) {
      throw new IllegalArgumentException("length must be 1 bar or more but was " + bars);
    }
    return bars > MOST_COUNTED_BARS ? MORE_BARS : FIRST_LENGTH + bars - 1;
  }

  /** The token of a stroke, 1 to 8 hard. */
  public static int hitToken(Drum drum, int level) {
    return FIRST_HIT + Drum.ALL.indexOf(drum) * DrumHit.LEVELS + level - 1;
  }

  /** The token of a shift, −4 to 4. */
  public static int shiftToken(int shift) {
    return FIRST_SHIFT + DrumHit.MOST_SHIFT + shift;
  }

  /** Whether the token names a grid. */
  public static boolean isGrid(int token) {
    return token >= FIRST_GRID && token < FIRST_METRE;
  }

  /** Whether the token names a metre. */
  public static boolean isMetre(int token) {
    return token >= FIRST_METRE && token < FIRST_TEMPO;
  }

  /** Whether the token names a tempo. */
  public static boolean isTempo(int token) {
    return token >= FIRST_TEMPO && token < FIRST_LENGTH;
  }

  /** Whether the token names a length, {@link #MORE_BARS} included. */
  public static boolean isLength(int token) {
    return token >= FIRST_LENGTH && token <= MORE_BARS;
  }

  /** Whether the token is a stroke. */
  public static boolean isHit(int token) {
    return token >= FIRST_HIT && token < FIRST_SHIFT;
  }

  /** Whether the token is a shift. */
  public static boolean isShift(int token) {
    return token >= FIRST_SHIFT && token < SIZE;
  }

  /** Steps a quarter note of a grid's token. */
  public static int stepsPerQuarter(int gridToken) {
    return GRIDS.get(gridToken - FIRST_GRID);
  }

  /** The metre, with tick 0, of a metre's token. */
  public static TimeSignature metre(int metreToken) {
    return MelodyVocabulary.METRES.get(metreToken - FIRST_METRE);
  }

  /** Quarter notes a minute of a tempo's token. */
  public static int tempo(int tempoToken) {
    return TEMPOS.get(tempoToken - FIRST_TEMPO);
  }

  /** Bars of a length's token; {@link #MORE_BARS} has one more than can be counted. */
  public static int bars(int lengthToken) {
    return lengthToken - FIRST_LENGTH + 1;
  }

  /** The drum of a stroke's token. */
  public static Drum drum(int hitToken) {
    return Drum.ALL.get(drumIndex(hitToken));
  }

  /** Place of that drum among {@link Drum#ALL}. */
  static int drumIndex(int hitToken) {
    return (hitToken - FIRST_HIT) / DrumHit.LEVELS;
  }

  /** The level of a stroke's token. */
  public static int level(int hitToken) {
    return (hitToken - FIRST_HIT) % DrumHit.LEVELS + 1;
  }

  /** The shift of a shift's token. */
  public static int shift(int shiftToken) {
    return shiftToken - FIRST_SHIFT - DrumHit.MOST_SHIFT;
  }

  /** What a token means, such as {@code snare 6}. */
  public static String describe(int token) {
    if (isShift(token)) {
      int shift = shift(token);
      return shift == 0 ? "on time" : Math.abs(shift) + (shift < 0 ? " early" : " late");
    } else if (isHit(token)) {
      return drum(token).label() + " " + level(token);
    } else if (isLength(token)) {
      int bars = bars(token);
      return token == MORE_BARS
          ? "more than " + MOST_COUNTED_BARS + " bars"
          : bars + (bars == 1 ? " bar" : " bars");
    } else if (isTempo(token)) {
      return tempo(token) + " a minute";
    } else if (isMetre(token)) {
      return metre(token).toString();
    } else if (isGrid(token)) {
      return stepsPerQuarter(token) + " steps a quarter";
    }
    return switch (token) {
      case START -> "start";
      case END -> "end";
      case STEP -> "step";
      default ->
          throw new IllegalArgumentException(
              "token must be 0 to " + (SIZE - 1) + " but was " + token);
    };
  }
}
