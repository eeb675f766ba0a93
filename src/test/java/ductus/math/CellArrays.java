package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Arrays of three groups of units for any cell; rows are wider than they need be. */
public final class CellArrays {
  /** A few roundings and the polynomials' errors. */
  private static final double ELEMENT = 1e-6;

  private static final int STATES = 3 * Strips.WIDTH + 5;
  private static final int GATES = 4 * 3 * Strips.WIDTH + 7;

  private final int rows;
  private final float[] gates;
  private final float[] fromState;
  private final float[] peepholes;
  private final float[] bias;
  private final float[] previousCell;
  private final float[] cell;
  private final float[] squashed;
  private final float[] previousHidden;
  private final float[] hidden;
  private final float[] dHidden;
  private final float[] dRecurrent;
  private final float[] dCell;
  private final float[] dBias;
  private final float[] dStateBias;

  /** Arrays for so many rows. */
  public CellArrays(int rows) {
    this.rows = rows;
    RandomGenerator random = Seeded.random(rows);
    gates = Seeded.floats(rows * GATES, 6, random);
    fromState = Seeded.floats(rows * GATES, 6, random);
    peepholes = Seeded.floats(GATES, 1, random);
    bias = Seeded.floats(STATES, 1, random);
    previousCell = Seeded.floats(rows * STATES, 2, random);
    cell = Seeded.floats(rows * STATES, 2, random);
    squashed = Seeded.floats(rows * STATES, 1, random);
    previousHidden = Seeded.floats(rows * STATES, 1, random);
    hidden = Seeded.floats(rows * STATES, 1, random);
    dHidden = Seeded.floats(rows * STATES, 1, random);
    dRecurrent = Seeded.floats(rows * STATES, 1, random);
    dCell = Seeded.floats(rows * STATES, 1, random);
    dBias = Seeded.floats(GATES, 1, random);
    dStateBias = Seeded.floats(STATES, 1, random);
  }

  /** Forward and back. */
  public void lstm(Kernels kernels, int from, int to) {
    CellKernels cells = kernels.cells();
    cells.lstm(
        gates, 0, GATES, previousCell, 0, cell, squashed, 0, hidden, 0, STATES, from, to, rows);
    cells.lstmBackward(
        gates,
        0,
        GATES,
        previousCell,
        0,
        squashed,
        0,
        dHidden,
        0,
        dRecurrent,
        dCell,
        STATES,
        dBias,
        from,
        to,
        rows);
  }

  /** Forward and back. */
  public void gru(Kernels kernels, int from, int to) {
    CellKernels cells = kernels.cells();
    cells.gru(
        gates, 0, fromState, 0, GATES, bias, previousHidden, 0, hidden, 0, STATES, from, to, rows);
    cells.gruBackward(
        gates,
        0,
        fromState,
        0,
        GATES,
        previousHidden,
        0,
        dHidden,
        0,
        dRecurrent,
        STATES,
        dBias,
        dStateBias,
        from,
        to,
        rows);
  }

  /** Forward and back. */
  public void elman(Kernels kernels, boolean rectified, int from, int to) {
    CellKernels cells = kernels.cells();
    cells.elman(previousHidden, 0, hidden, 0, STATES, rectified, from, to, rows);
    cells.elmanBackward(
        previousHidden, 0, dHidden, 0, dRecurrent, STATES, dBias, rectified, from, to, rows);
  }

  /** An LSTM in two halves, forward and back. */
  public void halves(Kernels kernels, int from, int to) {
    PeepholeKernels halves = kernels.peepholes();
    halves.state(gates, 0, GATES, peepholes, previousCell, 0, cell, 0, STATES, from, to, rows);
    for (int r = 0; r < rows; r++) {
      int at = r * STATES + from * Strips.WIDTH;
      System.arraycopy(cell, at, squashed, at, (to - from) * Strips.WIDTH);
    }
    halves.output(gates, 0, GATES, peepholes, cell, squashed, 0, hidden, 0, STATES, from, to, rows);
    halves.outputBackward(
        gates,
        0,
        GATES,
        peepholes,
        squashed,
        0,
        dHidden,
        0,
        dRecurrent,
        dCell,
        0,
        STATES,
        from,
        to,
        rows);
    halves.stateBackward(
        gates, 0, GATES, peepholes, previousCell, 0, squashed, 0, dCell, 0, STATES, from, to, rows);
  }

  void closePeepholes() {
    Arrays.fill(peepholes, 0);
  }

  /** Checksum of the bits of all that was computed. */
  public String bits() {
    return Seeded.bits(
        gates,
        fromState,
        previousHidden,
        cell,
        squashed,
        hidden,
        dRecurrent,
        dCell,
        dBias,
        dStateBias);
  }

  void requireEqual(CellArrays that, String what) {
    requireStatesEqual(that, what);
    assertClose(squashed, that.squashed, 4 * ELEMENT, what + ", squashed");
    assertClose(dBias, that.dBias, 16 * (rows + 1) * ELEMENT, what + ", dBias");
    assertClose(dStateBias, that.dStateBias, 16 * (rows + 1) * ELEMENT, what + ", dStateBias");
  }

  void requireStatesEqual(CellArrays that, String what) {
    assertClose(gates, that.gates, 16 * ELEMENT, what + ", gates");
    assertClose(fromState, that.fromState, 16 * ELEMENT, what + ", state's part");
    assertClose(cell, that.cell, 4 * ELEMENT, what + ", cell");
    assertClose(previousHidden, that.previousHidden, 4 * ELEMENT, what + ", sums");
    assertClose(hidden, that.hidden, ELEMENT, what + ", hidden");
    assertClose(dCell, that.dCell, 8 * ELEMENT, what + ", dCell");
    assertClose(dRecurrent, that.dRecurrent, 2 * ELEMENT, what + ", dRecurrent");
  }

  private static void assertClose(
      float[] expected, float[] actual, double tolerance, String message) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance, message);
    }
  }
}
