package ductus.math;

/**
 * Standard normal numbers by place (see {@link PlaceRandom}), by the ziggurat of Marsaglia and
 * Tsang (2000) as Doornik (2005) mends it: 128 layers of equal area under the bell; most numbers
 * take one multiplication.
 */
public final class Normal {
  private static final int LAYERS = 128;

  /** The place at which the tail begins. */
  private static final double TAIL = 3.442619855899;

  /** Area of a layer. */
  private static final double AREA = 9.91256303526217e-3;

  /** Right edges of the layers, the lowest first. */
  private static final double[] EDGES = edges();

  private Normal() {}

  private static double[] edges() {
    double[] edges = new double[LAYERS + 1];
    edges[0] = AREA / bell(TAIL);
    edges[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      edges[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / edges[i - 1] + bell(edges[i - 1])));
    }
    return edges;
  }

  private static double bell(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }

  /** The number at an index, by the key and the index alone. */
  public static float at(long key, long index) {
    long bits = PlaceRandom.bits(key, index);
    while (true) {
      int layer = (int) (bits & (LAYERS - 1));
      double sided = 2 * unit(bits) - 1;
      double x = sided * EDGES[layer];
      if (Math.abs(x) < EDGES[layer + 1]) {
        return (float) x;
      }
      long next = PlaceRandom.bits(bits, 1);
      if (layer == 0) {
        return (float) Math.copySign(tail(next), sided);
      }
      double low = bell(EDGES[layer]);
      double high = bell(EDGES[layer + 1]);
      if (low + unit(next) * (high - low) < bell(x)) {
        return (float) x;
      }
      bits = PlaceRandom.bits(next, 1);
    }
  }

  /** A number beyond the lowest layer's edge (Marsaglia 1964). */
  private static double tail(long bits) {
    long next = bits;
    while (true) {
      double x = -StrictMath.log(1 - unit(next)) / TAIL;
      next = PlaceRandom.bits(next, 1);
      double y = -StrictMath.log(1 - unit(next));
      if (2 * y > x * x) {
        return TAIL + x;
      }
      next = PlaceRandom.bits(next, 1);
    }
  }

  /** Uniform in [0, 1), by the high bits. */
  private static double unit(long bits) {
    return (bits >>> 11) * 0x1p-53;
  }
}
