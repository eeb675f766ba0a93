package ductus.nn.recurrent;

import ductus.math.CellKernels;
import ductus.math.CellKernels.ElmanMatrices;
import ductus.math.GateLayout;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
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

  /** Draws nothing: no bias. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new ElmanRun(hidden, tape);
  }

  private final class ElmanRun implements Run {
    private final Tape tape;
    private final FMatrixRMaj sums = new FMatrixRMaj(0, 0);
    private final ElmanMatrices matrices;
    private final DerivativeLimit limit;

    ElmanRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      matrices = new ElmanMatrices(sums, hidden.matrices(), rectified);
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
    public void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      CellKernels kernels = tape.kernels().cells();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.elman(matrices, t, b, fromGroup, toGroup);
      }
    }

    @Override
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      CellKernels kernels = tape.kernels().cells();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.elmanBackward(matrices, dHidden, t, b, fromGroup, toGroup);
      }
      limit.clip(sums, t, fromSequence, toSequence, fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      BiasGradient.addFromEnd(tape, layout, sums, dBias, fromGroup, toGroup);
    }
  }
}
