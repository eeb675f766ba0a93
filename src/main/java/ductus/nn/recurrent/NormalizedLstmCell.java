package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Long short-term memory with layer normalization N (Ba, Kiros and Hinton 2016, eq. 20–22), with a
 * = N(x·W) + N(h′·U) + b and, as an option, peepholes p (Graves 2013, eq. 7–11):
 *
 * <pre>
 *   i, f = σ(a + p·c′)    g = tanh(a)    o = σ(a + p·c)
 *   c = f·c′ + i·g        h = o·tanh(N(c))
 * </pre>
 *
 * <p>Gates stand in the file in the order i, f, g, o. Its own weights in the file: the gains {@code
 * norm_ih.weight} and {@code norm_hh.weight} [1×4H], whose biases b stands for, {@code
 * norm_cell.weight} and {@code norm_cell.bias} [1×H], and {@code peephole} [3×H] in the order i, f,
 * o.
 */
public final class NormalizedLstmCell implements Cell {
  private static final int GATES = 4;

  private final GateLayout layout;
  private final LayerNorm inputNorm;
  private final LayerNorm recurrentNorm;
  private final LayerNorm cellNorm;
  private final Parameter cellBias;
  private final boolean peephole;

  /** Closed for good where there is no such option. */
  private final Peepholes peepholes;

  /**
   * Cells with zero weights.
   *
   * @param name prefix of the parameters' names
   * @param hiddenSize H
   * @param peephole whether the gates look at the cell states
   */
  public NormalizedLstmCell(String name, int hiddenSize, boolean peephole) {
    layout = new GateLayout(hiddenSize, GATES);
    inputNorm = new LayerNorm(name + ".norm_ih", layout);
    recurrentNorm = new LayerNorm(name + ".norm_hh", layout);
    cellNorm = new LayerNorm(name + ".norm_cell", new GateLayout(hiddenSize, 1));
    cellBias = new Parameter(name + ".norm_cell.bias", 1, hiddenSize);
    this.peephole = peephole;
    peepholes = new Peepholes(name, hiddenSize);
  }

  @Override
  public GateLayout layout() {
    return layout;
  }

  @Override
  public List<String> gateNames() {
    return LstmCell.GATE_NAMES;
  }

  @Override
  public int extraStates() {
    return 1;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all =
        new ArrayList<>(List.of(inputNorm.gain(), recurrentNorm.gain(), cellNorm.gain(), cellBias));
    if (peephole) {
      all.add(peepholes.weights());
    }
    return all;
  }

  /** Gains of 1 and no bias, but forget gates start open, with 1; the peepholes start closed. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
    Arrays.fill(bias.data, layout.hiddenSize(), 2 * layout.hiddenSize(), 1);
    for (LayerNorm norm : List.of(inputNorm, recurrentNorm, cellNorm)) {
      norm.gain().value().fill(1);
    }
    cellBias.value().zero();
    peepholes.weights().value().zero();
  }

  @Override
  public Run open(Tape tape) {
    return new NormalizedRun(tape);
  }

  private final class NormalizedRun implements Run {
    private final Tape tape;
    private final int stride = layout.paddedUnits();
    private final FMatrixRMaj fromInput = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj fromState = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj gates = new FMatrixRMaj(0, 0);
    private final StateHistory cells;
    private final Peepholes.WeightRun peeps;
    private final DerivativeLimit limit;
    private final LayerNorm.NormRun inputs;
    private final LayerNorm.NormRun states;
    private final LayerNorm.NormRun squashes;

    /** Tanh of the normalized cell states; on the way back the gradient of what went into it. */
    private final FMatrixRMaj squashed = new FMatrixRMaj(0, 0);

    /** Gradient of the cell states of a time step from its output [B×H]. */
    private final FMatrixRMaj dOutput = new FMatrixRMaj(0, 0);

    private FMatrixRMaj cellBiasGradient = new FMatrixRMaj(0, 0);
    private final float[] dCellBias = new float[layout.paddedUnits()];

    NormalizedRun(Tape tape) {
      this.tape = tape;
      cells = new StateHistory(layout.hiddenSize(), tape);
      peeps = peepholes.open(tape);
      limit = new DerivativeLimit(layout, tape);
      inputs = inputNorm.open(tape);
      states = recurrentNorm.open(tape);
      squashes = cellNorm.open(tape);
    }

    @Override
    public void begin() {
      fromInput.reshape(tape.rows(), layout.paddedColumns());
      fromState.reshape(tape.rows(), layout.paddedColumns());
      gates.reshape(tape.rows(), layout.paddedColumns());
      squashed.reshape(tape.rows(), stride);
      dOutput.reshape(tape.batch(), stride);
      peeps.begin();
      inputs.begin();
      states.begin();
      squashes.begin();
    }

    @Override
    public FMatrixRMaj inputPart() {
      return fromInput;
    }

    @Override
    public FMatrixRMaj recurrentPart() {
      return fromState;
    }

    @Override
    public FMatrixRMaj gates() {
      return gates;
    }

    @Override
    public FMatrixRMaj biasPart() {
      return gates;
    }

    @Override
    public boolean worksByRow() {
      return true;
    }

    @Override
    public StateHistory states() {
      return cells;
    }

    @Override
    public void forwardRows(int t, FMatrixRMaj hidden, int fromSequence, int toSequence) {
      int from = t * tape.batch() + fromSequence;
      int to = t * tape.batch() + toSequence;
      for (int row = from; row < to; row++) {
        inputs.forward(row, fromInput, gates);
        states.forward(row, fromState, gates);
      }
      tape.kernels()
          .peepholes()
          .state(
              gates.data,
              from * gates.numCols,
              gates.numCols,
              peeps.interleaved(),
              cells.previous(t),
              cells.previousOffset(t) + fromSequence * stride,
              cells.all().data,
              from * stride,
              stride,
              0,
              layout.groups(),
              to - from);
      for (int row = from; row < to; row++) {
        Rows.fill(cellBias.value().data, 0, squashed, row, layout.hiddenSize());
        squashes.forward(row, cells.all(), squashed);
      }
      tape.kernels()
          .peepholes()
          .output(
              gates.data,
              from * gates.numCols,
              gates.numCols,
              peeps.interleaved(),
              cells.all().data,
              squashed.data,
              from * stride,
              hidden.data,
              from * stride,
              stride,
              0,
              layout.groups(),
              to - from);
    }

    @Override
    public void beginBackward() {
      if (peephole) {
        peeps.beginBackward();
      }
      inputs.beginBackward();
      states.beginBackward();
      squashes.beginBackward();
      cellBiasGradient = tape.gradient(cellBias);
    }

    @Override
    public void backwardRows(
        int t, FMatrixRMaj dHidden, float[] dRecurrent, int fromSequence, int toSequence) {
      int from = t * tape.batch() + fromSequence;
      int to = t * tape.batch() + toSequence;
      tape.kernels()
          .peepholes()
          .outputBackward(
              gates.data,
              from * gates.numCols,
              gates.numCols,
              peeps.interleaved(),
              squashed.data,
              from * stride,
              dHidden.data,
              from * stride,
              dRecurrent,
              cells.gradient().data,
              fromSequence * stride,
              stride,
              0,
              layout.groups(),
              to - from);
      for (int row = from; row < to; row++) {
        squashes.backward(row, squashed, dOutput, row - t * tape.batch());
      }
      tape.kernels()
          .peepholes()
          .stateBackward(
              gates.data,
              from * gates.numCols,
              gates.numCols,
              peeps.interleaved(),
              cells.previous(t),
              cells.previousOffset(t) + fromSequence * stride,
              dOutput.data,
              fromSequence * stride,
              cells.gradient().data,
              fromSequence * stride,
              stride,
              0,
              layout.groups(),
              to - from);
      limit.clip(gates, from, to - from, 0, layout.groups());
      for (int row = from; row < to; row++) {
        inputs.backward(row, gates, fromInput, row);
        states.backward(row, gates, fromState, row);
      }
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      int width = GATES * Strips.WIDTH;
      addRows(gates, dBias, fromGroup * width, toGroup * width);
      int from = fromGroup * Strips.WIDTH;
      int to = toGroup * Strips.WIDTH;
      Arrays.fill(dCellBias, from, to, 0);
      addRows(squashed, dCellBias, from, to);
      int end = Math.min(to, layout.hiddenSize());
      Rows.addTo(cellBiasGradient, dCellBias, dCellBias.length, 0, 1, from, end);
      inputs.finish(gates, fromGroup, toGroup);
      states.finish(gates, fromGroup, toGroup);
      squashes.finish(squashed, fromGroup, toGroup);
      if (peephole) {
        peeps.finish(gates, cells, fromGroup, toGroup);
      }
    }

    private void addRows(FMatrixRMaj rows, float[] sum, int from, int to) {
      tape.kernels().rows().add(rows.data, 0, rows.numCols, tape.rows(), sum, from, to);
    }
  }
}
