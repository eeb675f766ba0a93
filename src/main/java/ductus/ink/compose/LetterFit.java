package ductus.ink.compose;

/** Finds how far to the right of what is written a letter belongs, by the shapes of both. */
final class LetterFit {
  /**
   * Largest space between letters that counts, as a multiple of what is wanted; more looks no
   * larger.
   */
  private static final double MOST = 2.2;

  /** Slope dx/dy by which notches and the space above low letters count as filled. */
  private static final double SLOPE = 0.7;

  /** Least distance of the ink of two letters that do not touch, x-heights. */
  private final double nearest;

  private final double slant;

  LetterFit(double nearest, double slant) {
    this.nearest = nearest;
    this.slant = slant;
  }

  /**
   * The place of a letter's origin, by its shape.
   *
   * @param before the letter before, where it stands
   * @param written all that is written, where it stands
   * @param next the letter, its origin at 0
   * @param space wanted on average between both, x-heights
   * @param top up to which height the space between them counts
   */
  double place(Profile before, Profile written, Profile next, double space, double top) {
    double[] right = before.filled(SLOPE, slant).right;
    double[] left = next.filled(SLOPE, slant).left;
    return Math.max(optical(right, left, space, top), apart(written.right, next.left));
  }

  /** The place of a letter's origin if its box, leaning along the slant, keeps a distance. */
  double beside(Profile before, Profile next, double space) {
    int band = Profile.band(0);
    return before.filled(0, slant).right[band] + space - next.filled(0, slant).left[band];
  }

  /** The shift at which the mean distance over the heights from the baseline to the top fits. */
  private static double optical(double[] right, double[] left, double space, double top) {
    int from = Profile.band(0.01);
    int to = Profile.band(top - 0.01);
    double smallest = Double.POSITIVE_INFINITY;
    for (int band = from; band <= to; band++) {
      smallest = Math.min(smallest, left[band] - right[band]);
    }
    double shift = space - smallest;
    // Newton's method: the mean is concave and piecewise linear in the shift.
    for (int round = 0; round < 8; round++) {
      double sum = 0;
      int below = 0;
      for (int band = from; band <= to; band++) {
        double gap = left[band] - right[band] + shift;
        sum += Math.min(gap, MOST * space);
        below += gap < MOST * space ? 1 : 0;
      }
      double excess = sum - space * (to - from + 1);
      if (Math.abs(excess) < 1e-4 || below == 0) {
        break;
      }
      shift -= excess / below;
    }
    return shift;
  }

  /** The smallest shift at which no ink comes nearer than allowed to any other. */
  private double apart(double[] right, double[] left) {
    int reach = (int) (nearest / Profile.BAND);
    double shift = Double.NEGATIVE_INFINITY;
    for (int band = 0; band < Profile.BANDS; band++) {
      int from = Math.max(0, band - reach);
      int to = Math.min(Profile.BANDS - 1, band + reach);
      for (int other = from; other <= to; other++) {
        double deltaY = (other - band) * Profile.BAND;
        double across = Math.sqrt(Math.max(0, nearest * nearest - deltaY * deltaY));
        shift = Math.max(shift, right[band] + across - left[other]);
      }
    }
    return shift;
  }
}
