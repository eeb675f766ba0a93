package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Gated recurrent units; forward a row at a time, in loops as {@link LstmLanes} says. */
final class GruLanes {
  private GruLanes() {}

  /** r, z = σ(from input + from state), a strip each. */
  static void resetAndUpdate(float[] fromInput, int x, float[] fromState, int s, int groups) {
    for (int lane = 0; lane < groups * 2 * WIDTH; lane += Lanes.WIDTH) {
      int at = lane / (2 * WIDTH) * 3 * WIDTH + lane % (2 * WIDTH);
      Lanes.sigmoid(
              FloatVector.fromArray(SPECIES, fromInput, x + at)
                  .add(FloatVector.fromArray(SPECIES, fromState, s + at)))
          .intoArray(fromInput, x + at);
    }
  }

  /**
   * n = tanh(from input + r · (from state + b)); what r is multiplied with stays for the way back.
   */
  static void candidates(
      float[] fromInput, int x, float[] fromState, int s, float[] bias, int b, int groups) {
    for (int lane = 0; lane < groups * WIDTH; lane += Lanes.WIDTH) {
      int reset = firstGate(lane, 3);
      int candidate = reset + 2 * WIDTH;
      FloatVector part =
          FloatVector.fromArray(SPECIES, fromState, s + candidate)
              .add(FloatVector.fromArray(SPECIES, bias, b + lane));
      part.intoArray(fromState, s + candidate);
      Lanes.tanh(
              part.fma(
                  FloatVector.fromArray(SPECIES, fromInput, x + reset),
                  FloatVector.fromArray(SPECIES, fromInput, x + candidate)))
          .intoArray(fromInput, x + candidate);
    }
  }

  /** h = z · (h′ − n) + n. */
  static void outputs(
      float[] fromInput, int x, float[] previousHidden, int p, float[] hidden, int h, int groups) {
    for (int lane = 0; lane < groups * WIDTH; lane += Lanes.WIDTH) {
      int at = x + firstGate(lane, 3);
      FloatVector candidate = FloatVector.fromArray(SPECIES, fromInput, at + 2 * WIDTH);
      FloatVector.fromArray(SPECIES, fromInput, at + WIDTH)
          .fma(FloatVector.fromArray(SPECIES, previousHidden, p + lane).sub(candidate), candidate)
          .intoArray(hidden, h + lane);
    }
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
