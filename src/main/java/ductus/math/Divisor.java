package ductus.math;

/** Divisors of whole numbers. */
public final class Divisor {
  private Divisor() {}

  /**
   * The greatest common divisor; that of a number and 0 is the number.
   *
   * @param a 0 or more
   * @param b 0 or more
   */
  public static long greatestCommon(long a, long b) {
    return b == 0 ? a : greatestCommon(b, a % b);
  }
}
