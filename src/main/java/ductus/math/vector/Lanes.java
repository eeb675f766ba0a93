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
    FloatVector x = value.max(EXP_LEAST).min(EXP_GREATEST);
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

  /** 1 / (1 + e to the −x), absolute error below 2e-7. */
  static FloatVector sigmoid(FloatVector x) {
    return broadcast(1).div(exp(x.neg()).add(1));
  }

  /**
   * Hyperbolic tangent, absolute error below 3e-7 and relative error below 1e-6: Cephes' polynomial
   * (Moshier, tanhf) below 0.625, else by the exponential.
   */
  static FloatVector tanh(FloatVector x) {
    FloatVector magnitude = x.abs();
    FloatVector large = broadcast(1).sub(broadcast(2).div(exp(magnitude.add(magnitude)).add(1)));
    FloatVector square = x.mul(x);
    FloatVector p =
        multiplyAdd(broadcast(-5.70498872745e-3f), square, broadcast(2.06390887954e-2f));
    p = multiplyAdd(p, square, broadcast(-5.37397155531e-2f));
    p = multiplyAdd(p, square, broadcast(1.33314422036e-1f));
    p = multiplyAdd(p, square, broadcast(-3.33332819422e-1f));
    FloatVector small = multiplyAdd(p.mul(square), x, x);
    FloatVector signed = large.lanewise(VectorOperators.NEG, x.compare(VectorOperators.LT, 0));
    return small.blend(signed, magnitude.compare(VectorOperators.GE, 0.625f));
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
