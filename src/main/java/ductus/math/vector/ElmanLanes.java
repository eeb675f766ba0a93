package ductus.math.vector;

import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels.ElmanMatrices;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.ejml.data.FMatrixRMaj;

/** One vector of units of a simple recurrent network. */
final class ElmanLanes {
  private ElmanLanes() {}

  static void rectify(float[] sums, float[] hidden, int at) {
    FloatVector sum = FloatVector.fromArray(SPECIES, sums, at);
    FloatVector out = sum.max(FloatVector.zero(SPECIES));
    out.intoArray(sums, at);
    out.intoArray(hidden, at);
  }

  static void squash(float[] sums, float[] hidden, int at) {
    FloatVector out = Lanes.tanh(FloatVector.fromArray(SPECIES, sums, at));
    out.intoArray(sums, at);
    out.intoArray(hidden, at);
  }

  /** Goes back through max(0, ·) in all sequences; the sum for the bias stays in a register. */
  static void rectifyBackward(
      ElmanMatrices units, FMatrixRMaj dHidden, float[] dBias, int t, int lane) {
    float[] sums = units.sums().data;
    float[] dRecurrent = units.hidden().gradient().data;
    int stride = units.hidden().stride();
    int rows = units.hidden().batch();
    int step = t * rows * stride;
    FloatVector sum = FloatVector.fromArray(SPECIES, dBias, lane);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int at = lane; at < lane + rows * stride; at += stride) {
      FloatVector out = FloatVector.fromArray(SPECIES, sums, step + at);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, step + at)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, at));
      FloatVector dSum = dOut.blend(zero, out.compare(VectorOperators.LE, zero));
      dSum.intoArray(sums, step + at);
      zero.intoArray(dRecurrent, at);
      sum = sum.add(dSum);
    }
    sum.intoArray(dBias, lane);
  }

  /** Goes back through tanh in all sequences; the sum for the bias stays in a register. */
  static void squashBackward(
      ElmanMatrices units, FMatrixRMaj dHidden, float[] dBias, int t, int lane) {
    float[] sums = units.sums().data;
    float[] dRecurrent = units.hidden().gradient().data;
    int stride = units.hidden().stride();
    int rows = units.hidden().batch();
    int step = t * rows * stride;
    FloatVector sum = FloatVector.fromArray(SPECIES, dBias, lane);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int at = lane; at < lane + rows * stride; at += stride) {
      FloatVector out = FloatVector.fromArray(SPECIES, sums, step + at);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, step + at)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, at));
      FloatVector dSum = dOut.mul(one.sub(out.mul(out)));
      dSum.intoArray(sums, step + at);
      zero.intoArray(dRecurrent, at);
      sum = sum.add(dSum);
    }
    sum.intoArray(dBias, lane);
  }
}
