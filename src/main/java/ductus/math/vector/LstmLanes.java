package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * One row of LSTM units, in loops with one activation function at most in each: with four in one
 * loop the compiler gives up inlining half-way and boxes vectors, which is ten times slower; see
 * {@code src/docs/engine.md}.
 */
final class LstmLanes {
  private LstmLanes() {}

  /**
   * The gates of an LSTM in place: sigmoid, sigmoid, tanh, sigmoid, a strip each.
   *
   * <p>The sigmoid is half of 1 + tanh(x / 2), so that one loop does all four.
   */
  static void activate(float[] gates, int offset, int groups) {
    for (int lane = 0; lane < groups * 4 * WIDTH; lane += Lanes.WIDTH) {
      boolean candidate = (lane / WIDTH & 3) == 2;
      float scale = candidate ? 1 : 0.5f;
      float shift = candidate ? 0 : 0.5f;
      FloatVector x = FloatVector.fromArray(SPECIES, gates, offset + lane);
      Lanes.tanh(x.mul(scale))
          .fma(FloatVector.broadcast(SPECIES, scale), FloatVector.broadcast(SPECIES, shift))
          .intoArray(gates, offset + lane);
    }
  }

  /** c = f · c′ + i · g. */
  static void states(
      float[] gates, int g, float[] previousCell, int p, float[] cell, int c, int groups) {
    for (int lane = 0; lane < groups * WIDTH; lane += Lanes.WIDTH) {
      int at = g + firstGate(lane, 4);
      FloatVector i = FloatVector.fromArray(SPECIES, gates, at);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, at + WIDTH);
      FloatVector a = FloatVector.fromArray(SPECIES, gates, at + 2 * WIDTH);
      f.fma(FloatVector.fromArray(SPECIES, previousCell, p + lane), i.mul(a))
          .intoArray(cell, c + lane);
    }
  }

  /** h = o · tanh(c). */
  static void outputs(
      float[] gates,
      int g,
      float[] cell,
      float[] cellTanh,
      int c,
      float[] hidden,
      int h,
      int groups) {
    for (int lane = 0; lane < groups * WIDTH; lane += Lanes.WIDTH) {
      FloatVector squashed = Lanes.tanh(FloatVector.fromArray(SPECIES, cell, c + lane));
      squashed.intoArray(cellTanh, c + lane);
      FloatVector.fromArray(SPECIES, gates, g + firstGate(lane, 4) + 3 * WIDTH)
          .mul(squashed)
          .intoArray(hidden, h + lane);
    }
  }

  /** dc += dh · o · (1 − tanh²(c)); the output gate becomes dh · tanh(c) · o · (1 − o). */
  static void outputGate(
      float[] gates,
      int g,
      float[] cellTanh,
      int c,
      float[] dHidden,
      int h,
      float[] dRecurrent,
      float[] dCell,
      int at,
      int groups) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int lane = 0; lane < groups * WIDTH; lane += Lanes.WIDTH) {
      int output = g + firstGate(lane, 4) + 3 * WIDTH;
      FloatVector o = FloatVector.fromArray(SPECIES, gates, output);
      FloatVector squashed = FloatVector.fromArray(SPECIES, cellTanh, c + lane);
      FloatVector dOut =
          FloatVector.fromArray(SPECIES, dHidden, h + lane)
              .add(FloatVector.fromArray(SPECIES, dRecurrent, at + lane));
      dOut.mul(o)
          .fma(one.sub(squashed.mul(squashed)), FloatVector.fromArray(SPECIES, dCell, at + lane))
          .intoArray(dCell, at + lane);
      dOut.mul(squashed).mul(o).mul(one.sub(o)).intoArray(gates, output);
      zero.intoArray(dRecurrent, at + lane);
    }
  }

  /** The other gates become dc times what they stand beside and their own slope; dc · f goes on. */
  static void inputGates(
      float[] gates, int g, float[] previousCell, int p, float[] dCell, int at, int groups) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int lane = 0; lane < groups * WIDTH; lane += Lanes.WIDTH) {
      int input = g + firstGate(lane, 4);
      FloatVector i = FloatVector.fromArray(SPECIES, gates, input);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, input + WIDTH);
      FloatVector a = FloatVector.fromArray(SPECIES, gates, input + 2 * WIDTH);
      FloatVector dState = FloatVector.fromArray(SPECIES, dCell, at + lane);
      FloatVector previous = FloatVector.fromArray(SPECIES, previousCell, p + lane);
      dState.mul(a).mul(i).mul(one.sub(i)).intoArray(gates, input);
      dState.mul(previous).mul(f).mul(one.sub(f)).intoArray(gates, input + WIDTH);
      dState.mul(i).mul(one.sub(a.mul(a))).intoArray(gates, input + 2 * WIDTH);
      dState.mul(f).intoArray(dCell, at + lane);
    }
  }
}
