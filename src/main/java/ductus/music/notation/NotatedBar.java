package ductus.music.notation;

import ductus.music.KeySpelling;
import ductus.music.TimeSignature;

/**
 * A bar as it is written.
 *
 * @param start units from the start of the piece
 * @param length units; other than its metre says where a metre change cuts it, and in a pickup
 * @param before units that a pickup lacks at its start; else 0
 * @param after units that the last bar lacks because the pickup has them; else 0
 * @param metre that holds in it
 * @param key that holds in it
 */
public record NotatedBar(
    long start, int length, int before, int after, TimeSignature metre, KeySpelling key) {
  private static final int UNITS_PER_WHOLE = 4 * NotatedScore.UNITS_PER_QUARTER;

  /** Place where the next bar begins. */
  public long end() {
    return start + length;
  }

  /** Place where the bar line stands, or would stand if the bar were no pickup. */
  public long line() {
    return start - before;
  }

  /** Whether the bar is as long as its metre says, with what it lacks as pickup or last bar. */
  public boolean fitsMetre() {
    return ((long) before + length + after) * metre.denominator()
        == (long) UNITS_PER_WHOLE * metre.numerator();
  }

  /** Whether a part of the bar is not written. */
  public boolean isPart() {
    return before > 0 || after > 0;
  }

  /** Returns this bar without its beginning. */
  NotatedBar from(long place) {
    int left = (int) (end() - place);
    return new NotatedBar(place, left, length - left, after, metre, key);
  }

  /** Returns this bar without its end. */
  NotatedBar to(long place) {
    int left = (int) (place - start);
    return new NotatedBar(start, left, before, length - left, metre, key);
  }

  /** Number of units of a cell: the note that the metre counts, a quarter at most. */
  public int cell() {
    return Math.max(
        NotatedScore.UNITS_PER_QUARTER / 4,
        Math.min(NotatedScore.UNITS_PER_QUARTER, UNITS_PER_WHOLE / metre.denominator()));
  }

  /** Number of units of a felt beat: three cells in compound metres, else one. */
  public int beat() {
    return cell() * (metre.isCompound() ? 3 : 1);
  }
}
