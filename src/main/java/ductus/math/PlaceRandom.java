package ductus.math;

/**
 * Random numbers by place: the number at an index depends on a key and the index alone, so that any
 * thread can make any part, and a resumed run makes the same again. The mixing function is that of
 * SplitMix64 (Steele, Lea and Flood 2014).
 */
public final class PlaceRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private PlaceRandom() {}

  /** A key made of several numbers, such as seed, update and layer. */
  public static long key(long... parts) {
    long key = GOLDEN;
    for (long part : parts) {
      key = mix(key ^ mix(part + GOLDEN));
    }
    return key;
  }

  /** The key of two parts, without an array. */
  public static long key(long first, long second) {
    return mix(mix(GOLDEN ^ mix(first + GOLDEN)) ^ mix(second + GOLDEN));
  }

  /** 64 random bits. */
  public static long bits(long key, long index) {
    return mix(key + index * GOLDEN);
  }

  /** Uniform in [0, 1), a multiple of 2⁻²⁴. */
  public static float uniform(long key, long index) {
    return (bits(key, index) >>> 40) * 0x1p-24f;
  }

  private static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
