package ductus.math.vector;

import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** One vector of LSTM units. */
final class LstmLanes {
  private LstmLanes() {}

  static void forward(
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

  /** All rows; the sums for the bias stay in registers. */
  static void backward(
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
}
