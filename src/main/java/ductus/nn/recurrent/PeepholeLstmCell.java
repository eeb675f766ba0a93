package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.Arrays;
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

  /** No bias, but forget gates start open, with 1; the peepholes start closed. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
    Arrays.fill(bias.data, layout.hiddenSize(), 2 * layout.hiddenSize(), 1);
    peepholes.weights().value().zero();
  }

  @Override
  public Run open(Tape tape) {
    return new PeepholeRun(tape);
  }

  private final class PeepholeRun implements Run {
    private final Tape tape;
    private final int stride = layout.paddedUnits();
    private final FMatrixRMaj gates = new FMatrixRMaj(0, 0);
    private final StateHistory cells;
    private final Peepholes.WeightRun peeps;
    private final DerivativeLimit limit;

    /** Tanh of the cell states; on the way back the gradient of what went into it. */
    private final FMatrixRMaj squashed = new FMatrixRMaj(0, 0);

    PeepholeRun(Tape tape) {
      this.tape = tape;
      cells = new StateHistory(layout.hiddenSize(), tape);
      peeps = peepholes.open(tape);
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      gates.reshape(tape.rows(), layout.paddedColumns());
      squashed.reshape(tape.rows(), stride);
      peeps.begin();
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
          .peepholes()
          .state(
              gates.data,
              row * gates.numCols,
              gates.numCols,
              peeps.interleaved(),
              cells.previous(t),
              cells.previousOffset(t),
              cells.all().data,
              row * stride,
              stride,
              fromGroup,
              toGroup,
              tape.batch());
      for (int r = row; r < row + tape.batch(); r++) {
        int from = r * stride + fromGroup * Strips.WIDTH;
        int length = (toGroup - fromGroup) * Strips.WIDTH;
        System.arraycopy(cells.all().data, from, squashed.data, from, length);
      }
      tape.kernels()
          .peepholes()
          .output(
              gates.data,
              row * gates.numCols,
              gates.numCols,
              peeps.interleaved(),
              cells.all().data,
              squashed.data,
              row * stride,
              hidden.data,
              row * stride,
              stride,
              fromGroup,
              toGroup,
              tape.batch());
    }

    @Override
    public void beginBackward() {
      peeps.beginBackward();
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
          .peepholes()
          .outputBackward(
              gates.data,
              row * gates.numCols,
              gates.numCols,
              peeps.interleaved(),
              squashed.data,
              row * stride,
              dHidden.data,
              row * stride,
              dRecurrent,
              cells.gradient().data,
              0,
              stride,
              fromGroup,
              toGroup,
              tape.batch());
      tape.kernels()
          .peepholes()
          .stateBackward(
              gates.data,
              row * gates.numCols,
              gates.numCols,
              peeps.interleaved(),
              cells.previous(t),
              cells.previousOffset(t),
              squashed.data,
              row * stride,
              cells.gradient().data,
              0,
              stride,
              fromGroup,
              toGroup,
              tape.batch());
      limit.clip(gates, row, tape.batch(), fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      int width = GATES * Strips.WIDTH;
      tape.kernels()
          .rows()
          .add(
              gates.data, 0, gates.numCols, tape.rows(), dBias, fromGroup * width, toGroup * width);
      peeps.finish(gates, cells, fromGroup, toGroup);
    }
  }
}
