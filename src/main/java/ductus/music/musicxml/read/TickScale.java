package ductus.music.musicxml.read;

import ductus.math.Divisor;
import ductus.music.MelodyScore;

/**
 * The unit in which the times of a file are whole numbers: a part of a quarter note that grows
 * finer as the file names divisions.
 */
final class TickScale {
  /** Most ticks a quarter note that a MIDI file can say. */
  private static final int MOST_OF_MIDI = 0x7FFF;

  /** Ticks a quarter note where those of the file are too many; they hold the usual tuplets. */
  private static final int USUAL = 10_080;

  private static final long FINEST = Integer.MAX_VALUE;

  private long perQuarter = MelodyScore.TICKS_PER_QUARTER;

  /** Ticks a quarter note, so far. */
  long perQuarter() {
    return perQuarter;
  }

  /**
   * Makes the divisions of a quarter note whole numbers of ticks.
   *
   * @throws ArithmeticException if they have no sensible common measure with those before
   */
  void admit(int divisions) {
    long common = perQuarter / Divisor.greatestCommon(perQuarter, divisions) * divisions;
    if (common > FINEST) {
      throw new ArithmeticException("the divisions have no common measure");
    }
    perQuarter = common;
  }

  /** Ticks a quarter note of the score. */
  int ofScore() {
    return perQuarter <= MOST_OF_MIDI ? (int) perQuarter : USUAL;
  }

  /** A time in the score's ticks, the nearest one where the score has too few. */
  long ofScore(long ticks) {
    return perQuarter <= MOST_OF_MIDI ? ticks : Math.round((double) ticks * USUAL / perQuarter);
  }
}
