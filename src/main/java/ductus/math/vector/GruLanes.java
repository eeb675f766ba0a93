package ductus.math.vector;

import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** One vector of gated recurrent units. */
final class GruLanes {
  private GruLanes() {}

  static void forward(
      float[] fromInput,
      int x,
      float[] fromState,
      int s,
      float[] bias,
      int b,
      float[] previousHidden,
      int p,
      float[] hidden,
      int h) {
    FloatVector reset =
        Lanes.sigmoid(
            FloatVector.fromArray(SPECIES, fromInput, x)
                .add(FloatVector.fromArray(SPECIES, fromState, s)));
    FloatVector update =
        Lanes.sigmoid(
            FloatVector.fromArray(SPECIES, fromInput, x + WIDTH)
                .add(FloatVector.fromArray(SPECIES, fromState, s + WIDTH)));
    FloatVector part =
        FloatVector.fromArray(SPECIES, fromState, s + 2 * WIDTH)
            .add(FloatVector.fromArray(SPECIES, bias, b));
    FloatVector candidate =
        Lanes.tanh(reset.fma(part, FloatVector.fromArray(SPECIES, fromInput, x + 2 * WIDTH)));
    FloatVector previous = FloatVector.fromArray(SPECIES, previousHidden, p);
    reset.intoArray(fromInput, x);
    update.intoArray(fromInput, x + WIDTH);
    candidate.intoArray(fromInput, x + 2 * WIDTH);
    part.intoArray(fromState, s + 2 * WIDTH);
    update.fma(previous.sub(candidate), candidate).intoArray(hidden, h);
  }

  /** All rows; the sums for the biases stay in registers. */
  static void backward(
      float[] fromInput,
      int fromInputOffset,
      float[] fromState,
      int fromStateOffset,
      int gatesStride,
      float[] previousHidden,
      int previousOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int lane,
      int stateStride,
      float[] dBias,
      int b,
      float[] dStateBias,
      int rows) {
    FloatVector sumR = FloatVector.fromArray(SPECIES, dBias, b);
    FloatVector sumZ = FloatVector.fromArray(SPECIES, dBias, b + WIDTH);
    FloatVector sumN = FloatVector.fromArray(SPECIES, dBias, b + 2 * WIDTH);
    FloatVector sumPart = FloatVector.fromArray(SPECIES, dStateBias, lane);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int r = 0; r < rows; r++) {
      int x = fromInputOffset + r * gatesStride;
      int s = fromStateOffset + r * gatesStride;
      int at = r * stateStride;
      FloatVector reset = FloatVector.fromArray(SPECIES, fromInput, x);
      FloatVector update = FloatVector.fromArray(SPECIES, fromInput, x + WIDTH);
      FloatVector candidate = FloatVector.fromArray(SPECIES, fromInput, x + 2 * WIDTH);
      FloatVector part = FloatVector.fromArray(SPECIES, fromState, s + 2 * WIDTH);
      FloatVector previous = FloatVector.fromArray(SPECIES, previousHidden, previousOffset + at);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden, dHiddenOffset + at)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, lane + at));
      FloatVector dN = dOut.mul(one.sub(update)).mul(one.sub(candidate.mul(candidate)));
      FloatVector dR = dN.mul(part).mul(reset).mul(one.sub(reset));
      FloatVector dZ = dOut.mul(previous.sub(candidate)).mul(update).mul(one.sub(update));
      FloatVector dPart = dN.mul(reset);
      dR.intoArray(fromInput, x);
      dZ.intoArray(fromInput, x + WIDTH);
      dN.intoArray(fromInput, x + 2 * WIDTH);
      dR.intoArray(fromState, s);
      dZ.intoArray(fromState, s + WIDTH);
      dPart.intoArray(fromState, s + 2 * WIDTH);
      dOut.mul(update).intoArray(dRecurrent, lane + at);
      sumR = sumR.add(dR);
      sumZ = sumZ.add(dZ);
      sumN = sumN.add(dN);
      sumPart = sumPart.add(dPart);
    }
    sumR.intoArray(dBias, b);
    sumZ.intoArray(dBias, b + WIDTH);
    sumN.intoArray(dBias, b + 2 * WIDTH);
    sumPart.intoArray(dStateBias, lane);
  }
}
