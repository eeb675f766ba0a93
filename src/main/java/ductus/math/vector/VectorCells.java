package ductus.math.vector;

import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import ductus.math.CellKernels;
import jdk.incubator.vector.FloatVector;

/** Recurrent cells in vectors. */
final class VectorCells implements CellKernels {
  @Override
  public void lstm(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cell,
      float[] cellTanh,
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
        lstm(
            gates,
            gatesOffset + r * gatesStride + column(lane, 4),
            previousCell,
            previousOffset + at,
            cell,
            cellTanh,
            cellOffset + at,
            hidden,
            hiddenOffset + at);
      }
    }
  }

  /** One vector of units. */
  private static void lstm(
      float[] gates,
      int g,
      float[] previousCell,
      int p,
      float[] cell,
      float[] cellTanh,
      int c,
      float[] hidden,
      int h) {
    FloatVector i = Lanes.sigmoid(FloatVector.fromArray(SPECIES, gates, g));
    FloatVector f = Lanes.sigmoid(FloatVector.fromArray(SPECIES, gates, g + WIDTH));
    FloatVector a = Lanes.tanh(FloatVector.fromArray(SPECIES, gates, g + 2 * WIDTH));
    FloatVector o = Lanes.sigmoid(FloatVector.fromArray(SPECIES, gates, g + 3 * WIDTH));
    FloatVector state = f.fma(FloatVector.fromArray(SPECIES, previousCell, p), i.mul(a));
    FloatVector squashed = Lanes.tanh(state);
    i.intoArray(gates, g);
    f.intoArray(gates, g + WIDTH);
    a.intoArray(gates, g + 2 * WIDTH);
    o.intoArray(gates, g + 3 * WIDTH);
    state.intoArray(cell, c);
    squashed.intoArray(cellTanh, c);
    o.mul(squashed).intoArray(hidden, h);
  }

  @Override
  public void lstmBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cellTanh,
      int cellOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      float[] dCell,
      int stateStride,
      float[] dBias,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      lstmBackward(
          gates,
          gatesOffset + column(lane, 4),
          gatesStride,
          previousCell,
          previousOffset + lane,
          cellTanh,
          cellOffset + lane,
          dHidden,
          dHiddenOffset + lane,
          dRecurrent,
          dCell,
          lane,
          stateStride,
          dBias,
          column(lane, 4),
          rows);
    }
  }

  /** One vector of units, all rows; the sums for the bias stay in registers. */
  private static void lstmBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cellTanh,
      int cellOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      float[] dCell,
      int lane,
      int stateStride,
      float[] dBias,
      int b,
      int rows) {
    FloatVector sumI = FloatVector.fromArray(SPECIES, dBias, b);
    FloatVector sumF = FloatVector.fromArray(SPECIES, dBias, b + WIDTH);
    FloatVector sumA = FloatVector.fromArray(SPECIES, dBias, b + 2 * WIDTH);
    FloatVector sumO = FloatVector.fromArray(SPECIES, dBias, b + 3 * WIDTH);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int r = 0; r < rows; r++) {
      int g = gatesOffset + r * gatesStride;
      int at = r * stateStride;
      FloatVector i = FloatVector.fromArray(SPECIES, gates, g);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, g + WIDTH);
      FloatVector a = FloatVector.fromArray(SPECIES, gates, g + 2 * WIDTH);
      FloatVector o = FloatVector.fromArray(SPECIES, gates, g + 3 * WIDTH);
      FloatVector squashed = FloatVector.fromArray(SPECIES, cellTanh, cellOffset + at);
      FloatVector previous = FloatVector.fromArray(SPECIES, previousCell, previousOffset + at);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden, dHiddenOffset + at)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, lane + at));
      FloatVector dState =
          dOut.mul(o)
              .fma(
                  one.sub(squashed.mul(squashed)),
                  FloatVector.fromArray(SPECIES, dCell, lane + at));
      FloatVector dI = dState.mul(a).mul(i).mul(one.sub(i));
      FloatVector dF = dState.mul(previous).mul(f).mul(one.sub(f));
      FloatVector dA = dState.mul(i).mul(one.sub(a.mul(a)));
      FloatVector dO = dOut.mul(squashed).mul(o).mul(one.sub(o));
      dI.intoArray(gates, g);
      dF.intoArray(gates, g + WIDTH);
      dA.intoArray(gates, g + 2 * WIDTH);
      dO.intoArray(gates, g + 3 * WIDTH);
      dState.mul(f).intoArray(dCell, lane + at);
      zero.intoArray(dRecurrent, lane + at);
      sumI = sumI.add(dI);
      sumF = sumF.add(dF);
      sumA = sumA.add(dA);
      sumO = sumO.add(dO);
    }
    sumI.intoArray(dBias, b);
    sumF.intoArray(dBias, b + WIDTH);
    sumA.intoArray(dBias, b + 2 * WIDTH);
    sumO.intoArray(dBias, b + 3 * WIDTH);
  }

  /** Column of a unit's first gate. */
  private static int column(int unit, int gates) {
    return unit / WIDTH * gates * WIDTH + unit % WIDTH;
  }
}
