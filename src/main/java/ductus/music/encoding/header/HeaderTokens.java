package ductus.music.encoding.header;

import ductus.music.TimeSignature;
import java.util.List;

/**
 * The tokens of a header, one behind the other: the grids, the metres, the settings that only one
 * encoding has (its keys, its tempos), the lengths in bars.
 *
 * @param first token of the first grid
 * @param grids in steps a quarter note
 * @param settings how many there are
 */
public record HeaderTokens(int first, List<Integer> grids, int settings) {
  /** Token that begins every sequence. */
  public static final int START = 0;

  /** Most bars of a length that has a token of its own. */
  public static final int MOST_COUNTED_BARS = 64;

  /** Metres, each with tick 0. The odd short ones are for pickups and bars cut short. */
  public static final List<TimeSignature> METRES =
      List.of(
          metre(2, 4),
          metre(3, 4),
          metre(4, 4),
          metre(2, 2),
          metre(3, 2),
          metre(6, 4),
          metre(3, 8),
          metre(6, 8),
          metre(9, 8),
          metre(12, 8),
          metre(5, 4),
          metre(7, 8),
          metre(5, 8),
          metre(7, 4),
          metre(1, 4),
          metre(4, 8),
          metre(1, 8),
          metre(2, 8),
          metre(1, 2),
          metre(4, 2),
          metre(6, 2),
          metre(9, 4),
          metre(8, 8),
          metre(10, 8),
          metre(11, 8));

  public HeaderTokens {
    grids = List.copyOf(grids);
  }

  private static TimeSignature metre(int numerator, int denominator) {
    return new TimeSignature(0, numerator, denominator);
  }

  /** Whether a bar of a metre is a whole number of grid steps. */
  public static boolean fits(int stepsPerQuarter, TimeSignature metre) {
    return 4 * metre.numerator() * stepsPerQuarter % metre.denominator() == 0;
  }

  /** Whether a metre has a token. */
  public static boolean hasMetre(TimeSignature metre) {
    return metreIndex(metre) >= 0;
  }

  private static int metreIndex(TimeSignature metre) {
    return METRES.indexOf(metre(metre.numerator(), metre.denominator()));
  }

  private int firstMetre() {
    return first + grids.size();
  }

  private int firstSetting() {
    return firstMetre() + METRES.size();
  }

  private int firstLength() {
    return firstSetting() + settings;
  }

  /**
   * The token of the length of pieces with more bars than {@link #MOST_COUNTED_BARS}; it is the
   * last.
   */
  public int moreBars() {
    return firstLength() + MOST_COUNTED_BARS;
  }

  /**
   * The token of a grid.
   *
   * @throws IllegalArgumentException if it has none
   */
  public int gridToken(int stepsPerQuarter) {
    int index = grids.indexOf(stepsPerQuarter);
    if (index < 0) {
      throw new IllegalArgumentException(
          "grid must be one of " + grids + " steps a quarter but was " + stepsPerQuarter);
    }
    return first + index;
  }

  /**
   * The token of a metre.
   *
   * @throws IllegalArgumentException if it has none
   */
  public int metreToken(TimeSignature metre) {
    int index = metreIndex(metre);
    if (index < 0) {
      throw new IllegalArgumentException("metre must be one of " + METRES + " but was " + metre);
    }
    return firstMetre() + index;
  }

  /** The token of a setting. */
  public int settingToken(int index) {
    return firstSetting() + index;
  }

  /**
   * The token of a length.
   *
   * @param bars 1 or more
   */
  public int lengthToken(int bars) {
    if (bars < 1) {
      throw new IllegalArgumentException("length must be 1 bar or more but was " + bars);
    }
    return bars > MOST_COUNTED_BARS ? moreBars() : firstLength() + bars - 1;
  }

  /** Whether a token names a grid. */
  public boolean isGrid(int token) {
    return token >= first && token < firstMetre();
  }

  /** Whether a token names a metre. */
  public boolean isMetre(int token) {
    return token >= firstMetre() && token < firstSetting();
  }

  /** Whether a token names a setting. */
  public boolean isSetting(int token) {
    return token >= firstSetting() && token < firstLength();
  }

  /** Whether a token names a length, {@link #moreBars} included. */
  public boolean isLength(int token) {
    return token >= firstLength() && token <= moreBars();
  }

  /** Number of steps a quarter note of a grid's token. */
  public int stepsPerQuarter(int gridToken) {
    return grids.get(gridToken - first);
  }

  /** The metre, with tick 0, of a metre's token. */
  public TimeSignature metre(int metreToken) {
    return METRES.get(metreToken - firstMetre());
  }

  /** The index of a setting's token. */
  public int setting(int settingToken) {
    return settingToken - firstSetting();
  }

  /** Number of bars of a length's token; {@link #moreBars} has one more than can be counted. */
  public int bars(int lengthToken) {
    return lengthToken - firstLength() + 1;
  }

  /**
   * The meaning of a grid's, metre's or length's token in words, such as {@code 4 steps a quarter}.
   */
  public String describe(int token) {
    if (isGrid(token)) {
      return stepsPerQuarter(token) + " steps a quarter";
    }
    if (isMetre(token)) {
      return metre(token).toString();
    }
    int bars = bars(token);
    return token == moreBars()
        ? "more than " + MOST_COUNTED_BARS + " bars"
        : bars + (bars == 1 ? " bar" : " bars");
  }
}
