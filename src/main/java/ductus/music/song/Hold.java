package ductus.music.song;

/** How long the key of a piano is held, in classes that suit how people play accompaniments. */
public enum Hold {
  /** Let go before the next stroke. */
  SHORT(0),
  /** Held until the next stroke, four quarter notes at most. */
  NEXT(0),
  /** Held for a quarter note. */
  QUARTER(4),
  /** Held for two quarter notes. */
  HALF(8),
  /** Held for four quarter notes. */
  WHOLE(16);

  /** A class may fit worse by these, in ratio: what is usual, and what the key before had. */
  private static final double USUAL = 0.2;

  private static final double AS_BEFORE = 0.4;

  private final int steps;

  Hold(int steps) {
    this.steps = steps;
  }

  /**
   * Length of a key's stroke in sixteenths, 1 or more.
   *
   * @param untilNext sixteenths to the next stroke of any key, 1 or more
   */
  public int length(int untilNext) {
    return switch (this) {
      case SHORT -> Math.max(1, Math.min(untilNext, WHOLE.steps) / 2);
      case NEXT -> Math.min(untilNext, WHOLE.steps);
      default -> steps;
    };
  }

  /**
   * The class that is nearest, in ratio, to a length. It stays that of the key before if that fits
   * nearly as well, so that the small differences of a hand are no changes.
   *
   * @param length sixteenths, above 0
   * @param untilNext sixteenths to the next stroke of any key, 1 or more
   * @param before of the key before
   */
  public static Hold nearest(double length, int untilNext, Hold before) {
    Hold best = NEXT;
    double least = Double.POSITIVE_INFINITY;
    for (Hold hold : values()) {
      boolean fits =
          hold == NEXT || (hold == SHORT ? untilNext > 1 : hold.steps > NEXT.length(untilNext));
      double distance =
          Math.abs(StrictMath.log(length / hold.length(untilNext)))
              - (hold == NEXT ? USUAL : 0)
              - (hold == before ? AS_BEFORE : 0);
      if (fits && distance < least) {
        least = distance;
        best = hold;
      }
    }
    return best;
  }
}
