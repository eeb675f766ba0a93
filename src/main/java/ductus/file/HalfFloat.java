package ductus.file;

/** Floats of 16 bits (IEEE 754 binary16): 11 bits of precision, up to 65504. */
public final class HalfFloat {
  private static final int EXPONENT_SHIFT = 13;

  /** Difference of the exponents of the two formats, in place in a float. */
  private static final int REBIAS = (127 - 15) << 23;

  private static final float SUBNORMAL = 0x1p-24f;
  private static final int LEAST_NORMAL = 0x38800000;
  private static final int INFINITE = 0x7c00;

  private HalfFloat() {}

  /** Rounds a float to the nearest half float, of two the even one; infinite beyond the largest. */
  public static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int size = bits & 0x7fffffff;
    if (size > 0x7f800000) {
      return (short) (sign | INFINITE | 0x200);
    }
    if (size < LEAST_NORMAL) {
      return (short) (sign | (int) StrictMath.rint(Float.intBitsToFloat(size) / SUBNORMAL));
    }
    int even = size >>> EXPONENT_SHIFT & 1;
    int rounded = (size - REBIAS + 0xfff + even) >>> EXPONENT_SHIFT;
    return (short) (sign | Math.min(rounded, INFINITE));
  }

  /** Returns the float of the same value as a half float. */
  public static float value(short half) {
    int sign = (half & 0x8000) << 16;
    int size = half & 0x7fff;
    if (size < 0x400) {
      return Math.copySign(size * SUBNORMAL, Float.intBitsToFloat(sign | 0x3f800000));
    }
    int bits = size << EXPONENT_SHIFT;
    int wide = size < INFINITE ? bits + REBIAS : bits | 0x7f800000;
    return Float.intBitsToFloat(sign | wide);
  }

  /**
   * Gives the floats of the same values as half floats. A loop in a method of its own: so a program
   * that has just begun gets it compiled at once, and a model of a million weights is there sooner.
   *
   * @param halves not modified
   * @param values of the same length, modified
   */
  static void values(short[] halves, float[] values) {
    for (int i = 0; i < halves.length; i++) {
      values[i] = value(halves[i]);
    }
  }
}
