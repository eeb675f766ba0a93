package ductus.math;

/**
 * The exponential function, one number at a time, in plain arithmetic: the same bits on every
 * machine, and several times faster than {@link StrictMath#exp}. For whole arrays see {@link
 * Kernels}.
 */
public final class FastExp {
  private static final double LEAST = -708;
  private static final double GREATEST = 709;
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42fefap-1;
  private static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;

  /**
   * Added to a number of less than 2 to the 51, it leaves the nearest whole one in the low bits.
   */
  private static final double ROUND = 0x1.8p52;

  private static final int MANTISSA_BITS = 52;

  private FastExp() {}

  /**
   * e to the x, relative error below 1e-11 on [-708, 709]; below and above it stays at the ends.
   * Range reduction by multiples of ln 2, then Taylor's polynomial of degree 9, in pairs so that
   * its terms do not wait for each other.
   */
  public static double exp(double value) {
    double x = Math.min(Math.max(value, LEAST), GREATEST);
    double rounded = x * LOG2_E + ROUND;
    double n = rounded - ROUND;
    double r = x - n * LN2_HIGH - n * LN2_LOW;
    double square = r * r;
    double fourth = square * square;
    double low = 1 + r + square * (1 / 2.0 + r * (1 / 6.0));
    double middle = 1 / 24.0 + r * (1 / 120.0) + square * (1 / 720.0 + r * (1 / 5040.0));
    double high = 1 / 40320.0 + r * (1 / 362880.0);
    double p = low + fourth * (middle + fourth * high);
    // The low bits of `rounded` hold n; added to the exponent of p they multiply it by 2 to the n.
    long scale = Double.doubleToRawLongBits(rounded) << MANTISSA_BITS;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(p) + scale);
  }
}
