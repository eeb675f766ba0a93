package ductus.math.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector shape of this machine, and the functions of one vector that the kernels share. The
 * constants have the digits of their source.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
final class Lanes {
  /**
   * The vector species of the kernels, of at most 16 floats, so that a vector never spans two
   * strips.
   */
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** Floats in a vector, W: 4, 8 or 16. */
  static final int WIDTH = SPECIES.length();

  // Vectors, not numbers that are spread out where they are used: each such call costs the compiler
  // nodes, and it stops inlining, and boxes, when it has seen too many.
  private static final FloatVector LOG2_E = broadcast(1.44269504f);
  private static final FloatVector LN2_HIGH = broadcast(-0.693359375f);
  private static final FloatVector LN2_LOW = broadcast(2.12194440e-4f);
  private static final FloatVector ROUND = broadcast(0x1.8p23f);
  private static final FloatVector EXP_LEAST = broadcast(-87);
  private static final FloatVector EXP_GREATEST = broadcast(88);
  private static final FloatVector HALF = broadcast(0.5f);
  private static final FloatVector E3 = broadcast(1.6666665459e-1f);
  private static final FloatVector E4 = broadcast(4.1665795894e-2f);
  private static final FloatVector E5 = broadcast(8.3334519073e-3f);
  private static final FloatVector E6 = broadcast(1.3981999507e-3f);
  private static final FloatVector E7 = broadcast(1.9875691500e-4f);
  static final FloatVector ONE = broadcast(1);
  static final FloatVector TANH_LEAST = broadcast(-8);
  static final FloatVector TANH_GREATEST = broadcast(8);
  static final FloatVector P0 = broadcast(0.99999997f);
  static final FloatVector P1 = broadcast(0.13438189f);
  static final FloatVector P2 = broadcast(3.56415363e-3f);
  static final FloatVector P3 = broadcast(2.17732056e-5f);
  static final FloatVector P4 = broadcast(1.50617553e-8f);
  static final FloatVector Q1 = broadcast(0.467715098f);
  static final FloatVector Q2 = broadcast(2.61360061e-2f);
  static final FloatVector Q3 = broadcast(3.39917534e-4f);
  static final FloatVector Q4 = broadcast(8.45363928e-7f);

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

  /**
   * e to the x, relative error below 2e-7 on [-87, 88]; below and above it stays at the ends. Range
   * reduction by multiples of ln 2, then Cephes' polynomial (Moshier, expf).
   */
  static FloatVector exp(FloatVector value) {
    FloatVector x = value.max(EXP_LEAST).min(EXP_GREATEST);
    FloatVector rounded = x.fma(LOG2_E, ROUND);
    FloatVector n = rounded.sub(ROUND);
    FloatVector r = n.fma(LN2_HIGH, x);
    r = n.fma(LN2_LOW, r);
    FloatVector p = E7.fma(r, E6);
    p = p.fma(r, E5);
    p = p.fma(r, E4);
    p = p.fma(r, E3);
    p = p.fma(r, HALF);
    p = p.fma(r.mul(r), r).add(ONE);
    // The low bits of `rounded` hold n; added to the exponent of p they multiply it by 2 to the n.
    return p.reinterpretAsInts()
        .add(rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
        .reinterpretAsFloats();
  }

  /** 1 / (1 + e to the −x), absolute error below 3e-7: half of 1 + tanh(x / 2). */
  static FloatVector sigmoid(FloatVector x) {
    return tanh(x.mul(HALF)).fma(HALF, HALF);
  }

  /**
   * Hyperbolic tangent, absolute error below 4e-7 and relative error below 5e-7, never above 1: x
   * times a rational function of x², the best of degree 4 over 4 on [0, 8] for the largest absolute
   * error, found by reweighted least squares; beyond ±8 it stays at its ends.
   */
  static FloatVector tanh(FloatVector value) {
    FloatVector x = value.max(TANH_LEAST).min(TANH_GREATEST);
    FloatVector square = x.mul(x);
    FloatVector p = P4.fma(square, P3);
    p = p.fma(square, P2);
    p = p.fma(square, P1);
    p = p.fma(square, P0);
    FloatVector q = Q4.fma(square, Q3);
    q = q.fma(square, Q2);
    q = q.fma(square, Q1);
    q = q.fma(square, ONE);
    return x.mul(p).div(q);
  }

  /** Partial sums of a reduction, whatever the width: so its bits are the same on every machine. */
  static final int PARTS = 16;

  /**
   * Adds the lanes of a partial sum in order; spelled out, because a lane whose number is not a
   * constant is fetched by way of an array.
   */
  static double addInOrder(double start, FloatVector partial) {
    double sum = start + partial.lane(0);
    sum += partial.lane(1);
    sum += partial.lane(2);
    sum += partial.lane(3);
    if (WIDTH > 4) {
      sum += partial.lane(4);
      sum += partial.lane(5);
      sum += partial.lane(6);
      sum += partial.lane(7);
    }
    if (WIDTH > 8) {
      sum += partial.lane(8);
      sum += partial.lane(9);
      sum += partial.lane(10);
      sum += partial.lane(11);
      sum += partial.lane(12);
      sum += partial.lane(13);
      sum += partial.lane(14);
      sum += partial.lane(15);
    }
    return sum;
  }

  /** Adds, in whole strips: sum += values. */
  static void add(float[] values, int offset, float[] sum, int sumOffset, int length) {
    for (int lane = 0; lane < length; lane += Lanes.WIDTH) {
      FloatVector.fromArray(SPECIES, sum, sumOffset + lane)
          .add(FloatVector.fromArray(SPECIES, values, offset + lane))
          .intoArray(sum, sumOffset + lane);
    }
  }
}
