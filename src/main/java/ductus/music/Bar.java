package ductus.music;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar of a piece, in ticks or in grid steps.
 *
 * @param start of the bar
 * @param length of the bar; shorter than its metre says where a metre change cuts it
 */
public record Bar(long start, long length, TimeSignature metre) {
  /** Most bars of a piece that are laid out: a file of a few bytes may say billions. */
  public static final int MOST_OF_PIECE = 1 << 16;

  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  /** Tick or grid step where the next bar begins. */
  public long end() {
    return start + length;
  }

  /** Whether the bar is as long as its metre says. */
  public boolean isWhole(int ticksPerQuarter) {
    return length * metre.denominator() == 4L * metre.numerator() * ticksPerQuarter;
  }

  /**
   * Divides a piece into bars; the last one reaches to the length or beyond it.
   *
   * @param timeSignatures by tick; 4/4 where there is none
   * @param ticksPerQuarter ticks, or grid steps, a quarter note
   * @param length of the piece, in the same unit
   */
  public static List<Bar> layOut(
      List<TimeSignature> timeSignatures, int ticksPerQuarter, long length) {
    return layOut(timeSignatures, ticksPerQuarter, length, Integer.MAX_VALUE);
  }

  /**
   * Lays out the first bars of a piece.
   *
   * @param timeSignatures by tick; 4/4 where there is none
   * @param ticksPerQuarter ticks, or grid steps, a quarter note
   * @param length of the piece, in the same unit
   * @param most not more bars than these
   */
  public static List<Bar> layOut(
      List<TimeSignature> timeSignatures, int ticksPerQuarter, long length, int most) {
    List<Bar> bars = new ArrayList<>();
    TimeSignature metre = COMMON_TIME;
    long metreStart = 0;
    int next = 0;
    long start = 0;
    for (long barsOfMetre = 0; start < length && bars.size() < most; ) {
      while (next < timeSignatures.size() && timeSignatures.get(next).tick() <= start) {
        metre = timeSignatures.get(next++);
        metreStart = start;
        barsOfMetre = 0;
      }
      barsOfMetre++;
      long end =
          metreStart + barsOfMetre * 4 * metre.numerator() * ticksPerQuarter / metre.denominator();
      end = Math.max(end, start + 1);
      if (next < timeSignatures.size()) {
        end = Math.min(end, timeSignatures.get(next).tick());
      }
      bars.add(new Bar(start, end - start, metre));
      start = end;
    }
    return bars;
  }
}
