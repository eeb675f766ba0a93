package ductus.metric.baseline;

/**
 * What is taken from a count of one, of two, and of three or more, and given to the shorter
 * context.
 */
record Discounts(double once, double twice, double more) {
  /** The discount where counts are too few for an estimate. */
  private static final double WITHOUT_ESTIMATE = 0.5;

  /**
   * Estimates the discounts from the numbers n1 to n4 of n-grams that were counted exactly 1 to 4
   * times (Chen and Goodman 1999, section 3):
   *
   * <pre>
   * Y = n1 / (n1 + 2 n2)    D1 = 1 - 2 Y n2/n1    D2 = 2 - 3 Y n3/n2    D3+ = 3 - 4 Y n4/n3
   * </pre>
   *
   * <p>Where one of them cannot be estimated so (a number is 0, or the discount leaves the range
   * from 0 to its count), all three are Y (Ney, Essen and Kneser 1994); where n1 or n2 is 0 too,
   * all are 0.5. A discount is always above 0, so that no token gets probability 0.
   */
  static Discounts estimate(long n1, long n2, long n3, long n4) {
    if (n1 == 0 || n2 == 0) {
      return new Discounts(WITHOUT_ESTIMATE, WITHOUT_ESTIMATE, WITHOUT_ESTIMATE);
    }
    double y = n1 / (n1 + 2.0 * n2);
    if (n3 > 0 && n4 > 0) {
      double once = 1 - 2 * y * n2 / n1;
      double twice = 2 - 3 * y * n3 / n2;
      double more = 3 - 4 * y * n4 / n3;
      if (twice > 0 && more > 0) {
        return new Discounts(once, twice, more);
      }
    }
    return new Discounts(y, y, y);
  }

  /** D(c), 0 for a count of 0. */
  double of(int count) {
    return switch (count) {
      case 0 -> 0;
      case 1 -> once;
      case 2 -> twice;
      default -> more;
    };
  }
}
