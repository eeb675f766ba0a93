package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels.MinGruMatrices;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/** Minimal gated recurrent units of one sequence. */
final class MinGruLanes {
  private MinGruLanes() {}

  /** z = σ(z); h = z · (n − h′) + h′. */
  static void forward(MinGruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.hidden();
    float[] gates = units.gates().data;
    float[] previous = states.previous(t).data;
    float[] hidden = states.all().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * units.gates().numCols;
    int to = row * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, 2);
      FloatVector z = Lanes.sigmoid(FloatVector.fromArray(SPECIES, gates, at));
      z.intoArray(gates, at);
      FloatVector before = FloatVector.fromArray(SPECIES, previous, from + lane);
      z.fma(FloatVector.fromArray(SPECIES, gates, at + WIDTH).sub(before), before)
          .intoArray(hidden, to + lane);
    }
  }

  /** dz = dh · (n − h′) · z · (1 − z); dn = dh · z; dh′ = dh · (1 − z). */
  static void backward(
      MinGruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.hidden();
    float[] gates = units.gates().data;
    float[] previous = states.previous(t).data;
    float[] dRecurrent = states.gradient().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * units.gates().numCols;
    int above = row * states.stride();
    int to = sequence * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, 2);
      FloatVector z = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector change =
          FloatVector.fromArray(SPECIES, gates, at + WIDTH)
              .sub(FloatVector.fromArray(SPECIES, previous, from + lane));
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, above + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      FloatVector kept = one.sub(z);
      dOut.mul(change).mul(z).mul(kept).intoArray(gates, at);
      dOut.mul(z).intoArray(gates, at + WIDTH);
      dOut.mul(kept).intoArray(dRecurrent, to + lane);
    }
  }
}
