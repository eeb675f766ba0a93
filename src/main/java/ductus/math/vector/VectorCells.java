package ductus.math.vector;

import static ductus.math.Kernels.GATE_LANES;
import static ductus.math.vector.Lanes.load;
import static ductus.math.vector.Lanes.multiplyAdd;

import ductus.math.CellKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Recurrent cells of 16 units in vectors. */
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
      int cellStride,
      float[] hidden,
      int hiddenOffset,
      int hiddenStride,
      int units,
      int rows) {
    for (int lane = 0; lane < GATE_LANES; lane += Lanes.WIDTH) {
      VectorMask<Float> present = Lanes.present(lane, units);
      boolean whole = present.allTrue();
      for (int r = 0; r < rows; r++) {
        int g = gatesOffset + r * gatesStride + lane;
        int c = cellOffset + r * cellStride + lane;
        int h = hiddenOffset + r * hiddenStride + lane;
        FloatVector input = Lanes.sigmoid(load(gates, g));
        FloatVector forget = Lanes.sigmoid(load(gates, g + GATE_LANES));
        FloatVector candidate = Lanes.tanh(load(gates, g + 2 * GATE_LANES));
        FloatVector output = Lanes.sigmoid(load(gates, g + 3 * GATE_LANES));
        FloatVector previous = load(previousCell, previousOffset + r * cellStride + lane);
        FloatVector state = multiplyAdd(forget, previous, input.mul(candidate));
        FloatVector squashed = Lanes.tanh(state);
        input.intoArray(gates, g);
        forget.intoArray(gates, g + GATE_LANES);
        candidate.intoArray(gates, g + 2 * GATE_LANES);
        output.intoArray(gates, g + 3 * GATE_LANES);
        state.intoArray(cell, c);
        squashed.intoArray(cellTanh, c);
        if (whole) {
          output.mul(squashed).intoArray(hidden, h);
        } else {
          output.mul(squashed).intoArray(hidden, h, present);
        }
      }
    }
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
      int cellStride,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int dRecurrentOffset,
      int dHiddenStride,
      float[] dCell,
      int dCellOffset,
      int units,
      int rows) {
    for (int lane = 0; lane < GATE_LANES; lane += Lanes.WIDTH) {
      VectorMask<Float> present = Lanes.present(lane, units);
      for (int r = 0; r < rows; r++) {
        int g = gatesOffset + r * gatesStride + lane;
        int h = r * dHiddenStride + lane;
        int c = dCellOffset + r * cellStride + lane;
        FloatVector input = load(gates, g);
        FloatVector forget = load(gates, g + GATE_LANES);
        FloatVector candidate = load(gates, g + 2 * GATE_LANES);
        FloatVector output = load(gates, g + 3 * GATE_LANES);
        FloatVector squashed = load(cellTanh, cellOffset + r * cellStride + lane);
        FloatVector dOut =
            loadPresent(dHidden, dHiddenOffset + h, present)
                .add(loadPresent(dRecurrent, dRecurrentOffset + h, present));
        FloatVector dState =
            multiplyAdd(dOut.mul(output), oneMinus(squashed.mul(squashed)), load(dCell, c));
        FloatVector previous = load(previousCell, previousOffset + r * cellStride + lane);
        dState.mul(candidate).mul(input).mul(oneMinus(input)).intoArray(gates, g);
        dState.mul(previous).mul(forget).mul(oneMinus(forget)).intoArray(gates, g + GATE_LANES);
        dState
            .mul(input)
            .mul(oneMinus(candidate.mul(candidate)))
            .intoArray(gates, g + 2 * GATE_LANES);
        dOut.mul(squashed).mul(output).mul(oneMinus(output)).intoArray(gates, g + 3 * GATE_LANES);
        dState.mul(forget).intoArray(dCell, c);
      }
    }
  }

  private static FloatVector oneMinus(FloatVector x) {
    return Lanes.broadcast(1).sub(x);
  }

  private static FloatVector loadPresent(float[] array, int offset, VectorMask<Float> present) {
    return present.allTrue()
        ? load(array, offset)
        : FloatVector.fromArray(Lanes.SPECIES, array, offset, present);
  }
}
