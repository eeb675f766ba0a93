package ductus.nn;

import ductus.math.GateLayout;
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
    private final FMatrixRMaj initialCell = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj cell = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj cellTanh = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dCell = new FMatrixRMaj(0, 0);

    LstmRun(Tape tape) {
      this.tape = tape;
    }

    @Override
    public void begin() {
      gates.reshape(tape.rows(), layout.paddedColumns());
      initialCell.reshape(tape.batch(), stride);
      cell.reshape(tape.rows(), stride);
      cellTanh.reshape(tape.rows(), stride);
      dCell.reshape(tape.batch(), stride);
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
    public void readState(int sequence, float[] state, int offset) {
      Rows.fill(state, offset, initialCell, sequence, layout.hiddenSize());
    }

    @Override
    public void writeState(int sequence, float[] state, int offset) {
      int row = tape.rows() - tape.batch() + sequence;
      System.arraycopy(cell.data, row * stride, state, offset, layout.hiddenSize());
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
              previousCell(t),
              previousCellOffset(t),
              cell.data,
              cellTanh.data,
              row * stride,
              hidden.data,
              row * stride,
              stride,
              fromGroup,
              toGroup,
              tape.batch());
    }

    private float[] previousCell(int t) {
      return t == 0 ? initialCell.data : cell.data;
    }

    private int previousCellOffset(int t) {
      return t == 0 ? 0 : (t - 1) * tape.batch() * stride;
    }

    @Override
    public void beginBackward() {
      dCell.zero();
    }

    @Override
    public void readStateGradient(int sequence, float[] state, int offset) {
      Rows.fill(state, offset, dCell, sequence, layout.hiddenSize());
    }

    @Override
    public void writeStateGradient(int sequence, float[] state, int offset) {
      System.arraycopy(dCell.data, sequence * stride, state, offset, layout.hiddenSize());
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
              previousCell(t),
              previousCellOffset(t),
              cellTanh.data,
              row * stride,
              dHidden.data,
              row * stride,
              dRecurrent,
              dCell.data,
              stride,
              dBias,
              fromGroup,
              toGroup,
              tape.batch());
    }

    @Override
    public void finishBackward(int fromGroup, int toGroup) {}
  }
}
