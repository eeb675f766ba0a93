package ductus.lab.variant;

import java.util.function.IntToLongFunction;

/** Solves for hidden sizes. */
final class HiddenSize {
  /** How far from the wanted number of weights a network may be. */
  static final double TOLERANCE = 0.02;

  private static final int LARGEST = 4096;

  private HiddenSize() {}

  /**
   * The hidden size at which there are about so many weights.
   *
   * @param weights wanted
   * @param count number of weights of a hidden size, rising with it
   * @throws IllegalArgumentException if none comes close enough
   */
  static int fitting(long weights, IntToLongFunction count) {
    int low = 1;
    int high = LARGEST;
    while (low < high) {
      int middle = (low + high) / 2;
      if (count.applyAsLong(middle) < weights) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int nearest =
        low > 1 && off(low - 1, weights, count) < off(low, weights, count) ? low - 1 : low;
    if (off(nearest, weights, count) > TOLERANCE * weights) {
      throw new IllegalArgumentException(
          "weights must be such that a hidden size comes within %.0f %% of them but were %,d; the nearest is %,d"
              .formatted(100 * TOLERANCE, weights, count.applyAsLong(nearest)));
    }
    return nearest;
  }

  private static long off(int size, long weights, IntToLongFunction count) {
    return Math.abs(count.applyAsLong(size) - weights);
  }
}
