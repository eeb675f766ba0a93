package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels.LstmMatrices;
import ductus.math.CellKernels.StateMatrices;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/**
 * LSTM units of one sequence, in loops with one activation function at most in each: with four in
 * one loop the compiler gives up inlining half-way and boxes vectors, which is ten times slower;
 * see {@code src/docs/engine.md}.
 */
final class LstmLanes {
  private LstmLanes() {}

  /**
   * The gates of an LSTM in place: sigmoid, sigmoid, tanh, sigmoid, a strip each.
   *
   * <p>The sigmoid is half of 1 + tanh(x / 2), so that one loop does all four.
   */
  static void activate(LstmMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    float[] gates = cells.gates().data;
    int row = (t * cells.cell().batch() + sequence) * cells.gates().numCols;
    for (int lane = fromGroup * 4 * WIDTH; lane < toGroup * 4 * WIDTH; lane += Lanes.WIDTH) {
      boolean candidate = (lane / WIDTH & 3) == 2;
      float scale = candidate ? 1 : 0.5f;
      float shift = candidate ? 0 : 0.5f;
      FloatVector x = FloatVector.fromArray(SPECIES, gates, row + lane);
      Lanes.tanh(x.mul(scale))
          .fma(FloatVector.broadcast(SPECIES, scale), FloatVector.broadcast(SPECIES, shift))
          .intoArray(gates, row + lane);
    }
  }

  /** c = f · c′ + i · g. */
  static void states(LstmMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = cells.cell();
    float[] gates = cells.gates().data;
    float[] previous = states.previous(t).data;
    float[] cell = states.all().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * cells.gates().numCols;
    int to = row * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, 4);
      FloatVector i = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, at + WIDTH);
      FloatVector a = FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH);
      f.fma(FloatVector.fromArray(SPECIES, previous, from + lane), i.mul(a))
          .intoArray(cell, to + lane);
    }
  }

  /** h = o · tanh(c). */
  static void outputs(LstmMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    float[] gates = cells.gates().data;
    float[] cell = cells.cell().all().data;
    float[] squashed = cells.squashed().data;
    float[] hidden = cells.hidden().all().data;
    int row = t * cells.cell().batch() + sequence;
    int gatesRow = row * cells.gates().numCols + 3 * WIDTH;
    int states = row * cells.cell().stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      FloatVector tanh = Lanes.tanh(FloatVector.fromArray(SPECIES, cell, states + lane));
      tanh.intoArray(squashed, states + lane);
      FloatVector.fromArray(SPECIES, gates, gatesRow + firstGate(lane, 4))
          .mul(tanh)
          .intoArray(hidden, states + lane);
    }
  }

  /** dc += dh · o · (1 − tanh²(c)); the output gate becomes dh · tanh(c) · o · (1 − o). */
  static void outputGate(
      LstmMatrices cells, FMatrixRMaj dHidden, int t, int sequence, int fromGroup, int toGroup) {
    float[] gates = cells.gates().data;
    float[] squashed = cells.squashed().data;
    float[] dRecurrent = cells.hidden().gradient().data;
    float[] dCell = cells.cell().gradient().data;
    int row = t * cells.cell().batch() + sequence;
    int gatesRow = row * cells.gates().numCols + 3 * WIDTH;
    int from = row * cells.cell().stride();
    int to = sequence * cells.cell().stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int output = gatesRow + firstGate(lane, 4);
      FloatVector o = FloatVector.fromArray(SPECIES, gates, output);
      FloatVector tanh = FloatVector.fromArray(SPECIES, squashed, from + lane);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, from + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      dOut.mul(o)
          .fma(one.sub(tanh.mul(tanh)), FloatVector.fromArray(SPECIES, dCell, to + lane))
          .intoArray(dCell, to + lane);
      dOut.mul(tanh).mul(o).mul(one.sub(o)).intoArray(gates, output);
      zero.intoArray(dRecurrent, to + lane);
    }
  }

  /**
   * Goes back through input gate, forget gate and candidate: each becomes dc times what it stands
   * beside and its own slope; dc · f goes on.
   */
  static void inputGates(LstmMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = cells.cell();
    float[] gates = cells.gates().data;
    float[] previousCell = states.previous(t).data;
    float[] dCell = states.gradient().data;
    int gatesRow = (t * states.batch() + sequence) * cells.gates().numCols;
    int from = (states.previousRow(t) + sequence) * states.stride();
    int to = sequence * states.stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int input = gatesRow + firstGate(lane, 4);
      FloatVector i = FloatVector.fromArray(SPECIES, gates, input);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, input + WIDTH);
      FloatVector a = FloatVector.fromArray(SPECIES, gates, input + 2 * WIDTH);
      FloatVector dState = FloatVector.fromArray(SPECIES, dCell, to + lane);
      FloatVector previous = FloatVector.fromArray(SPECIES, previousCell, from + lane);
      dState.mul(a).mul(i).mul(one.sub(i)).intoArray(gates, input);
      dState.mul(previous).mul(f).mul(one.sub(f)).intoArray(gates, input + WIDTH);
      dState.mul(i).mul(one.sub(a.mul(a))).intoArray(gates, input + 2 * WIDTH);
      dState.mul(f).intoArray(dCell, to + lane);
    }
  }
}
