package ductus.math.vector;

import static ductus.math.GateLayout.firstGate;
import static ductus.math.Strips.WIDTH;

import ductus.math.CellKernels;

/** Recurrent cells in vectors: the loops; what is done with one vector stands with its cell. */
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
    int groups = toGroup - fromGroup;
    for (int r = 0; r < rows; r++) {
      int g = gatesOffset + r * gatesStride + fromGroup * 4 * WIDTH;
      int at = r * stateStride + fromGroup * WIDTH;
      int c = cellOffset + at;
      LstmLanes.activate(gates, g, groups);
      LstmLanes.states(gates, g, previousCell, previousOffset + at, cell, c, groups);
      LstmLanes.outputs(gates, g, cell, cellTanh, c, hidden, hiddenOffset + at, groups);
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
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      float[] dCell,
      int stateStride,
      float[] dBias,
      int fromGroup,
      int toGroup,
      int rows) {
    int groups = toGroup - fromGroup;
    for (int r = 0; r < rows; r++) {
      int g = gatesOffset + r * gatesStride + fromGroup * 4 * WIDTH;
      int at = r * stateStride + fromGroup * WIDTH;
      int h = dHiddenOffset + at;
      LstmLanes.outputGate(
          gates, g, cellTanh, cellOffset + at, dHidden, h, dRecurrent, dCell, at, groups);
      LstmLanes.inputGates(gates, g, previousCell, previousOffset + at, dCell, at, groups);
      Lanes.add(gates, g, dBias, fromGroup * 4 * WIDTH, groups * 4 * WIDTH);
    }
  }

  @Override
  public void gru(
      float[] fromInput,
      int fromInputOffset,
      float[] fromState,
      int fromStateOffset,
      int gatesStride,
      float[] bias,
      float[] previousHidden,
      int previousOffset,
      float[] hidden,
      int hiddenOffset,
      int stateStride,
      int fromGroup,
      int toGroup,
      int rows) {
    int groups = toGroup - fromGroup;
    for (int r = 0; r < rows; r++) {
      int g = r * gatesStride + fromGroup * 3 * WIDTH;
      int at = r * stateStride + fromGroup * WIDTH;
      int x = fromInputOffset + g;
      int s = fromStateOffset + g;
      GruLanes.resetAndUpdate(fromInput, x, fromState, s, groups);
      GruLanes.candidates(fromInput, x, fromState, s, bias, fromGroup * WIDTH, groups);
      GruLanes.outputs(
          fromInput, x, previousHidden, previousOffset + at, hidden, hiddenOffset + at, groups);
    }
  }

  @Override
  public void gruBackward(
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
      int stateStride,
      float[] dBias,
      float[] dStateBias,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      GruLanes.backward(
          fromInput,
          fromInputOffset + firstGate(lane, 3),
          fromState,
          fromStateOffset + firstGate(lane, 3),
          gatesStride,
          previousHidden,
          previousOffset + lane,
          dHidden,
          dHiddenOffset + lane,
          dRecurrent,
          lane,
          stateStride,
          dBias,
          firstGate(lane, 3),
          dStateBias,
          rows);
    }
  }

  @Override
  public void elman(
      float[] sums,
      int sumsOffset,
      float[] hidden,
      int hiddenOffset,
      int stride,
      boolean rectified,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
        int at = r * stride + lane;
        if (rectified) {
          ElmanLanes.rectify(sums, sumsOffset + at, hidden, hiddenOffset + at);
        } else {
          ElmanLanes.squash(sums, sumsOffset + at, hidden, hiddenOffset + at);
        }
      }
    }
  }

  @Override
  public void elmanBackward(
      float[] sums,
      int sumsOffset,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int stride,
      float[] dBias,
      boolean rectified,
      int fromGroup,
      int toGroup,
      int rows) {
    for (int lane = fromGroup * WIDTH; lane < toGroup * WIDTH; lane += Lanes.WIDTH) {
      if (rectified) {
        ElmanLanes.rectifyBackward(
            sums,
            sumsOffset + lane,
            dHidden,
            dHiddenOffset + lane,
            dRecurrent,
            lane,
            stride,
            dBias,
            rows);
      } else {
        ElmanLanes.squashBackward(
            sums,
            sumsOffset + lane,
            dHidden,
            dHiddenOffset + lane,
            dRecurrent,
            lane,
            stride,
            dBias,
            rows);
      }
    }
  }
}
