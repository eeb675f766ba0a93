package ductus.music.encoding.poly;

import ductus.music.NoteName;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;

/** The tokens of {@link PolyEncoding}. */
public final class PolyVocabulary {
  /** Token that begins a piece. */
  public static final int START = 0;

  /** Token that ends a piece, where a frame would begin. */
  public static final int END = 1;

  /** Token that ends a frame; alone it is a silent one. */
  public static final int END_OF_FRAME = 2;

  private static final int FIRST_GRID = 3;
  private static final int FIRST_PITCH = FIRST_GRID + Frames.GRIDS.size();

  /** Number of tokens V. */
  public static final int SIZE = FIRST_PITCH + Frame.KEYS;

  private PolyVocabulary() {}

  /** The token that says how many steps a quarter note has. */
  public static int gridToken(int stepsPerQuarter) {
    return FIRST_GRID + Frames.GRIDS.indexOf(stepsPerQuarter);
  }

  /** Whether a token says the grid. */
  public static boolean isGrid(int token) {
    return token >= FIRST_GRID && token < FIRST_PITCH;
  }

  /** Number of steps a quarter note that a token says. */
  public static int stepsPerQuarter(int token) {
    return Frames.GRIDS.get(token - FIRST_GRID);
  }

  /** The token of one more pitch in the frame. */
  public static int pitchToken(int pitch) {
    return FIRST_PITCH + pitch - Frame.LOWEST;
  }

  /** Whether a token is a pitch. */
  public static boolean isPitch(int token) {
    return token >= FIRST_PITCH && token < SIZE;
  }

  /** The pitch of a token. */
  public static int pitch(int token) {
    return token - FIRST_PITCH + Frame.LOWEST;
  }

  /** The meaning of a token in a few characters. */
  static String describe(int token) {
    if (isPitch(token)) {
      return NoteName.of(pitch(token));
    }
    if (isGrid(token)) {
      return stepsPerQuarter(token) + " steps a quarter";
    }
    return switch (token) {
      case START -> "start";
      case END -> "end";
      case END_OF_FRAME -> "|";
      default ->
          throw new IllegalArgumentException(
              "token must be 0 to %d but was %d".formatted(SIZE - 1, token));
    };
  }
}
