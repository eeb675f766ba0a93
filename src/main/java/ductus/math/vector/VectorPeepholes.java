package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels.StateMatrices;
import ductus.math.PeepholeKernels;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/** The LSTM cell in two halves, in vectors, in loops as {@link LstmLanes} says. */
final class VectorPeepholes implements PeepholeKernels {
  @Override
  public void state(PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    inputAndForget(cells, t, sequence, fromGroup, toGroup);
    FMatrixRMaj gates = cells.lstm().gates();
    int row = t * cells.lstm().cell().batch() + sequence;
    candidates(gates.data, row * gates.numCols, fromGroup, toGroup);
    states(cells, t, sequence, fromGroup, toGroup);
  }

  /** i, f = σ(· + p · c′), a strip each. */
  private static void inputAndForget(
      PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = cells.lstm().cell();
    float[] gates = cells.lstm().gates().data;
    float[] peepholes = cells.peepholes().data;
    float[] previousCell = states.previous(t).data;
    int gatesRow = (t * states.batch() + sequence) * cells.lstm().gates().numCols;
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * 2 * WIDTH; lane < toGroup * 2 * WIDTH; lane += Lanes.WIDTH) {
      int group = lane / (2 * WIDTH);
      int strips = lane % (2 * WIDTH);
      int g = gatesRow + group * 4 * WIDTH + strips;
      Lanes.sigmoid(
              FloatVector.fromArray(SPECIES, peepholes, group * 3 * WIDTH + strips)
                  .fma(
                      FloatVector.fromArray(
                          SPECIES, previousCell, from + group * WIDTH + lane % WIDTH),
                      FloatVector.fromArray(SPECIES, gates, g)))
          .intoArray(gates, g);
    }
  }

  /** a = tanh(·). */
  private static void candidates(float[] gates, int gatesRow, int fromGroup, int toGroup) {
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = gatesRow + firstGate(lane, 4) + 2 * WIDTH;
      Lanes.tanh(FloatVector.fromArray(SPECIES, gates, at)).intoArray(gates, at);
    }
  }

  /** c = f · c′ + i · a. */
  private static void states(
      PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = cells.lstm().cell();
    float[] gates = cells.lstm().gates().data;
    float[] previousCell = states.previous(t).data;
    float[] cell = states.all().data;
    int row = t * states.batch() + sequence;
    int gatesRow = row * cells.lstm().gates().numCols;
    int to = row * states.stride();
    int from = (states.previousRow(t) + sequence) * states.stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int g = gatesRow + firstGate(lane, 4);
      FloatVector.fromArray(SPECIES, gates, g + WIDTH)
          .fma(
              FloatVector.fromArray(SPECIES, previousCell, from + lane),
              FloatVector.fromArray(SPECIES, gates, g)
                  .mul(FloatVector.fromArray(SPECIES, gates, g + 2 * WIDTH)))
          .intoArray(cell, to + lane);
    }
  }

  @Override
  public void output(PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    outputGates(cells, t, sequence, fromGroup, toGroup);
    float[] gates = cells.lstm().gates().data;
    float[] squashed = cells.lstm().squashed().data;
    float[] hidden = cells.lstm().hidden().all().data;
    int row = t * cells.lstm().cell().batch() + sequence;
    int gatesRow = row * cells.lstm().gates().numCols + 3 * WIDTH;
    int states = row * cells.lstm().cell().stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int at = states + lane;
      FloatVector tanh = Lanes.tanh(FloatVector.fromArray(SPECIES, squashed, at));
      tanh.intoArray(squashed, at);
      FloatVector.fromArray(SPECIES, gates, gatesRow + firstGate(lane, 4))
          .mul(tanh)
          .intoArray(hidden, at);
    }
  }

  /** o = σ(· + p · c). */
  private static void outputGates(
      PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    float[] gates = cells.lstm().gates().data;
    float[] peepholes = cells.peepholes().data;
    float[] cell = cells.lstm().cell().all().data;
    int row = t * cells.lstm().cell().batch() + sequence;
    int gatesRow = row * cells.lstm().gates().numCols + 3 * WIDTH;
    int states = row * cells.lstm().cell().stride();
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int g = gatesRow + firstGate(lane, 4);
      Lanes.sigmoid(
              FloatVector.fromArray(SPECIES, peepholes, firstGate(lane, 3) + 2 * WIDTH)
                  .fma(
                      FloatVector.fromArray(SPECIES, cell, states + lane),
                      FloatVector.fromArray(SPECIES, gates, g)))
          .intoArray(gates, g);
    }
  }

  @Override
  public void outputBackward(
      PeepholeMatrices cells,
      FMatrixRMaj dHidden,
      int t,
      int sequence,
      int fromGroup,
      int toGroup) {
    float[] gates = cells.lstm().gates().data;
    float[] peepholes = cells.peepholes().data;
    float[] squashed = cells.lstm().squashed().data;
    float[] dRecurrent = cells.lstm().hidden().gradient().data;
    float[] dCell = cells.lstm().cell().gradient().data;
    int row = t * cells.lstm().cell().batch() + sequence;
    int gatesRow = row * cells.lstm().gates().numCols + 3 * WIDTH;
    int from = row * cells.lstm().cell().stride();
    int to = sequence * cells.lstm().cell().stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int g = gatesRow + firstGate(lane, 4);
      FloatVector o = FloatVector.fromArray(SPECIES, gates, g);
      FloatVector tanh = FloatVector.fromArray(SPECIES, squashed, from + lane);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden.data, from + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, to + lane));
      FloatVector dO = dOut.mul(tanh).mul(o).mul(one.sub(o));
      dO.intoArray(gates, g);
      dOut.mul(o).mul(one.sub(tanh.mul(tanh))).intoArray(squashed, from + lane);
      dO.fma(
              FloatVector.fromArray(SPECIES, peepholes, firstGate(lane, 3) + 2 * WIDTH),
              FloatVector.fromArray(SPECIES, dCell, to + lane))
          .intoArray(dCell, to + lane);
      FloatVector.zero(SPECIES).intoArray(dRecurrent, to + lane);
    }
  }

  @Override
  public void stateBackward(
      PeepholeMatrices cells, int t, int sequence, int fromGroup, int toGroup) {
    StateMatrices states = cells.lstm().cell();
    float[] gates = cells.lstm().gates().data;
    float[] peepholes = cells.peepholes().data;
    float[] previousCell = states.previous(t).data;
    float[] dCell = states.gradient().data;
    int gatesRow = (t * states.batch() + sequence) * cells.lstm().gates().numCols;
    int from = (states.previousRow(t) + sequence) * states.stride();
    int to = sequence * states.stride();
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      int g = gatesRow + firstGate(lane, 4);
      int p = firstGate(lane, 3);
      FloatVector i = FloatVector.fromArray(SPECIES, gates, g);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, g + WIDTH);
      FloatVector a = FloatVector.fromArray(SPECIES, gates, g + 2 * WIDTH);
      FloatVector previous = FloatVector.fromArray(SPECIES, previousCell, from + lane);
      FloatVector dState = FloatVector.fromArray(SPECIES, dCell, to + lane);
      FloatVector dI = dState.mul(a).mul(i).mul(one.sub(i));
      FloatVector dF = dState.mul(previous).mul(f).mul(one.sub(f));
      dI.intoArray(gates, g);
      dF.intoArray(gates, g + WIDTH);
      dState.mul(i).mul(one.sub(a.mul(a))).intoArray(gates, g + 2 * WIDTH);
      FloatVector through = dI.fma(FloatVector.fromArray(SPECIES, peepholes, p), dState.mul(f));
      dF.fma(FloatVector.fromArray(SPECIES, peepholes, p + WIDTH), through)
          .intoArray(dCell, to + lane);
    }
  }

  @Override
  public void weightsBackward(
      PeepholeMatrices cells, float[] dPeepholes, int fromGroup, int toGroup) {
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      weightsBackward(cells, dPeepholes, lane);
    }
  }

  /** Adds up over all rows; the sums stay in registers. */
  private static void weightsBackward(PeepholeMatrices cells, float[] dPeepholes, int lane) {
    StateMatrices states = cells.lstm().cell();
    FMatrixRMaj dGates = cells.lstm().gates();
    int p = firstGate(lane, 3);
    FloatVector i = FloatVector.fromArray(SPECIES, dPeepholes, p);
    FloatVector f = FloatVector.fromArray(SPECIES, dPeepholes, p + WIDTH);
    FloatVector o = FloatVector.fromArray(SPECIES, dPeepholes, p + 2 * WIDTH);
    for (int row = 0; row < dGates.numRows; row++) {
      boolean first = row < states.batch();
      int before = (first ? row : row - states.batch()) * states.stride() + lane;
      int g = row * dGates.numCols + firstGate(lane, 4);
      FloatVector previous =
          FloatVector.fromArray(SPECIES, (first ? states.initial() : states.all()).data, before);
      i = FloatVector.fromArray(SPECIES, dGates.data, g).fma(previous, i);
      f = FloatVector.fromArray(SPECIES, dGates.data, g + WIDTH).fma(previous, f);
      o =
          FloatVector.fromArray(SPECIES, dGates.data, g + 3 * WIDTH)
              .fma(
                  FloatVector.fromArray(SPECIES, states.all().data, row * states.stride() + lane),
                  o);
    }
    i.intoArray(dPeepholes, p);
    f.intoArray(dPeepholes, p + WIDTH);
    o.intoArray(dPeepholes, p + 2 * WIDTH);
  }
}
