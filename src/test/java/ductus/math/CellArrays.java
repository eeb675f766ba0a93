package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.CellKernels.ElmanMatrices;
import ductus.math.CellKernels.GruMatrices;
import ductus.math.CellKernels.LstmMatrices;
import ductus.math.CellKernels.StateMatrices;
import ductus.math.GatedSumKernels.MinGruMatrices;
import ductus.math.GatedSumKernels.MinLstmMatrices;
import ductus.math.GatedSumKernels.QrnnMatrices;
import ductus.math.GatedSumKernels.SruMatrices;
import ductus.math.PeepholeKernels.PeepholeMatrices;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** Arrays of three groups of units for any cell; rows are wider than they need be. */
public final class CellArrays {
  /** A few roundings and the polynomials' errors. */
  private static final double ELEMENT = 1e-6;

  private static final int STATES = 3 * Strips.WIDTH + 5;
  private static final int GATES = 4 * 3 * Strips.WIDTH + 7;

  private static final int SUMS = 6 * 3 * Strips.WIDTH + 7;

  private final int rows;
  private final FMatrixRMaj gates;
  private final FMatrixRMaj fromState;
  private final FMatrixRMaj peepholes;
  private final FMatrixRMaj bias;
  private final FMatrixRMaj previousCell;
  private final FMatrixRMaj cell;
  private final FMatrixRMaj squashed;
  private final FMatrixRMaj previousHidden;
  private final FMatrixRMaj hidden;
  private final FMatrixRMaj dHidden;
  private final FMatrixRMaj dRecurrent;
  private final FMatrixRMaj dCell;
  private final float[] dBias;
  private final FMatrixRMaj dStateBias;
  private final StateMatrices sums;
  private final StateMatrices cells;
  private final StateMatrices states;
  private final LstmMatrices lstm;

  /** Arrays for so many rows, the sequences of one time step. */
  public CellArrays(int rows) {
    this.rows = rows;
    RandomGenerator random = Seeded.random(rows);
    gates = Seeded.matrix(rows, GATES, 6, random);
    fromState = Seeded.matrix(rows, GATES, 6, random);
    peepholes = Seeded.matrix(1, GATES, 1, random);
    bias = Seeded.matrix(1, STATES, 1, random);
    previousCell = Seeded.matrix(rows, STATES, 2, random);
    cell = Seeded.matrix(rows, STATES, 2, random);
    squashed = Seeded.matrix(rows, STATES, 1, random);
    previousHidden = Seeded.matrix(rows, STATES, 1, random);
    hidden = Seeded.matrix(rows, STATES, 1, random);
    dHidden = Seeded.matrix(rows, STATES, 1, random);
    dRecurrent = Seeded.matrix(rows, STATES, 1, random);
    dCell = Seeded.matrix(rows, STATES, 1, random);
    dBias = Seeded.floats(GATES, 1, random);
    dStateBias = Seeded.matrix(1, STATES, 1, random);
    sums =
        new StateMatrices(
            Seeded.matrix(rows, SUMS, 3, random),
            Seeded.matrix(rows, SUMS, 3, random),
            Seeded.matrix(rows, SUMS, 1, random));
    cells = new StateMatrices(previousCell, cell, dCell);
    states = new StateMatrices(previousHidden, hidden, dRecurrent);
    lstm = new LstmMatrices(gates, cells, squashed, states);
  }

  /** LSTM cells forward and back. */
  public void lstm(Kernels kernels, int from, int to) {
    for (int b = 0; b < rows; b++) {
      kernels.cells().lstm(lstm, 0, b, from, to);
      kernels.cells().lstmBackward(lstm, dHidden, 0, b, from, to);
    }
    sum(kernels, gates, 4, from, to);
  }

  /** Sums gradients of pre-activations for a bias. */
  private void sum(Kernels kernels, FMatrixRMaj gradients, int gates, int from, int to) {
    int width = gates * Strips.WIDTH;
    kernels.rows().add(gradients, 0, rows, dBias, from * width, to * width);
  }

  /** Gated recurrent units forward and back. */
  public void gru(Kernels kernels, int from, int to) {
    GruMatrices gru = new GruMatrices(gates, fromState, bias, states);
    for (int b = 0; b < rows; b++) {
      kernels.cells().gru(gru, 0, b, from, to);
      kernels.cells().gruBackward(gru, dHidden, 0, b, from, to);
      for (int u = from * Strips.WIDTH; u < to * Strips.WIDTH; u++) {
        int candidate = GateLayout.firstGate(u, 3) + 2 * Strips.WIDTH;
        dStateBias.data[u] += fromState.get(b, candidate);
      }
    }
    sum(kernels, gates, 3, from, to);
  }

  /** Units of a simple recurrent network forward and back. */
  public void elman(Kernels kernels, boolean rectified, int from, int to) {
    ElmanMatrices elman = new ElmanMatrices(previousHidden, states, rectified);
    for (int b = 0; b < rows; b++) {
      kernels.cells().elman(elman, 0, b, from, to);
      kernels.cells().elmanBackward(elman, dHidden, 0, b, from, to);
    }
    sum(kernels, previousHidden, 1, from, to);
  }

  /** Minimal gated recurrent units forward and back. */
  public void minGru(Kernels kernels, int from, int to) {
    MinGruMatrices units = new MinGruMatrices(gates, states);
    for (int b = 0; b < rows; b++) {
      kernels.gatedSums().minGru(units, 0, b, from, to);
      kernels.gatedSums().minGruBackward(units, dHidden, 0, b, from, to);
    }
  }

  /** Minimal LSTM units forward and back. */
  public void minLstm(Kernels kernels, int from, int to) {
    MinLstmMatrices units = new MinLstmMatrices(gates, states);
    for (int b = 0; b < rows; b++) {
      kernels.gatedSums().minLstm(units, 0, b, from, to);
      kernels.gatedSums().minLstmBackward(units, dHidden, 0, b, from, to);
    }
  }

  /** Quasi-recurrent units forward and back. */
  public void qrnn(Kernels kernels, int from, int to) {
    QrnnMatrices units = new QrnnMatrices(sums, cells, states);
    for (int b = 0; b < rows; b++) {
      kernels.gatedSums().qrnn(units, 0, b, from, to);
      kernels.gatedSums().qrnnBackward(units, dHidden, 0, b, from, to);
    }
  }

  /** Simple recurrent units forward and back. */
  public void sru(Kernels kernels, int from, int to) {
    SruMatrices units = new SruMatrices(gates, peepholes, cells, states);
    for (int b = 0; b < rows; b++) {
      kernels.gatedSums().sru(units, 0, b, from, to);
      kernels.gatedSums().sruBackward(units, dHidden, 0, b, from, to);
    }
    kernels.gatedSums().sruWeightsBackward(units, dBias, from, to);
  }

  /** An LSTM in two halves, forward and back. */
  public void halves(Kernels kernels, int from, int to) {
    PeepholeKernels halves = kernels.peepholes();
    PeepholeMatrices matrices = new PeepholeMatrices(lstm, peepholes);
    int first = from * Strips.WIDTH;
    int end = to * Strips.WIDTH;
    for (int r = 0; r < rows; r++) {
      halves.state(matrices, 0, r, from, to);
      int at = r * STATES + first;
      System.arraycopy(cell.data, at, squashed.data, at, end - first);
      halves.output(matrices, 0, r, from, to);
    }
    for (int r = 0; r < rows; r++) {
      halves.outputBackward(matrices, dHidden, 0, r, from, to);
      kernels.rows().addRow(squashed, r, dCell, r, first, end);
      halves.stateBackward(matrices, 0, r, from, to);
    }
  }

  void closePeepholes() {
    peepholes.zero();
  }

  /** Checksum of the bits of all that was computed. */
  public String bits() {
    return Seeded.bits(
        gates.data,
        fromState.data,
        previousHidden.data,
        cell.data,
        squashed.data,
        hidden.data,
        dRecurrent.data,
        dCell.data,
        dBias,
        dStateBias.data);
  }

  /** Checksum of the bits of the sums of two inputs, and of all others. */
  public String bitsWithSums() {
    return Seeded.bits(sums.all().data, sums.gradient().data) + bits();
  }

  void requireEqual(CellArrays that, String what) {
    requireStatesEqual(that, what);
    assertClose(squashed.data, that.squashed.data, 4 * ELEMENT, what + ", squashed");
    assertClose(dBias, that.dBias, 16 * (rows + 1) * ELEMENT, what + ", dBias");
    assertClose(
        dStateBias.data, that.dStateBias.data, 16 * (rows + 1) * ELEMENT, what + ", dStateBias");
  }

  void requireStatesEqual(CellArrays that, String what) {
    assertClose(gates.data, that.gates.data, 16 * ELEMENT, what + ", gates");
    assertClose(fromState.data, that.fromState.data, 16 * ELEMENT, what + ", state's part");
    assertClose(sums.all().data, that.sums.all().data, 16 * ELEMENT, what + ", sums of two");
    assertClose(
        sums.gradient().data, that.sums.gradient().data, 16 * ELEMENT, what + ", sums before");
    assertClose(cell.data, that.cell.data, 4 * ELEMENT, what + ", cell");
    assertClose(previousHidden.data, that.previousHidden.data, 4 * ELEMENT, what + ", sums");
    assertClose(hidden.data, that.hidden.data, ELEMENT, what + ", hidden");
    assertClose(dCell.data, that.dCell.data, 8 * ELEMENT, what + ", dCell");
    assertClose(dRecurrent.data, that.dRecurrent.data, 2 * ELEMENT, what + ", dRecurrent");
  }

  private static void assertClose(
      float[] expected, float[] actual, double tolerance, String message) {
    for (int i = 0; i < expected.length; i++) {
      double size = Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], actual[i], tolerance * size, message);
    }
  }
}
