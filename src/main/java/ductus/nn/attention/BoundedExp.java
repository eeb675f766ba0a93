package ductus.nn.attention;

import ductus.math.FastExp;

/**
 * The exponential of numbers that are kept within bounds.
 *
 * @param least bound of the numbers
 * @param most bound of the numbers
 * @param smallest exponential of {@code least}
 * @param largest exponential of {@code most}
 */
record BoundedExp(double least, double most, float smallest, float largest) {
  static BoundedExp between(double least, double most) {
    return new BoundedExp(least, most, (float) FastExp.exp(least), (float) FastExp.exp(most));
  }

  float of(float exponent) {
    return (float) FastExp.exp(Math.min(Math.max(exponent, least), most));
  }

  /** The derivative where this was the value: the value, or 0 at the bounds. */
  float derivative(float value) {
    return value > smallest && value < largest ? value : 0;
  }
}
