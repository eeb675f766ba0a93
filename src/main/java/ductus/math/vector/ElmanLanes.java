package ductus.math.vector;

import static ductus.math.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** One vector of units of a simple recurrent network. */
final class ElmanLanes {
  private ElmanLanes() {}

  static void rectify(float[] sums, int s, float[] hidden, int h) {
    FloatVector sum = FloatVector.fromArray(SPECIES, sums, s);
    FloatVector out = sum.max(FloatVector.zero(SPECIES));
    out.intoArray(sums, s);
    out.intoArray(hidden, h);
  }

  static void squash(float[] sums, int s, float[] hidden, int h) {
    FloatVector out = Lanes.tanh(FloatVector.fromArray(SPECIES, sums, s));
    out.intoArray(sums, s);
    out.intoArray(hidden, h);
  }

  /** All rows; the sum for the bias stays in a register. */
  static void rectifyBackward(
      float[] sums,
      int s,
      float[] dHidden,
      int d,
      float[] dRecurrent,
      int lane,
      int stride,
      float[] dBias,
      int rows) {
    FloatVector sum = FloatVector.fromArray(SPECIES, dBias, lane);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int at = 0; at < rows * stride; at += stride) {
      FloatVector out = FloatVector.fromArray(SPECIES, sums, s + at);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden, d + at)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, lane + at));
      FloatVector dSum = dOut.blend(zero, out.compare(VectorOperators.LE, zero));
      dSum.intoArray(sums, s + at);
      zero.intoArray(dRecurrent, lane + at);
      sum = sum.add(dSum);
    }
    sum.intoArray(dBias, lane);
  }

  /** All rows; the sum for the bias stays in a register. */
  static void squashBackward(
      float[] sums,
      int s,
      float[] dHidden,
      int d,
      float[] dRecurrent,
      int lane,
      int stride,
      float[] dBias,
      int rows) {
    FloatVector sum = FloatVector.fromArray(SPECIES, dBias, lane);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int at = 0; at < rows * stride; at += stride) {
      FloatVector out = FloatVector.fromArray(SPECIES, sums, s + at);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden, d + at)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, lane + at));
      FloatVector dSum = dOut.mul(one.sub(out.mul(out)));
      dSum.intoArray(sums, s + at);
      zero.intoArray(dRecurrent, lane + at);
      sum = sum.add(dSum);
    }
    sum.intoArray(dBias, lane);
  }
}
