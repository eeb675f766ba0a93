package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels.GruMatrices;
import ductus.math.CellKernels.StateMatrices;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/** Gated recurrent units; forward a row at a time, in loops as {@link LstmLanes} says. */
final class GruLanes {
  private GruLanes() {}

  /** r, z = σ(from input + from state), a strip each. */
  static void resetAndUpdate(GruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    float[] fromInput = units.fromInput().data;
    float[] fromState = units.fromState().data;
    int row = (t * units.hidden().batch() + sequence) * units.fromInput().numCols;
    for (int lane = fromGroup * 2 * WIDTH; lane < toGroup * 2 * WIDTH; lane += Lanes.WIDTH) {
      int at = row + lane / (2 * WIDTH) * 3 * WIDTH + lane % (2 * WIDTH);
      Lanes.sigmoid(
              FloatVector.fromArray(SPECIES, fromInput, at)
                  .add(FloatVector.fromArray(SPECIES, fromState, at)))
          .intoArray(fromInput, at);
    }
  }

  /**
   * n = tanh(from input + r · (from state + b)); what r is multiplied with stays for the way back.
   */
  static void candidates(GruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    float[] fromInput = units.fromInput().data;
    float[] fromState = units.fromState().data;
    float[] bias = units.bias().data;
    int row = (t * units.hidden().batch() + sequence) * units.fromInput().numCols;
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int reset = row + firstGate(lane, 3);
      int candidate = reset + 2 * WIDTH;
      FloatVector part =
          FloatVector.fromArray(SPECIES, fromState, candidate)
              .add(FloatVector.fromArray(SPECIES, bias, lane));
      part.intoArray(fromState, candidate);
      Lanes.tanh(
              part.fma(
                  FloatVector.fromArray(SPECIES, fromInput, reset),
                  FloatVector.fromArray(SPECIES, fromInput, candidate)))
          .intoArray(fromInput, candidate);
    }
  }

  /** h = z · (h′ − n) + n. */
  static void outputs(GruMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.hidden();
    float[] fromInput = units.fromInput().data;
    float[] previous = states.previous(t).data;
    float[] hidden = states.all().data;
    int row = t * states.batch() + sequence;
    int gates = row * units.fromInput().numCols;
    int to = row * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gates + firstGate(lane, 3);
      FloatVector candidate = FloatVector.fromArray(SPECIES, fromInput, at + 2 * WIDTH);
      FloatVector.fromArray(SPECIES, fromInput, at + WIDTH)
          .fma(FloatVector.fromArray(SPECIES, previous, from + lane).sub(candidate), candidate)
          .intoArray(hidden, to + lane);
    }
  }

  /** Goes back through all of it. */
  static void backward(
      GruMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.hidden();
    float[] fromInput = units.fromInput().data;
    float[] fromState = units.fromState().data;
    float[] previousHidden = states.previous(t).data;
    float[] dRecurrent = states.gradient().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * units.fromInput().numCols;
    int step = row * states.stride();
    int before = (states.previousRow(t) + sequence) * states.stride();
    int to = sequence * states.stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int gates = gatesRow + firstGate(lane, 3);
      FloatVector reset = FloatVector.fromArray(SPECIES, fromInput, gates);
      FloatVector update = FloatVector.fromArray(SPECIES, fromInput, gates + WIDTH);
      FloatVector candidate = FloatVector.fromArray(SPECIES, fromInput, gates + 2 * WIDTH);
      FloatVector part = FloatVector.fromArray(SPECIES, fromState, gates + 2 * WIDTH);
      FloatVector previous = FloatVector.fromArray(SPECIES, previousHidden, before + lane);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, step + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      FloatVector dN = dOut.mul(one.sub(update)).mul(one.sub(candidate.mul(candidate)));
      FloatVector dR = dN.mul(part).mul(reset).mul(one.sub(reset));
      FloatVector dZ = dOut.mul(previous.sub(candidate)).mul(update).mul(one.sub(update));
      dR.intoArray(fromInput, gates);
      dZ.intoArray(fromInput, gates + WIDTH);
      dN.intoArray(fromInput, gates + 2 * WIDTH);
      dR.intoArray(fromState, gates);
      dZ.intoArray(fromState, gates + WIDTH);
      dN.mul(reset).intoArray(fromState, gates + 2 * WIDTH);
      dOut.mul(update).intoArray(dRecurrent, to + lane);
    }
  }
}
