package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.PeepholeKernels;
import jdk.incubator.vector.FloatVector;

/** The LSTM cell in two halves, in vectors. */
final class VectorPeepholes implements PeepholeKernels {
  @Override
  public void state(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] previousCell,
      int previousOffset,
      float[] cell,
      int cellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
        int at = r * stateStride + lane;
        state(
            gates,
            gatesOffset + r * gatesStride + firstGate(lane, 4),
            peepholes,
            firstGate(lane, 3),
            previousCell,
            previousOffset + at,
            cell,
            cellOffset + at);
      }
    }
  }

  /** One vector of units. */
  private static void state(
      float[] gates,
      int g,
      float[] peepholes,
      int p,
      float[] previousCell,
      int c,
      float[] cell,
      int to) {
    FloatVector previous = FloatVector.fromArray(SPECIES, previousCell, c);
    FloatVector i =
        Lanes.sigmoid(
            FloatVector.fromArray(SPECIES, peepholes, p)
                .fma(previous, FloatVector.fromArray(SPECIES, gates, g)));
    FloatVector f =
        Lanes.sigmoid(
            FloatVector.fromArray(SPECIES, peepholes, p + WIDTH)
                .fma(previous, FloatVector.fromArray(SPECIES, gates, g + WIDTH)));
    FloatVector a = Lanes.tanh(FloatVector.fromArray(SPECIES, gates, g + 2 * WIDTH));
    i.intoArray(gates, g);
    f.intoArray(gates, g + WIDTH);
    a.intoArray(gates, g + 2 * WIDTH);
    f.fma(previous, i.mul(a)).intoArray(cell, to);
  }

  @Override
  public void output(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] cell,
      float[] squashed,
      int cellOffset,
      float[] hidden,
      int hiddenOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
        int at = r * stateStride + lane;
        output(
            gates,
            gatesOffset + r * gatesStride + firstGate(lane, 4) + 3 * WIDTH,
            peepholes,
            firstGate(lane, 3) + 2 * WIDTH,
            cell,
            squashed,
            cellOffset + at,
            hidden,
            hiddenOffset + at);
      }
    }
  }

  /** One vector of units. */
  private static void output(
      float[] gates,
      int g,
      float[] peepholes,
      int p,
      float[] cell,
      float[] squashed,
      int c,
      float[] hidden,
      int h) {
    FloatVector o =
        Lanes.sigmoid(
            FloatVector.fromArray(SPECIES, peepholes, p)
                .fma(
                    FloatVector.fromArray(SPECIES, cell, c),
                    FloatVector.fromArray(SPECIES, gates, g)));
    FloatVector tanh = Lanes.tanh(FloatVector.fromArray(SPECIES, squashed, c));
    o.intoArray(gates, g);
    tanh.intoArray(squashed, c);
    o.mul(tanh).intoArray(hidden, h);
  }

  @Override
  public void outputBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] squashed,
      int squashedOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      float[] dCell,
      int dCellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
        int at = r * stateStride + lane;
        outputBackward(
            gates,
            gatesOffset + r * gatesStride + firstGate(lane, 4) + 3 * WIDTH,
            peepholes,
            firstGate(lane, 3) + 2 * WIDTH,
            squashed,
            squashedOffset + at,
            dHidden,
            dHiddenOffset + at,
            dRecurrent,
            dCell,
            dCellOffset + at);
      }
    }
  }

  /** One vector of units. */
  private static void outputBackward(
      float[] gates,
      int g,
      float[] peepholes,
      int p,
      float[] squashed,
      int s,
      float[] dHidden,
      int h,
      float[] dRecurrent,
      float[] dCell,
      int c) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector o = FloatVector.fromArray(SPECIES, gates, g);
    FloatVector tanh = FloatVector.fromArray(SPECIES, squashed, s);
    FloatVector dOut =
        FloatVector.fromArray(SPECIES, dHidden, h)
            .add(FloatVector.fromArray(SPECIES, dRecurrent, c));
    FloatVector dO = dOut.mul(tanh).mul(o).mul(one.sub(o));
    dO.intoArray(gates, g);
    dOut.mul(o).mul(one.sub(tanh.mul(tanh))).intoArray(squashed, s);
    dO.fma(FloatVector.fromArray(SPECIES, peepholes, p), FloatVector.fromArray(SPECIES, dCell, c))
        .intoArray(dCell, c);
    FloatVector.zero(SPECIES).intoArray(dRecurrent, c);
  }

  @Override
  public void stateBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] peepholes,
      float[] previousCell,
      int previousOffset,
      float[] dOutput,
      int dOutputOffset,
      float[] dCell,
      int dCellOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
        int at = r * stateStride + lane;
        stateBackward(
            gates,
            gatesOffset + r * gatesStride + firstGate(lane, 4),
            peepholes,
            firstGate(lane, 3),
            previousCell,
            previousOffset + at,
            dOutput,
            dOutputOffset + at,
            dCell,
            dCellOffset + at);
      }
    }
  }

  /** One vector of units. */
  private static void stateBackward(
      float[] gates,
      int g,
      float[] peepholes,
      int p,
      float[] previousCell,
      int from,
      float[] dOutput,
      int d,
      float[] dCell,
      int c) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector i = FloatVector.fromArray(SPECIES, gates, g);
    FloatVector f = FloatVector.fromArray(SPECIES, gates, g + WIDTH);
    FloatVector a = FloatVector.fromArray(SPECIES, gates, g + 2 * WIDTH);
    FloatVector previous = FloatVector.fromArray(SPECIES, previousCell, from);
    FloatVector dState =
        FloatVector.fromArray(SPECIES, dCell, c).add(FloatVector.fromArray(SPECIES, dOutput, d));
    FloatVector dI = dState.mul(a).mul(i).mul(one.sub(i));
    FloatVector dF = dState.mul(previous).mul(f).mul(one.sub(f));
    dI.intoArray(gates, g);
    dF.intoArray(gates, g + WIDTH);
    dState.mul(i).mul(one.sub(a.mul(a))).intoArray(gates, g + 2 * WIDTH);
    FloatVector through = dI.fma(FloatVector.fromArray(SPECIES, peepholes, p), dState.mul(f));
    dF.fma(FloatVector.fromArray(SPECIES, peepholes, p + WIDTH), through).intoArray(dCell, c);
  }
}
