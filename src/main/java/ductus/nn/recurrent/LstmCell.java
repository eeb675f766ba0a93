package ductus.nn.recurrent;

import ductus.math.CellKernels;
import ductus.math.CellKernels.LstmMatrices;
import ductus.math.GateLayout;
import ductus.nn.CarriedState;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000):
 *
 * <pre>
 *   i, f, o = σ(x·W + h′·U + b)    g = tanh(x·W + h′·U + b)
 *   c = f·c′ + i·g                 h = o·tanh(c)
 * </pre>
 *
 * <p>Gates stand in the file in the order i, f, g, o, which is PyTorch's.
 */
public final class LstmCell implements Cell {
  /** Names of an LSTM's gates, in the order of the file. */
  static final List<String> GATE_NAMES =
      List.of("input gate", "forget gate", "candidate", "output gate");

  private static final int GATES = 4;

  private final GateLayout layout;

  /** Cells of so many hidden units, H. */
  public LstmCell(int hiddenSize) {
    layout = new GateLayout(hiddenSize, GATES);
  }

  @Override
  public GateLayout layout() {
    return layout;
  }

  @Override
  public List<String> gateNames() {
    return GATE_NAMES;
  }

  @Override
  public int extraStates() {
    return 1;
  }

  /** Draws nothing: no bias, but forget gates start open, with 1. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    openForgetGates(bias, layout);
  }

  /** Sets the biases of an LSTM to 0, and those of its forget gates to 1. */
  static void openForgetGates(FMatrixRMaj bias, GateLayout layout) {
    bias.zero();
    Arrays.fill(bias.data, layout.hiddenSize(), 2 * layout.hiddenSize(), 1);
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new LstmRun(hidden, tape);
  }

  private final class LstmRun implements Run {
    private final Tape tape;
    private final StateHistory cells;
    private final LstmMatrices matrices;
    private final DerivativeLimit limit;

    LstmRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      cells = new StateHistory(layout.hiddenSize(), tape);
      matrices = matrices(cells, hidden);
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      reshape(matrices, layout, tape);
    }

    @Override
    public FMatrixRMaj inputPart() {
      return matrices.gates();
    }

    @Override
    public List<CarriedState> states() {
      return List.of(cells);
    }

    @Override
    public void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      CellKernels kernels = tape.kernels().cells();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.lstm(matrices, t, b, fromGroup, toGroup);
      }
    }

    @Override
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      CellKernels kernels = tape.kernels().cells();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.lstmBackward(matrices, dHidden, t, b, fromGroup, toGroup);
      }
      limit.clip(matrices.gates(), t, fromSequence, toSequence, fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      BiasGradient.addFromEnd(tape, layout, matrices.gates(), dBias, fromGroup, toGroup);
    }
  }

  /** The matrices of a run of LSTM cells. */
  static LstmMatrices matrices(StateHistory cells, StateHistory hidden) {
    return new LstmMatrices(
        new FMatrixRMaj(0, 0), cells.matrices(), new FMatrixRMaj(0, 0), hidden.matrices());
  }

  /** Gives the matrices of a run the shape of a pass. */
  static void reshape(LstmMatrices matrices, GateLayout layout, Tape tape) {
    matrices.gates().reshape(tape.rows(), layout.paddedColumns());
    matrices.squashed().reshape(tape.rows(), layout.paddedUnits());
  }
}
