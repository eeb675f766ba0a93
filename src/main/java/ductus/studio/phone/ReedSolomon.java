package ductus.studio.phone;

/**
 * Error correction of QR codes: Reed and Solomon's code over the field of 256 elements with the
 * polynomial x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5.2).
 */
final class ReedSolomon {
  private static final int FIELD = 0x11d;

  private final int[] divisor;

  /**
   * A code.
   *
   * @param length of the correction, in codewords
   */
  ReedSolomon(int length) {
    divisor = new int[length];
    divisor[length - 1] = 1;
    // The product of (x - 2^i), highest coefficients first, without the leading 1.
    int root = 1;
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < length; j++) {
        divisor[j] = times(divisor[j], root) ^ (j + 1 < length ? divisor[j + 1] : 0);
      }
      root = times(root, 2);
    }
  }

  /** The correction of a message: the remainder of its division. */
  int[] of(int[] message) {
    int[] rest = new int[divisor.length];
    for (int codeword : message) {
      int factor = codeword ^ rest[0];
      System.arraycopy(rest, 1, rest, 0, rest.length - 1);
      rest[rest.length - 1] = 0;
      for (int i = 0; i < rest.length; i++) {
        rest[i] ^= times(divisor[i], factor);
      }
    }
    return rest;
  }

  private static int times(int one, int other) {
    int product = 0;
    for (int bit = 7; bit >= 0; bit--) {
      product = (product << 1) ^ ((product >>> 7) * FIELD);
      product ^= ((other >>> bit) & 1) * one;
    }
    return product;
  }
}
