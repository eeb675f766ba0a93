package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels.SruMatrices;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/** Simple recurrent units of one sequence, in loops as {@link LstmLanes} says. */
final class SruLanes {
  private SruLanes() {}

  /** f, r = σ(· + v · c′), a strip each. */
  static void gates(SruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.cell();
    float[] gates = units.gates().data;
    float[] weights = units.weights().data;
    float[] previous = states.previous(t).data;
    int row = (t * states.batch() + sequence) * units.gates().numCols;
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * 2 * WIDTH; lane < toGroup * 2 * WIDTH; lane += Lanes.WIDTH) {
      int unit = lane / (2 * WIDTH) * WIDTH + lane % WIDTH;
      int at = row + lane / (2 * WIDTH) * 4 * WIDTH + WIDTH + lane % (2 * WIDTH);
      Lanes.sigmoid(
              FloatVector.fromArray(SPECIES, weights, lane)
                  .fma(
                      FloatVector.fromArray(SPECIES, previous, from + unit),
                      FloatVector.fromArray(SPECIES, gates, at)))
          .intoArray(gates, at);
    }
  }

  /** c = f · (c′ − n) + n; h = r · (c − s) + s. */
  static void states(SruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.cell();
    float[] gates = units.gates().data;
    float[] previous = states.previous(t).data;
    float[] cell = states.all().data;
    float[] hidden = units.hidden().all().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * units.gates().numCols;
    int to = row * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, 4);
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector highway = FloatVector.fromArray(SPECIES, gates, at + 3 * WIDTH);
      FloatVector state =
          FloatVector.fromArray(SPECIES, gates, at + WIDTH)
              .fma(FloatVector.fromArray(SPECIES, previous, from + lane).sub(candidate), candidate);
      state.intoArray(cell, to + lane);
      FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH)
          .fma(state.sub(highway), highway)
          .intoArray(hidden, to + lane);
    }
  }

  /**
   * dr = dh · (c − s) · r · (1 − r); ds = dh · (1 − r); what dh and dr hand on to the cell states
   * is added to their gradient.
   */
  static void outputBackward(
      SruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.cell();
    float[] gates = units.gates().data;
    float[] cell = states.all().data;
    float[] dCell = states.gradient().data;
    float[] dRecurrent = units.hidden().gradient().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * units.gates().numCols;
    int above = row * states.stride();
    int to = sequence * states.stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, 4);
      FloatVector reset = FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH);
      FloatVector highway = FloatVector.fromArray(SPECIES, gates, at + 3 * WIDTH);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, above + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      FloatVector rest = one.sub(reset);
      dOut.fma(reset, FloatVector.fromArray(SPECIES, dCell, to + lane)).intoArray(dCell, to + lane);
      dOut.mul(FloatVector.fromArray(SPECIES, cell, above + lane).sub(highway))
          .mul(reset)
          .mul(rest)
          .intoArray(gates, at + 2 * WIDTH);
      dOut.mul(rest).intoArray(gates, at + 3 * WIDTH);
      zero.intoArray(dRecurrent, to + lane);
    }
  }

  /** dn = dc · (1 − f); df = dc · (c′ − n) · f · (1 − f); dc′ = dc · f + df · v + dr · v. */
  static void stateBackward(SruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.cell();
    float[] gates = units.gates().data;
    float[] weights = units.weights().data;
    float[] previous = states.previous(t).data;
    float[] dCell = states.gradient().data;
    int gatesRow = (t * states.batch() + sequence) * units.gates().numCols;
    int to = sequence * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, 4);
      int v = firstGate(lane, 2);
      FloatVector forget = FloatVector.fromArray(SPECIES, gates, at + WIDTH);
      FloatVector dState = FloatVector.fromArray(SPECIES, dCell, to + lane);
      FloatVector rest = one.sub(forget);
      FloatVector dForget =
          dState
              .mul(
                  FloatVector.fromArray(SPECIES, previous, from + lane)
                      .sub(FloatVector.fromArray(SPECIES, gates, at)))
              .mul(forget)
              .mul(rest);
      dState.mul(rest).intoArray(gates, at);
      dForget.intoArray(gates, at + WIDTH);
      FloatVector through =
          dForget.fma(FloatVector.fromArray(SPECIES, weights, v), dState.mul(forget));
      FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH)
          .fma(FloatVector.fromArray(SPECIES, weights, v + WIDTH), through)
          .intoArray(dCell, to + lane);
    }
  }

  /** dv += df · c′, and dr · c′, of one time step. */
  static void weightsBackward(
      SruMatrices units, float[] dWeights, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.cell();
    float[] dGates = units.gates().data;
    float[] previous = states.previous(t).data;
    int row = (t * states.batch() + sequence) * units.gates().numCols;
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * 2 * WIDTH; lane < toGroup * 2 * WIDTH; lane += Lanes.WIDTH) {
      int unit = lane / (2 * WIDTH) * WIDTH + lane % WIDTH;
      int at = row + lane / (2 * WIDTH) * 4 * WIDTH + WIDTH + lane % (2 * WIDTH);
      FloatVector.fromArray(SPECIES, dGates, at)
          .fma(
              FloatVector.fromArray(SPECIES, previous, from + unit),
              FloatVector.fromArray(SPECIES, dWeights, lane))
          .intoArray(dWeights, lane);
    }
  }
}
