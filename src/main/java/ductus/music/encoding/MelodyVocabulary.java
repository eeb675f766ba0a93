package ductus.music.encoding;

import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.NoteName;
import ductus.music.TimeSignature;
import ductus.music.Transposition;
import ductus.music.encoding.header.HeaderTokens;
import ductus.music.encoding.plan.PlanTokens;
import java.util.List;

/**
 * The tokens of {@link MelodyEncoding}: start, end, hold, rest; then the grids, the metres, the
 * keys and the lengths that a header names; then the onset of each pitch.
 */
public final class MelodyVocabulary {
  /** Token that begins every sequence. */
  public static final int START = 0;

  /** Token that ends every finished sequence. */
  public static final int END = 1;

  /** Token of a grid step in which the note before sounds on. */
  public static final int HOLD = 2;

  /** Token of a grid step of silence. */
  public static final int REST = 3;

  /** Lowest pitch with a token: C2. */
  public static final int LOWEST_PITCH = Transposition.LOWEST_PITCH;

  /** Highest pitch with a token: B6. */
  public static final int HIGHEST_PITCH = Transposition.HIGHEST_PITCH;

  /** Most bars of a length that has a token of its own. */
  public static final int MOST_COUNTED_BARS = HeaderTokens.MOST_COUNTED_BARS;

  /** Grids, in steps a quarter note. */
  public static final List<Integer> GRIDS = List.of(2, 3, 4, 6, 8, 12);

  static final List<Mode> MODES = List.of(Mode.values());

  /** The tokens of the header, whose settings are the keys. */
  static final HeaderTokens HEADER = new HeaderTokens(REST + 1, GRIDS, 12 * MODES.size());

  /** Token of the length of tunes with more bars than {@link #MOST_COUNTED_BARS}. */
  public static final int MORE_BARS = HEADER.moreBars();

  private static final int FIRST_ONSET = MORE_BARS + 1;

  /** The tokens of the plan. */
  public static final PlanTokens PLAN =
      new PlanTokens(FIRST_ONSET + HIGHEST_PITCH - LOWEST_PITCH + 1);

  /** Number of tokens V. */
  public static final int SIZE = PLAN.first() + PlanTokens.COUNT;

  private MelodyVocabulary() {}

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

  /** The token of a key. */
  public static int keyToken(Key key) {
    return HEADER.settingToken(key.tonic() * MODES.size() + MODES.indexOf(key.mode()));
  }

  /**
   * The token of a length.
   *
   * @param bars 1 or more
   */
  public static int lengthToken(int bars) {
    return HEADER.lengthToken(bars);
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

  /** Whether a token names a grid. */
  public static boolean isGrid(int token) {
    return HEADER.isGrid(token);
  }

  /** Whether a token names a metre. */
  public static boolean isMetre(int token) {
    return HEADER.isMetre(token);
  }

  /** Whether a token names a key. */
  public static boolean isKey(int token) {
    return HEADER.isSetting(token);
  }

  /** Whether a token names a length, {@link #MORE_BARS} included. */
  public static boolean isLength(int token) {
    return HEADER.isLength(token);
  }

  /** Whether a token is the onset of a note. */
  public static boolean isOnset(int token) {
    return token >= FIRST_ONSET && token < PLAN.first();
  }

  /** Whether a token takes a grid step: an onset, hold or rest. */
  public static boolean takesTime(int token) {
    return token == HOLD || token == REST || isOnset(token);
  }

  /** Number of steps a quarter note of a grid's token. */
  public static int stepsPerQuarter(int gridToken) {
    return HEADER.stepsPerQuarter(gridToken);
  }

  /** The metre, with tick 0, of a metre's token. */
  public static TimeSignature metre(int metreToken) {
    return HEADER.metre(metreToken);
  }

  /** The key of a key's token. */
  public static Key key(int keyToken) {
    int index = HEADER.setting(keyToken);
    return new Key(index / MODES.size(), MODES.get(index % MODES.size()));
  }

  /** Number of bars of a length's token; {@link #MORE_BARS} has one more than can be counted. */
  public static int bars(int lengthToken) {
    return HEADER.bars(lengthToken);
  }

  /** MIDI key number of an onset's token. */
  public static int pitch(int onsetToken) {
    return onsetToken - FIRST_ONSET + LOWEST_PITCH;
  }

  /** The meaning of a token in words, such as {@code on C4}. */
  public static String describe(int token) {
    if (isOnset(token)) {
      return "on " + NoteName.of(pitch(token));
    } else if (isKey(token)) {
      return key(token).label();
    } else if (isGrid(token) || isMetre(token) || isLength(token)) {
      return HEADER.describe(token);
    } else if (PLAN.contains(token)) {
      return PLAN.describe(token);
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
}
