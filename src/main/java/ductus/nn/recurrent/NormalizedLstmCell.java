package ductus.nn.recurrent;

import ductus.math.CellKernels.LstmMatrices;
import ductus.math.GateLayout;
import ductus.math.PeepholeKernels;
import ductus.math.PeepholeKernels.PeepholeMatrices;
import ductus.math.Strips;
import ductus.nn.CarriedState;
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

  /**
   * Draws nothing: gains of 1 and no bias, but forget gates start open, with 1; the peepholes start
   * closed.
   */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    LstmCell.openForgetGates(bias, layout);
    for (LayerNorm norm : List.of(inputNorm, recurrentNorm, cellNorm)) {
      norm.gain().value().fill(1);
    }
    cellBias.value().zero();
    peepholes.weights().value().zero();
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new NormalizedRun(hidden, tape);
  }

  private final class NormalizedRun implements Run {
    private final Tape tape;
    private final FMatrixRMaj fromInput = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj fromState = new FMatrixRMaj(0, 0);
    private final StateHistory cells;

    /**
     * The cells' matrices; squashed are the normalized cell states, then their tanh; on the way
     * back the gradient of what went into it.
     */
    private final LstmMatrices lstm;

    private final Peepholes.WeightRun peeps;
    private final PeepholeMatrices matrices;
    private final DerivativeLimit limit;
    private final LayerNorm.NormRun inputs;
    private final LayerNorm.NormRun states;
    private final LayerNorm.NormRun squashes;

    /** Gradient of the cell states of a time step from its output [B×H]. */
    private final FMatrixRMaj dOutput = new FMatrixRMaj(0, 0);

    private FMatrixRMaj cellBiasGradient = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dCellBias = new FMatrixRMaj(1, layout.paddedUnits());

    NormalizedRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      cells = new StateHistory(layout.hiddenSize(), tape);
      lstm = LstmCell.matrices(cells, hidden);
      peeps = peepholes.open(lstm, tape);
      matrices = peeps.matrices();
      limit = new DerivativeLimit(layout, tape);
      inputs = inputNorm.open(tape);
      states = recurrentNorm.open(tape);
      squashes = cellNorm.open(tape);
    }

    @Override
    public void begin() {
      fromInput.reshape(tape.rows(), layout.paddedColumns());
      fromState.reshape(tape.rows(), layout.paddedColumns());
      LstmCell.reshape(lstm, layout, tape);
      dOutput.reshape(tape.batch(), layout.paddedUnits());
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
      return lstm.gates();
    }

    @Override
    public FMatrixRMaj biasPart() {
      return lstm.gates();
    }

    @Override
    public boolean worksByRow() {
      return true;
    }

    @Override
    public List<CarriedState> states() {
      return List.of(cells);
    }

    @Override
    public void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      PeepholeKernels kernels = tape.kernels().peepholes();
      for (int b = fromSequence; b < toSequence; b++) {
        int row = t * tape.batch() + b;
        inputs.forward(row, fromInput, lstm.gates());
        states.forward(row, fromState, lstm.gates());
        kernels.state(matrices, t, b, fromGroup, toGroup);
        Rows.fill(cellBias.value().data, 0, lstm.squashed(), row, layout.hiddenSize());
        squashes.forward(row, cells.all(), lstm.squashed());
        kernels.output(matrices, t, b, fromGroup, toGroup);
      }
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
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      PeepholeKernels kernels = tape.kernels().peepholes();
      for (int b = fromSequence; b < toSequence; b++) {
        int row = t * tape.batch() + b;
        kernels.outputBackward(matrices, dHidden, t, b, fromGroup, toGroup);
        squashes.backward(row, lstm.squashed(), dOutput, b);
        tape.kernels().rows().addRow(dOutput, b, cells.gradient(), b, 0, layout.paddedUnits());
        kernels.stateBackward(matrices, t, b, fromGroup, toGroup);
        limit.clip(lstm.gates(), t, b, b + 1, fromGroup, toGroup);
        inputs.backward(row, lstm.gates(), fromInput, row);
        states.backward(row, lstm.gates(), fromState, row);
      }
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      int width = GATES * Strips.WIDTH;
      addRows(lstm.gates(), dBias, fromGroup * width, toGroup * width);
      int from = fromGroup * Strips.WIDTH;
      int to = toGroup * Strips.WIDTH;
      Arrays.fill(dCellBias.data, from, to, 0);
      addRows(lstm.squashed(), dCellBias.data, from, to);
      int end = Math.min(to, layout.hiddenSize());
      tape.kernels().rows().addRow(dCellBias, 0, cellBiasGradient, 0, from, end);
      inputs.finish(lstm.gates(), fromGroup, toGroup);
      states.finish(lstm.gates(), fromGroup, toGroup);
      squashes.finish(lstm.squashed(), fromGroup, toGroup);
      if (peephole) {
        peeps.finish(fromGroup, toGroup);
      }
    }

    private void addRows(FMatrixRMaj rows, float[] sum, int from, int to) {
      tape.kernels().rows().add(rows, 0, tape.rows(), sum, from, to);
    }
  }
}
