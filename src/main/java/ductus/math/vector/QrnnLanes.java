package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels.QrnnMatrices;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/** Quasi-recurrent units of one sequence, in loops as {@link LstmLanes} says. */
final class QrnnLanes {
  /** Strips of a group, half of them for the next step. */
  private static final int STRIPS = 6;

  private static final int AHEAD = 3 * WIDTH;

  private QrnnLanes() {}

  /** z = tanh(z + z of the step before). */
  static void candidates(QrnnMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices sums = units.gates();
    float[] gates = sums.all().data;
    float[] before = sums.previous(t).data;
    int row = (t * sums.batch() + sequence) * sums.stride();
    int left = (sums.previousRow(t) + sequence) * sums.stride() + AHEAD;
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = firstGate(lane, STRIPS);
      Lanes.tanh(
              FloatVector.fromArray(SPECIES, gates, row + at)
                  .add(FloatVector.fromArray(SPECIES, before, left + at)))
          .intoArray(gates, row + at);
    }
  }

  /** f, o = σ(· + those of the step before), a strip each. */
  static void gates(QrnnMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices sums = units.gates();
    float[] gates = sums.all().data;
    float[] before = sums.previous(t).data;
    int row = (t * sums.batch() + sequence) * sums.stride();
    int left = (sums.previousRow(t) + sequence) * sums.stride() + AHEAD;
    for (int lane = fromGroup * 2 * WIDTH; lane < toGroup * 2 * WIDTH; lane += Lanes.WIDTH) {
      int at = lane / (2 * WIDTH) * STRIPS * WIDTH + WIDTH + lane % (2 * WIDTH);
      Lanes.sigmoid(
              FloatVector.fromArray(SPECIES, gates, row + at)
                  .add(FloatVector.fromArray(SPECIES, before, left + at)))
          .intoArray(gates, row + at);
    }
  }

  /** c = f · (c′ − z) + z; h = o · c. */
  static void states(QrnnMatrices units, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.cell();
    float[] gates = units.gates().all().data;
    float[] previous = states.previous(t).data;
    float[] cell = states.all().data;
    float[] hidden = units.hidden().all().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * units.gates().stride();
    int to = row * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, STRIPS);
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector state =
          FloatVector.fromArray(SPECIES, gates, at + WIDTH)
              .fma(FloatVector.fromArray(SPECIES, previous, from + lane).sub(candidate), candidate);
      state.intoArray(cell, to + lane);
      FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH).mul(state).intoArray(hidden, to + lane);
    }
  }

  /**
   * do = dh · c · o · (1 − o); dc += dh · o; df = dc · (c′ − z) · f · (1 − f); dz = dc · (1 − f) ·
   * (1 − z²); dc′ = dc · f. All three also go to the step before, which gave its part.
   */
  static void backward(
      QrnnMatrices units, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = units.cell();
    StateMatrices sums = units.gates();
    float[] gates = sums.all().data;
    float[] dBefore = t == 0 ? sums.gradient().data : gates;
    float[] previous = states.previous(t).data;
    float[] cell = states.all().data;
    float[] dCell = states.gradient().data;
    float[] dRecurrent = units.hidden().gradient().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * sums.stride();
    int left = (sums.previousRow(t) + sequence) * sums.stride() + AHEAD;
    int above = row * states.stride();
    int to = sequence * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int first = firstGate(lane, STRIPS);
      int at = gatesRow + first;
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector forget = FloatVector.fromArray(SPECIES, gates, at + WIDTH);
      FloatVector output = FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, above + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      FloatVector dState = dOut.fma(output, FloatVector.fromArray(SPECIES, dCell, to + lane));
      FloatVector rest = one.sub(forget);
      FloatVector dCandidate = dState.mul(rest).mul(one.sub(candidate.mul(candidate)));
      FloatVector dForget =
          dState
              .mul(FloatVector.fromArray(SPECIES, previous, from + lane).sub(candidate))
              .mul(forget)
              .mul(rest);
      FloatVector dOutput =
          dOut.mul(FloatVector.fromArray(SPECIES, cell, above + lane))
              .mul(output)
              .mul(one.sub(output));
      dCandidate.intoArray(gates, at);
      dForget.intoArray(gates, at + WIDTH);
      dOutput.intoArray(gates, at + 2 * WIDTH);
      dCandidate.intoArray(dBefore, left + first);
      dForget.intoArray(dBefore, left + first + WIDTH);
      dOutput.intoArray(dBefore, left + first + 2 * WIDTH);
      dState.mul(forget).intoArray(dCell, to + lane);
      zero.intoArray(dRecurrent, to + lane);
    }
  }
}
