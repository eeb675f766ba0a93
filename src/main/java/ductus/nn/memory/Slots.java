package ductus.nn.memory;

/**
 * Loops over a row of slots, in whole strips. Sums run in eight parts, so that their bits are the
 * same everywhere.
 */
final class Slots {
  private Slots() {}

  /** Σ left·right. */
  static float product(float[] left, int leftAt, float[] right, int rightAt, int size) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    for (int i = 0; i < size; i += 8) {
      int l = leftAt + i;
      int r = rightAt + i;
      a += left[l] * right[r];
      b += left[l + 1] * right[r + 1];
      c += left[l + 2] * right[r + 2];
      d += left[l + 3] * right[r + 3];
      e += left[l + 4] * right[r + 4];
      f += left[l + 5] * right[r + 5];
      g += left[l + 6] * right[r + 6];
      h += left[l + 7] * right[r + 7];
    }
    return ((a + b) + (c + d)) + ((e + f) + (g + h));
  }

  /** Adds: to += factor·from. */
  static void add(float factor, float[] from, int fromAt, float[] to, int toAt, int size) {
    for (int i = 0; i < size; i++) {
      to[toAt + i] += factor * from[fromAt + i];
    }
  }
}
