package ductus.music.encoding.header;

import ductus.model.Sequence;

/**
 * The grammar of a header: start, grid, metre, setting, length, each once; and what it says of the
 * bars that follow.
 */
public final class HeaderCursor {
  /** Number of tokens of a header. */
  public static final int SLOTS = 5;

  private static final int GRID = 1;
  private static final int METRE = 2;
  private static final int SETTING = 3;
  private static final int LENGTH = 4;

  private final HeaderTokens tokens;
  private final BarPosition place;
  private int done;
  private int setting = Sequence.NONE;

  /**
   * Creates a cursor before the start.
   *
   * @param fineSteps of a quarter note, in which positions are told on every grid
   */
  public HeaderCursor(HeaderTokens tokens, int fineSteps) {
    this.tokens = tokens;
    place = new BarPosition(fineSteps);
  }

  /** The place of the piece in its bars. */
  public BarPosition place() {
    return place;
  }

  /** Number of tokens that were accepted, up to {@link #SLOTS}. */
  public int done() {
    return done;
  }

  /** Whether all of the header is there. */
  public boolean isWhole() {
    return done == SLOTS;
  }

  /** Index of the header's setting; {@link Sequence#NONE} before it is named. */
  public int setting() {
    return setting;
  }

  /** Whether a token comes next. */
  public boolean allows(int token) {
    return switch (done) {
      case 0 -> token == HeaderTokens.START;
      case GRID -> tokens.isGrid(token);
      case METRE -> tokens.isMetre(token) && place.fits(tokens.metre(token));
      case SETTING -> tokens.isSetting(token);
      case LENGTH -> tokens.isLength(token);
      default -> false;
    };
  }

  /** Moves past a token that is allowed. */
  public void accept(int token) {
    switch (done) {
      case GRID -> place.setGrid(tokens.stepsPerQuarter(token));
      case METRE -> place.setMetre(tokens.metre(token));
      case SETTING -> setting = tokens.setting(token);
      case LENGTH -> place.setLength(tokens.bars(token), token == tokens.moreBars());
      default -> {
        // The start says nothing.
      }
    }
    done++;
  }
}
