package ductus.music.encoding;

/** Lengths of time in few classes, finer where they are short. */
public final class SpanClasses {
  /** Number of classes. */
  public static final int COUNT = 28;

  private static final int EXACT = 8;

  private SpanClasses() {}

  /**
   * The class of a length: up to 7 each has its own, from there on there are four to a doubling;
   * the last one has no upper end.
   *
   * @param steps 0 or more
   */
  public static int of(int steps) {
    if (steps < EXACT) {
      return steps;
    }
    int octave = 31 - Integer.numberOfLeadingZeros(steps);
    int quarter = (steps >> (octave - 2)) & 3;
    return Math.min(COUNT - 1, EXACT + 4 * (octave - 3) + quarter);
  }
}
