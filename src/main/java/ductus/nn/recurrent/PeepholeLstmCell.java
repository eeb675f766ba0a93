package ductus.nn.recurrent;

import ductus.math.CellKernels.LstmMatrices;
import ductus.math.GateLayout;
import ductus.math.PeepholeKernels;
import ductus.math.PeepholeKernels.PeepholeMatrices;
import ductus.math.Strips;
import ductus.nn.CarriedState;
import ductus.nn.Parameter;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Long short-term memory whose gates look at the cell states (Graves 2013, eq. 7–11), with a = x·W
 * + h′·U + b:
 *
 * <pre>
 *   i, f = σ(a + p·c′)    g = tanh(a)    o = σ(a + p·c)
 *   c = f·c′ + i·g        h = o·tanh(c)
 * </pre>
 *
 * <p>Gates stand in the file in the order i, f, g, o. Its own weights in the file: {@code peephole}
 * p [3×H] in the order i, f, o.
 */
public final class PeepholeLstmCell implements Cell {
  private static final int GATES = 4;

  private final GateLayout layout;
  private final Peepholes peepholes;

  /**
   * Cells with zero weights.
   *
   * @param name prefix of the parameter's name
   * @param hiddenSize H
   */
  public PeepholeLstmCell(String name, int hiddenSize) {
    layout = new GateLayout(hiddenSize, GATES);
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
    return List.of(peepholes.weights());
  }

  /** Draws nothing: no bias, but forget gates start open, with 1; the peepholes start closed. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    LstmCell.openForgetGates(bias, layout);
    peepholes.weights().value().zero();
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new PeepholeRun(hidden, tape);
  }

  private final class PeepholeRun implements Run {
    private final Tape tape;
    private final StateHistory cells;

    /**
     * The cells' matrices; on the way back, tanh gives way to the gradient of what went into it.
     */
    private final LstmMatrices lstm;

    private final Peepholes.WeightRun peeps;
    private final PeepholeMatrices matrices;
    private final DerivativeLimit limit;

    PeepholeRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      cells = new StateHistory(layout.hiddenSize(), tape);
      lstm = LstmCell.matrices(cells, hidden);
      peeps = peepholes.open(lstm, tape);
      matrices = peeps.matrices();
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      LstmCell.reshape(lstm, layout, tape);
      peeps.begin();
    }

    @Override
    public FMatrixRMaj inputPart() {
      return lstm.gates();
    }

    @Override
    public List<CarriedState> states() {
      return List.of(cells);
    }

    @Override
    public void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      PeepholeKernels kernels = tape.kernels().peepholes();
      int length = (toGroup - fromGroup) * Strips.WIDTH;
      for (int b = fromSequence; b < toSequence; b++) {
        int from = (t * tape.batch() + b) * cells.all().numCols + fromGroup * Strips.WIDTH;
        kernels.state(matrices, t, b, fromGroup, toGroup);
        System.arraycopy(cells.all().data, from, lstm.squashed().data, from, length);
        kernels.output(matrices, t, b, fromGroup, toGroup);
      }
    }

    @Override
    public void beginBackward() {
      peeps.beginBackward();
    }

    @Override
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      PeepholeKernels kernels = tape.kernels().peepholes();
      int from = fromGroup * Strips.WIDTH;
      int to = toGroup * Strips.WIDTH;
      int row = t * tape.batch();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.outputBackward(matrices, dHidden, t, b, fromGroup, toGroup);
        tape.kernels().rows().addRow(lstm.squashed(), row + b, cells.gradient(), b, from, to);
        kernels.stateBackward(matrices, t, b, fromGroup, toGroup);
      }
      limit.clip(lstm.gates(), t, fromSequence, toSequence, fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      BiasGradient.addFromStart(tape, layout, lstm.gates(), dBias, fromGroup, toGroup);
      peeps.finish(fromGroup, toGroup);
    }
  }
}
