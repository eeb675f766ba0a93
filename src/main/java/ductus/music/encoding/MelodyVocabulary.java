package ductus.music.encoding;

import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.NoteName;
import ductus.music.TimeSignature;
import java.util.List;

/**
 * The tokens of {@link MelodyEncoding}: start, end, hold, rest; then the grids, the metres, the
 * keys and the lengths that a header names; then the onset of each pitch.
 */
public final class MelodyVocabulary {
  /** Begins every sequence. */
  public static final int START = 0;

  /** Ends every finished sequence. */
  public static final int END = 1;

  /** The note before sounds on for one more grid step. */
  public static final int HOLD = 2;

  /** Silence for one grid step. */
  public static final int REST = 3;

  /** Lowest pitch with a token: C2. */
  public static final int LOWEST_PITCH = 36;

  /** Highest pitch with a token: B6. */
  public static final int HIGHEST_PITCH = 95;

  /** Lengths up to this number of bars have tokens of their own. */
  public static final int MOST_COUNTED_BARS = 64;

  /** Grids, in steps a quarter note. */
  public static final List<Integer> GRIDS = List.of(3, 4, 6, 8, 12);

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

  static final List<Mode> MODES = List.of(Mode.values());

  private static final int FIRST_GRID = REST + 1;
  private static final int FIRST_METRE = FIRST_GRID + GRIDS.size();
  private static final int FIRST_KEY = FIRST_METRE + METRES.size();
  private static final int FIRST_LENGTH = FIRST_KEY + 12 * MODES.size();

  /** Length token of tunes with more bars than {@link #MOST_COUNTED_BARS}. */
  public static final int MORE_BARS = FIRST_LENGTH + MOST_COUNTED_BARS;

  private static final int FIRST_ONSET = MORE_BARS + 1;

  /** Number of tokens V. */
  public static final int SIZE = FIRST_ONSET + HIGHEST_PITCH - LOWEST_PITCH + 1;

  private MelodyVocabulary() {}

  /** Whether a bar of the metre is a whole number of grid steps. */
  public static boolean fits(int stepsPerQuarter, TimeSignature metre) {
    return 4 * metre.numerator() * stepsPerQuarter % metre.denominator() == 0;
  }

  /** Whether the metre has a token. */
  public static boolean hasMetre(TimeSignature metre) {
    return metreIndex(metre) >= 0;
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
    int index = metreIndex(metre);
    if (index < 0) {
      throw new IllegalArgumentException("metre must be one of " + METRES + " but was " + metre);
    }
    return FIRST_METRE + index;
  }

  /** The token of a key. */
  public static int keyToken(Key key) {
    return FIRST_KEY + key.tonic() * MODES.size() + MODES.indexOf(key.mode());
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

  /**
   * The token of a note's onset.
   *
   * @throws IllegalArgumentException if the pitch has none
   */
  public static int onsetToken(int pitch) {
    if (pitch < LOWEST_PITCH || pitch > HIGHEST_PITCH) {
      throw new IllegalArgumentException(
          "pitch must be "
              + LOWEST_PITCH
              + " to "
              + HIGHEST_PITCH
              + " (C2 to B6) but was "
              + pitch);
    }
    return FIRST_ONSET + pitch - LOWEST_PITCH;
  }

  /** Whether the token names a grid. */
  public static boolean isGrid(int token) {
    return token >= FIRST_GRID && token < FIRST_METRE;
  }

  /** Whether the token names a metre. */
  public static boolean isMetre(int token) {
    return token >= FIRST_METRE && token < FIRST_KEY;
  }

  /** Whether the token names a key. */
  public static boolean isKey(int token) {
    return token >= FIRST_KEY && token < FIRST_LENGTH;
  }

  /** Whether the token names a length, {@link #MORE_BARS} included. */
  public static boolean isLength(int token) {
    return token >= FIRST_LENGTH && token <= MORE_BARS;
  }

  /** Whether the token is the onset of a note. */
  public static boolean isOnset(int token) {
    return token >= FIRST_ONSET && token < SIZE;
  }

  /** Whether the token takes a grid step: an onset, hold or rest. */
  public static boolean takesTime(int token) {
    return token == HOLD || token == REST || isOnset(token);
  }

  /** Steps a quarter note of a grid's token. */
  public static int stepsPerQuarter(int gridToken) {
    return GRIDS.get(gridToken - FIRST_GRID);
  }

  /** The metre, with tick 0, of a metre's token. */
  public static TimeSignature metre(int metreToken) {
    return METRES.get(metreToken - FIRST_METRE);
  }

  /** The key of a key's token. */
  public static Key key(int keyToken) {
    int index = keyToken - FIRST_KEY;
    return new Key(index / MODES.size(), MODES.get(index % MODES.size()));
  }

  /** Bars of a length's token; {@link #MORE_BARS} has one more than can be counted. */
  public static int bars(int lengthToken) {
    return lengthToken - FIRST_LENGTH + 1;
  }

  /** MIDI key number of an onset's token. */
  public static int pitch(int onsetToken) {
    return onsetToken - FIRST_ONSET + LOWEST_PITCH;
  }

  /** What a token means, such as {@code on C4}. */
  public static String describe(int token) {
    if (isOnset(token)) {
      return "on " + NoteName.of(pitch(token));
    } else if (isLength(token)) {
      int bars = bars(token);
      return token == MORE_BARS
          ? "more than " + MOST_COUNTED_BARS + " bars"
          : bars + (bars == 1 ? " bar" : " bars");
    } else if (isKey(token)) {
      return key(token).label();
    } else if (isMetre(token)) {
      return metre(token).toString();
    } else if (isGrid(token)) {
      return stepsPerQuarter(token) + " steps a quarter";
    }
    return switch (token) {
      case START -> "start";
      case END -> "end";
      case HOLD -> "hold";
      case REST -> "rest";
      default ->
          throw new IllegalArgumentException(
              "token must be 0 to " + (SIZE - 1) + " but was " + token);
    };
  }

  private static int metreIndex(TimeSignature metre) {
    for (int i = 0; i < METRES.size(); i++) {
      if (METRES.get(i).sameMetre(metre)) {
        return i;
      }
    }
    return -1;
  }

  private static TimeSignature metre(int numerator, int denominator) {
    return new TimeSignature(0, numerator, denominator);
  }
}
