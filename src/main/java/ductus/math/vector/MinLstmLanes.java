package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels.MinLstmMatrices;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/** Minimal LSTM units of one sequence, in loops as {@link LstmLanes} says. */
final class MinLstmLanes {
  private MinLstmLanes() {}

  /**
   * f, i = σ(·), a strip each, with a small relative error, since it is their ratio that counts;
   * never 0.
   */
  static void gates(MinLstmMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    float[] gates = units.gates().data;
    int row = (t * units.hidden().batch() + sequence) * units.gates().numCols;
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = fromGroup * 2 * WIDTH; lane < toGroup * 2 * WIDTH; lane += Lanes.WIDTH) {
      int at = row + lane / (2 * WIDTH) * 3 * WIDTH + lane % (2 * WIDTH);
      one.div(Lanes.exp(zero.sub(FloatVector.fromArray(SPECIES, gates, at))).add(one))
          .intoArray(gates, at);
    }
  }

  /** k = f / (f + i); h = k · (h′ − n) + n. */
  static void states(MinLstmMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.hidden();
    float[] gates = units.gates().data;
    float[] previous = states.previous(t).data;
    float[] hidden = states.all().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * units.gates().numCols;
    int to = row * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, 3);
      FloatVector forget = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH);
      forget
          .div(forget.add(FloatVector.fromArray(SPECIES, gates, at + WIDTH)))
          .fma(FloatVector.fromArray(SPECIES, previous, from + lane).sub(candidate), candidate)
          .intoArray(hidden, to + lane);
    }
  }

  /**
   * dk = dh · (h′ − n) · k · (1 − k); df = dk · (1 − f); di = −dk · (1 − i); dn = dh · (1 − k); dh′
   * = dh · k.
   */
  static void backward(
      MinLstmMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
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
      int at = gatesRow + firstGate(lane, 3);
      FloatVector forget = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector input = FloatVector.fromArray(SPECIES, gates, at + WIDTH);
      FloatVector kept = forget.div(forget.add(input));
      FloatVector rest = one.sub(kept);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, above + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      FloatVector dRatio =
          dOut.mul(
                  FloatVector.fromArray(SPECIES, previous, from + lane)
                      .sub(FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH)))
              .mul(kept)
              .mul(rest);
      dRatio.mul(one.sub(forget)).intoArray(gates, at);
      dRatio.mul(input.sub(one)).intoArray(gates, at + WIDTH);
      dOut.mul(rest).intoArray(gates, at + 2 * WIDTH);
      dOut.mul(kept).intoArray(dRecurrent, to + lane);
    }
  }
}
