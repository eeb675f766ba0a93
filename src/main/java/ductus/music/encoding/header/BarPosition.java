package ductus.music.encoding.header;

import ductus.music.Metres;
import ductus.music.TimeSignature;

/**
 * The place of a piece in its bars while its grid steps are drawn one by one: what its header says
 * of grid, metre and length, and the bars so far.
 */
public final class BarPosition {
  /**
   * Number of values of {@link #barsLeft}: 0 to 16, more being 16; 17 where the header leaves it
   * open.
   */
  public static final int LEFT_SIZE = 18;

  private static final int OPEN = LEFT_SIZE - 1;

  /** Most bars that {@link #barsLeft} counts. */
  public static final int MOST_LEFT = OPEN - 1;

  private final int fineSteps;
  private int stepsPerQuarter;
  private TimeSignature metre = Metres.ALL.get(0);
  private int stepsPerBar;
  private int beatLength;
  private int bars;
  private boolean open;
  private int barsDone;
  private int beatsInBars;
  private int position;
  private boolean metreJustSet;

  /**
   * Creates the place before the header.
   *
   * @param fineSteps of a quarter note, in which positions are told on every grid
   */
  public BarPosition(int fineSteps) {
    this.fineSteps = fineSteps;
  }

  /** Sets the grid of the piece. */
  public void setGrid(int stepsPerQuarter) {
    this.stepsPerQuarter = stepsPerQuarter;
  }

  /** Sets the first metre, or changes it at a bar line. */
  public void setMetre(TimeSignature metre) {
    this.metre = metre;
    stepsPerBar = metre.stepsPerBar(stepsPerQuarter);
    beatLength = (int) Math.round(fineSteps * metre.quartersPerBeat());
    metreJustSet = true;
  }

  /**
   * Sets the length of the piece.
   *
   * @param bars that the piece has
   * @param open whether it may go on after them
   */
  public void setLength(int bars, boolean open) {
    this.bars = bars;
    this.open = open;
  }

  /** Moves on by a grid step. */
  public void step() {
    metreJustSet = false;
    if (++position == stepsPerBar) {
      beatsInBars += (stepsPerBar * fineSteps / stepsPerQuarter + beatLength - 1) / beatLength;
      position = 0;
      barsDone++;
    }
  }

  /** Whether a metre's bars are whole on the grid. */
  public boolean fits(TimeSignature other) {
    return other.fits(stepsPerQuarter);
  }

  /** Whether another metre may begin at this place. */
  public boolean mayChangeTo(TimeSignature other) {
    return position == 0 && !metreJustSet && !other.equals(metre) && fits(other);
  }

  /** Whether the piece may end at this place. */
  public boolean mayEnd() {
    return lengthReached() && !metreJustSet;
  }

  /** Whether the piece has all its bars, and may have no more. */
  public boolean isFull() {
    return lengthReached() && !open;
  }

  private boolean lengthReached() {
    return position == 0 && barsDone >= bars;
  }

  /** Steps a quarter note, 0 before the header names them. */
  public int stepsPerQuarter() {
    return stepsPerQuarter;
  }

  public TimeSignature metre() {
    return metre;
  }

  public int stepsPerBar() {
    return stepsPerBar;
  }

  /** Length of a felt beat, in fine steps. */
  public int beatLength() {
    return beatLength;
  }

  /** Distance from the bar line, in fine steps. */
  public int inBar() {
    return position * fineSteps / stepsPerQuarter;
  }

  /** Distance from the last beat, in fine steps. */
  public int inBeat() {
    return inBar() % beatLength;
  }

  /** Number of felt beats that are over; the last one of a bar may be short. */
  public int beatsDone() {
    return stepsPerQuarter == 0 ? 0 : beatsInBars + inBar() / Math.max(1, beatLength);
  }

  /** Number of bars that are over. */
  public int barsDone() {
    return barsDone;
  }

  /** Number of bars of the piece; it may have more where its length is open. */
  public int bars() {
    return bars;
  }

  /** Whether the piece may go on behind its bars. */
  public boolean isOpen() {
    return open;
  }

  /** Number of bars to come, this one included; see {@link #LEFT_SIZE}. */
  public int barsLeft() {
    return open ? OPEN : Math.min(bars - barsDone, MOST_LEFT);
  }

  /** Number of grid steps that the current bar lacks; 0 at a bar line. */
  public int stepsToBarLine() {
    return position == 0 ? 0 : stepsPerBar - position;
  }
}
