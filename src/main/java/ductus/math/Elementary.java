package ductus.math;

/**
 * Elementary functions of single numbers, for loops that do not go in vectors: short series instead
 * of {@code StrictMath}, and the same bits on every machine. They stand on {@link FastExp}.
 */
public final class Elementary {
  private static final int BIAS = 1023;
  private static final int FRACTION = 52;
  private static final long FRACTION_BITS = (1L << FRACTION) - 1;
  private static final long ONE_BITS = (long) BIAS << FRACTION;
  private static final double LN2 = 0.6931471805599453;
  private static final double ROOT_2 = 1.4142135623730951;

  private Elementary() {}

  /**
   * Natural logarithm of a positive normal number, absolute error below 1e-10: with m in [√½, √2),
   * ln m = 2 artanh((m − 1) / (m + 1)), as a series.
   */
  public static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> FRACTION) - BIAS;
    double m = Double.longBitsToDouble((bits & FRACTION_BITS) | ONE_BITS);
    if (m > ROOT_2) {
      m /= 2;
      exponent++;
    }
    double s = (m - 1) / (m + 1);
    double square = s * s;
    double p = 1.0 / 13;
    p = p * square + 1.0 / 11;
    p = p * square + 1.0 / 9;
    p = p * square + 1.0 / 7;
    p = p * square + 1.0 / 5;
    p = p * square + 1.0 / 3;
    p = p * square + 1;
    return exponent * LN2 + 2 * s * p;
  }

  /** 1 / (1 + e to the −x), absolute error below 1e-11. */
  public static double sigmoid(double x) {
    return 1 / (1 + FastExp.exp(-x));
  }

  /** Hyperbolic tangent, absolute error below 1e-11. */
  public static double tanh(double x) {
    return 2 * sigmoid(2 * x) - 1;
  }

  /** log(1 + e to the x), absolute error below 1e-10; never overflows. */
  public static double softplus(double x) {
    return Math.max(x, 0) + log(1 + FastExp.exp(-Math.abs(x)));
  }

  /** log(e to the a + e to the b), absolute error below 1e-10; either may be minus infinity. */
  public static double logAdd(double a, double b) {
    double greater = Math.max(a, b);
    return greater == Double.NEGATIVE_INFINITY
        ? greater
        : greater + log(1 + FastExp.exp(Math.min(a, b) - greater));
  }

  /** log(e to the a + e to the b + e to the c), the same way. */
  public static double logAdd(double a, double b, double c) {
    double greatest = Math.max(Math.max(a, b), c);
    return greatest == Double.NEGATIVE_INFINITY
        ? greatest
        : greatest
            + log(
                FastExp.exp(a - greatest) + FastExp.exp(b - greatest) + FastExp.exp(c - greatest));
  }
}
