package ductus.music.notation;

import ductus.music.KeySpelling;
import ductus.music.TimeSignature;

/**
 * A bar as it is written.
 *
 * @param start units from the start of the piece
 * @param length units; other than its metre says where a metre change cuts it
 * @param metre that holds in it
 * @param key that holds in it
 */
public record SheetBar(long start, int length, TimeSignature metre, KeySpelling key) {
  private static final int UNITS_PER_WHOLE = 4 * Sheet.UNITS_PER_QUARTER;

  /** Where the next bar begins. */
  public long end() {
    return start + length;
  }

  /** Whether it is as long as its metre says. */
  public boolean isWhole() {
    return (long) length * metre.denominator() == (long) UNITS_PER_WHOLE * metre.numerator();
  }

  /** Units of a cell: the note that the metre counts, a quarter at most. */
  public int cell() {
    return Math.max(
        Sheet.UNITS_PER_QUARTER / 4,
        Math.min(Sheet.UNITS_PER_QUARTER, UNITS_PER_WHOLE / metre.denominator()));
  }

  /** Units of a felt beat: three cells in compound metres, else one. */
  public int beat() {
    return cell() * (metre.isCompound() ? 3 : 1);
  }
}
