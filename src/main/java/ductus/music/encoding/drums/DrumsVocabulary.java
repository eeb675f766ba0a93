package ductus.music.encoding.drums;

import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.encoding.header.HeaderTokens;
import ductus.music.encoding.header.MetronomeMarks;
import java.util.List;

/**
 * The tokens of {@link DrumsEncoding}: start, end, the next step; then the grids, metres, tempos
 * and lengths that a header names; then the strokes, each drum at each level; then the shifts.
 */
public final class DrumsVocabulary {
  /** Token that begins every sequence. */
  public static final int START = 0;

  /** Token that ends every finished sequence. */
  public static final int END = 1;

  /** Token that ends a grid step. */
  public static final int STEP = 2;

  /** Grids, in steps a quarter note. */
  public static final List<Integer> GRIDS = List.of(4, 6);

  /** Tempos that have tokens. */
  public static final MetronomeMarks TEMPOS = MetronomeMarks.FINE;

  /** Most bars of a length that has a token of its own. */
  public static final int MOST_COUNTED_BARS = HeaderTokens.MOST_COUNTED_BARS;

  /** The tokens of the header, whose settings are the tempos. */
  static final HeaderTokens HEADER = new HeaderTokens(STEP + 1, GRIDS, TEMPOS.size());

  /** Token of the length of patterns with more bars than {@link #MOST_COUNTED_BARS}. */
  public static final int MORE_BARS = HEADER.moreBars();

  private static final int FIRST_HIT = MORE_BARS + 1;
  private static final int FIRST_SHIFT = FIRST_HIT + Drum.ALL.size() * DrumHit.LEVELS;

  /** Number of tokens V. */
  public static final int SIZE = FIRST_SHIFT + DrumHit.SHIFTS;

  private DrumsVocabulary() {}

  /**
   * The token of a grid.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static int gridToken(int stepsPerQuarter) {
    return HEADER.gridToken(stepsPerQuarter);
  }

  /**
   * The token of a metre.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static int metreToken(TimeSignature metre) {
    return HEADER.metreToken(metre);
  }

  /** The token of the mark that is nearest to a tempo, in ratio. */
  public static int tempoToken(double quartersPerMinute) {
    return HEADER.settingToken(TEMPOS.nearest(quartersPerMinute));
  }

  /**
   * The token of a length.
   *
   * @param bars 1 or more
   */
  public static int lengthToken(int bars) {
    return HEADER.lengthToken(bars);
  }

  /** The token of a stroke, whose level is 1 to 8 hard. */
  public static int hitToken(Drum drum, int level) {
    return FIRST_HIT + Drum.ALL.indexOf(drum) * DrumHit.LEVELS + level - 1;
  }

  /** The token of a shift, −4 to 4. */
  public static int shiftToken(int shift) {
    return FIRST_SHIFT + DrumHit.MOST_SHIFT + shift;
  }

  /** Whether a token names a grid. */
  public static boolean isGrid(int token) {
    return HEADER.isGrid(token);
  }

  /** Whether a token names a metre. */
  public static boolean isMetre(int token) {
    return HEADER.isMetre(token);
  }

  /** Whether a token names a tempo. */
  public static boolean isTempo(int token) {
    return HEADER.isSetting(token);
  }

  /** Whether a token names a length, {@link #MORE_BARS} included. */
  public static boolean isLength(int token) {
    return HEADER.isLength(token);
  }

  /** Whether a token is a stroke. */
  public static boolean isHit(int token) {
    return token >= FIRST_HIT && token < FIRST_SHIFT;
  }

  /** Whether a token is a shift. */
  public static boolean isShift(int token) {
    return token >= FIRST_SHIFT && token < SIZE;
  }

  /** Number of steps a quarter note of a grid's token. */
  public static int stepsPerQuarter(int gridToken) {
    return HEADER.stepsPerQuarter(gridToken);
  }

  /** The metre, with tick 0, of a metre's token. */
  public static TimeSignature metre(int metreToken) {
    return HEADER.metre(metreToken);
  }

  /** The tempo of a tempo's token, in quarter notes a minute. */
  public static int tempo(int tempoToken) {
    return TEMPOS.get(HEADER.setting(tempoToken));
  }

  /** Number of bars of a length's token; {@link #MORE_BARS} has one more than can be counted. */
  public static int bars(int lengthToken) {
    return HEADER.bars(lengthToken);
  }

  /** The drum of a stroke's token. */
  public static Drum drum(int hitToken) {
    return Drum.ALL.get(drumIndex(hitToken));
  }

  /** Place of the drum of a stroke's token among {@link Drum#ALL}. */
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

  /** The meaning of a token in words, such as {@code snare 6}. */
  public static String describe(int token) {
    if (isShift(token)) {
      int shift = shift(token);
      return shift == 0 ? "on time" : Math.abs(shift) + (shift < 0 ? " early" : " late");
    } else if (isHit(token)) {
      return drum(token).label() + " " + level(token);
    } else if (isTempo(token)) {
      return tempo(token) + " a minute";
    } else if (isGrid(token) || isMetre(token) || isLength(token)) {
      return HEADER.describe(token);
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
