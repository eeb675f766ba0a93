package ductus.music.encoding.header;

import ductus.music.Metres;
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

  public HeaderTokens {
    grids = List.copyOf(grids);
  }

  private int firstMetre() {
    return first + grids.size();
  }

  private int firstSetting() {
    return firstMetre() + Metres.ALL.size();
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
    int index = Metres.indexOf(metre);
    if (index < 0) {
      throw new IllegalArgumentException(
          "metre must be one of " + Metres.ALL + " but was " + metre);
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
    return Metres.ALL.get(metreToken - firstMetre());
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
