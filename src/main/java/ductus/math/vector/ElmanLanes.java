package ductus.math.vector;

import static ductus.math.Strips.WIDTH;
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

  /** Goes back through max(0, ·). */
  static void rectifyBackward(
      ElmanMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    float[] sums = units.sums().data;
    float[] dRecurrent = units.hidden().gradient().data;
    int stride = units.hidden().stride();
    int row = (t * units.hidden().batch() + sequence) * stride;
    int to = sequence * stride;
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      FloatVector out = FloatVector.fromArray(SPECIES, sums, row + lane);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, row + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      dOut.blend(zero, out.compare(VectorOperators.LE, zero)).intoArray(sums, row + lane);
      zero.intoArray(dRecurrent, to + lane);
    }
  }

  /** Goes back through tanh. */
  static void squashBackward(
      ElmanMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    float[] sums = units.sums().data;
    float[] dRecurrent = units.hidden().gradient().data;
    int stride = units.hidden().stride();
    int row = (t * units.hidden().batch() + sequence) * stride;
    int to = sequence * stride;
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      FloatVector out = FloatVector.fromArray(SPECIES, sums, row + lane);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, row + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      dOut.mul(one.sub(out.mul(out))).intoArray(sums, row + lane);
      zero.intoArray(dRecurrent, to + lane);
    }
  }
}
