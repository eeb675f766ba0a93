package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.nn.Parameter;
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

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  /** No bias, but forget gates start open, with 1. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
    Arrays.fill(bias.data, layout.hiddenSize(), 2 * layout.hiddenSize(), 1);
  }

  @Override
  public Run open(Tape tape) {
    return new LstmRun(tape);
  }

  private final class LstmRun implements Run {
    private final Tape tape;
    private final int stride = layout.paddedUnits();
    private final FMatrixRMaj gates = new FMatrixRMaj(0, 0);
    private final StateHistory cells;
    private final DerivativeLimit limit;
    private final FMatrixRMaj cellTanh = new FMatrixRMaj(0, 0);

    LstmRun(Tape tape) {
      this.tape = tape;
      cells = new StateHistory(layout.hiddenSize(), tape);
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      gates.reshape(tape.rows(), layout.paddedColumns());
      cellTanh.reshape(tape.rows(), stride);
    }

    @Override
    public FMatrixRMaj inputPart() {
      return gates;
    }

    @Override
    public FMatrixRMaj recurrentPart() {
      return gates;
    }

    @Override
    public StateHistory states() {
      return cells;
    }

    @Override
    public void forward(
        int t,
        float[] previous,
        int previousOffset,
        FMatrixRMaj hidden,
        int fromGroup,
        int toGroup) {
      int row = t * tape.batch();
      tape.kernels()
          .cells()
          .lstm(
              gates.data,
              row * gates.numCols,
              gates.numCols,
              cells.previous(t),
              cells.previousOffset(t),
              cells.all().data,
              cellTanh.data,
              row * stride,
              hidden.data,
              row * stride,
              stride,
              fromGroup,
              toGroup,
              tape.batch());
    }

    @Override
    public void backward(
        int t,
        float[] previous,
        int previousOffset,
        FMatrixRMaj dHidden,
        float[] dRecurrent,
        float[] dBias,
        int fromGroup,
        int toGroup) {
      int row = t * tape.batch();
      tape.kernels()
          .cells()
          .lstmBackward(
              gates.data,
              row * gates.numCols,
              gates.numCols,
              cells.previous(t),
              cells.previousOffset(t),
              cellTanh.data,
              row * stride,
              dHidden.data,
              row * stride,
              dRecurrent,
              cells.gradient().data,
              stride,
              limit.kernelSum(dBias),
              fromGroup,
              toGroup,
              tape.batch());
      limit.clipAndSum(gates, t, dBias, fromGroup, toGroup);
    }
  }
}
