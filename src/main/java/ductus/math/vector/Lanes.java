package ductus.math.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector shape of this machine, and the functions of one vector that the kernels share. The
 * constants have the digits of their source.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
final class Lanes {
  /** At most 16 floats, so that a vector never spans two gates of a panel. */
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** Floats in a vector, W: 4, 8 or 16. */
  static final int WIDTH = SPECIES.length();

  private static final float LOG2_E = 1.44269504f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float ROUND = 0x1.8p23f;
  private static final float EXP_LEAST = -87;
  private static final float EXP_GREATEST = 88;
  private static final float TANH_END = 8;

  private Lanes() {}

  static FloatVector load(float[] array, int offset) {
    return FloatVector.fromArray(SPECIES, array, offset);
  }

  static FloatVector broadcast(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  /** x · y + z, rounded once. */
  static FloatVector multiplyAdd(FloatVector x, FloatVector y, FloatVector z) {
    return x.fma(y, z);
  }

  /** The lanes of a vector at {@code lane} of a group of which only {@code count} exist. */
  static VectorMask<Float> present(int lane, int count) {
    return SPECIES.indexInRange(lane, count);
  }

  /**
   * e to the x, relative error below 2e-7 on [-87, 88]; below and above it stays at the ends. Range
   * reduction by multiples of ln 2, then Cephes' polynomial (Moshier, expf).
   */
  static FloatVector exp(FloatVector value) {
    FloatVector x =
        value
            .blend(EXP_LEAST, value.compare(VectorOperators.LT, EXP_LEAST))
            .blend(EXP_GREATEST, value.compare(VectorOperators.GT, EXP_GREATEST));
    FloatVector rounded = multiplyAdd(x, broadcast(LOG2_E), broadcast(ROUND));
    FloatVector n = rounded.sub(ROUND);
    FloatVector r = multiplyAdd(n, broadcast(-LN2_HIGH), x);
    r = multiplyAdd(n, broadcast(-LN2_LOW), r);
    FloatVector p = multiplyAdd(broadcast(1.9875691500e-4f), r, broadcast(1.3981999507e-3f));
    p = multiplyAdd(p, r, broadcast(8.3334519073e-3f));
    p = multiplyAdd(p, r, broadcast(4.1665795894e-2f));
    p = multiplyAdd(p, r, broadcast(1.6666665459e-1f));
    p = multiplyAdd(p, r, broadcast(5.0000001201e-1f));
    p = multiplyAdd(p, r.mul(r), r).add(1);
    // The low bits of `rounded` hold n; added to the exponent of p they multiply it by 2 to the n.
    return p.reinterpretAsInts()
        .add(rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
        .reinterpretAsFloats();
  }

  /** 1 / (1 + e to the −x), absolute error below 3e-7: half of 1 + tanh(x / 2). */
  static FloatVector sigmoid(FloatVector x) {
    FloatVector half = broadcast(0.5f);
    return tanh(x.mul(half)).fma(half, half);
  }

  /**
   * Hyperbolic tangent, absolute error below 4e-7 and relative error below 5e-7, never above 1: x
   * times a rational function of x², the best of degree 4 over 4 on [0, 8] for the largest absolute
   * error, found by reweighted least squares; beyond ±8 it stays at its ends.
   */
  static FloatVector tanh(FloatVector value) {
    // Compare and blend, not min and max: those take six instructions each for the sake of −0.
    FloatVector x = value.blend(TANH_END, value.compare(VectorOperators.GT, TANH_END));
    x = x.blend(-TANH_END, value.compare(VectorOperators.LT, -TANH_END));
    FloatVector square = x.mul(x);
    FloatVector p = broadcast(1.50617553e-8f).fma(square, broadcast(2.17732056e-5f));
    p = p.fma(square, broadcast(3.56415363e-3f));
    p = p.fma(square, broadcast(0.13438189f));
    p = p.fma(square, broadcast(0.99999997f));
    FloatVector q = broadcast(8.45363928e-7f).fma(square, broadcast(3.39917534e-4f));
    q = q.fma(square, broadcast(2.61360061e-2f));
    q = q.fma(square, broadcast(0.467715098f));
    q = q.fma(square, broadcast(1));
    return x.mul(p).div(q);
  }

  /** Partial sums of a reduction, whatever the width: so its bits are the same on every machine. */
  static final int PARTS = 16;

  /** Adds the lanes of a partial sum in order. */
  static double addInOrder(double start, FloatVector partial) {
    double sum = start;
    for (int lane = 0; lane < WIDTH; lane++) {
      sum += partial.lane(lane);
    }
    return sum;
  }
}
