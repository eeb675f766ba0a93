package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The simple recurrent network (Elman 1990): h = f(x·W + h′·U + b), where f is tanh or, rectified,
 * max(0, ·).
 */
public final class ElmanCell implements Cell {
  private final GateLayout layout;
  private final boolean rectified;

  /** Cells of so many hidden units, H. */
  public ElmanCell(int hiddenSize, boolean rectified) {
    layout = new GateLayout(hiddenSize, 1);
    this.rectified = rectified;
  }

  @Override
  public GateLayout layout() {
    return layout;
  }

  @Override
  public List<String> gateNames() {
    return List.of();
  }

  @Override
  public int extraStates() {
    return 0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  /** No bias. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
  }

  @Override
  public Run open(Tape tape) {
    return new ElmanRun(tape);
  }

  private final class ElmanRun implements Run {
    private final Tape tape;
    private final FMatrixRMaj sums = new FMatrixRMaj(0, 0);
    private final DerivativeLimit limit;

    ElmanRun(Tape tape) {
      this.tape = tape;
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      sums.reshape(tape.rows(), layout.paddedColumns());
    }

    @Override
    public FMatrixRMaj inputPart() {
      return sums;
    }

    @Override
    public FMatrixRMaj recurrentPart() {
      return sums;
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
          .elman(
              sums.data,
              row * sums.numCols,
              hidden.data,
              row * hidden.numCols,
              sums.numCols,
              rectified,
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
          .elmanBackward(
              sums.data,
              row * sums.numCols,
              dHidden.data,
              row * dHidden.numCols,
              dRecurrent,
              sums.numCols,
              limit.kernelSum(dBias),
              rectified,
              fromGroup,
              toGroup,
              tape.batch());
      limit.clipAndSum(sums, t, dBias, fromGroup, toGroup);
    }
  }
}
