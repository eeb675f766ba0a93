package ductus.ink.compose;

import java.util.Arrays;

/**
 * The reach of ink to the left and to the right at each height: bands of a tenth of an x-height
 * from {@link #LOWEST} up. Where a band is empty, left is +∞ and right −∞.
 */
final class Profile {
  static final double LOWEST = -1.5;
  static final double BAND = 0.1;
  static final int BANDS = 46;

  final double[] left = new double[BANDS];
  final double[] right = new double[BANDS];

  Profile() {
    Arrays.fill(left, Double.POSITIVE_INFINITY);
    Arrays.fill(right, Double.NEGATIVE_INFINITY);
  }

  static int band(double y) {
    return Math.max(0, Math.min(BANDS - 1, (int) ((y - LOWEST) / BAND)));
  }

  void add(double x, double y) {
    int band = band(y);
    left[band] = Math.min(left[band], x);
    right[band] = Math.max(right[band], x);
  }

  void add(Profile other) {
    for (int band = 0; band < BANDS; band++) {
      left[band] = Math.min(left[band], other.left[band]);
      right[band] = Math.max(right[band], other.right[band]);
    }
  }

  /** Moves the profile to the right. */
  void move(double by) {
    for (int band = 0; band < BANDS; band++) {
      left[band] += by;
      right[band] += by;
    }
  }

  /**
   * Returns this profile as the eye sees a letter beside another: notches and the space above and
   * below fill up to a slope. Slope zero along the slant makes it a box.
   *
   * @param slope dx/dy by which filled bands recede
   * @param slant dx/dy of the hand
   */
  Profile filled(double slope, double slant) {
    Profile filled = new Profile();
    double[] toLeft = filled.left;
    double[] toRight = filled.right;
    System.arraycopy(left, 0, toLeft, 0, BANDS);
    System.arraycopy(right, 0, toRight, 0, BANDS);
    double step = slope * BAND;
    double lean = slant * BAND;
    for (int band = 1; band < BANDS; band++) {
      toLeft[band] = Math.min(toLeft[band], toLeft[band - 1] + step + lean);
      toRight[band] = Math.max(toRight[band], toRight[band - 1] - step + lean);
    }
    for (int band = BANDS - 2; band >= 0; band--) {
      toLeft[band] = Math.min(toLeft[band], toLeft[band + 1] + step - lean);
      toRight[band] = Math.max(toRight[band], toRight[band + 1] - step - lean);
    }
    return filled;
  }
}
