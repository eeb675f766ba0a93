package ductus.music.arrangement;

import ductus.music.TimeSignature;

/**
 * A bar among those of one metre, in steps. Where a bar is no whole number of steps (a 64th note
 * has one and a half) the bars are, by turns, a step shorter and longer.
 *
 * @param metre its tick is the step where its bars begin
 * @param index bars of the metre before this one
 * @param start of the bar
 */
public record BarLine(TimeSignature metre, int index, int start) {
  /** The first bar of a metre. */
  public static BarLine of(TimeSignature metre) {
    return new BarLine(metre, 0, (int) metre.tick());
  }

  /** Step where the next bar begins. */
  public int end() {
    long quarters = 4L * metre.numerator() * (index + 1);
    long end = metre.tick() + quarters * Arrangement.STEPS_PER_QUARTER / metre.denominator();
    return (int) Math.max(end, start + 1);
  }

  /** Length of the bar in steps. */
  public int length() {
    return end() - start;
  }

  /** The next bar of this metre. */
  public BarLine next() {
    return new BarLine(metre, index + 1, end());
  }
}
