package ductus.nn.recurrent;

import ductus.math.CellKernels;
import ductus.math.CellKernels.ElmanMatrices;
import ductus.math.GateLayout;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * The simple recurrent network (Elman 1990): h = f(x·W + h′·U + b), where f is tanh or, rectified,
 * max(0, ·). Rectified units can begin with U the identity matrix, so that a state is handed on as
 * it is until the network has learned better (Le, Jaitly and Hinton 2015: IRNN).
 */
public final class ElmanCell implements Cell {
  /** What a unit makes of its sum, and how its recurrent weights begin. */
  public enum Form {
    /** f = tanh; uniform weights. */
    TANH,
    /** f = max(0, ·); uniform weights. */
    RECTIFIED,
    /** f = max(0, ·); U begins as the identity matrix. */
    IDENTITY
  }

  private final GateLayout layout;
  private final Form form;

  /** Cells of so many hidden units, H. */
  public ElmanCell(int hiddenSize, Form form) {
    layout = new GateLayout(hiddenSize, 1);
    this.form = form;
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
  public void initializeStateProduct(FMatrixRMaj weights, double bound, RandomGenerator random) {
    if (form == Form.IDENTITY) {
      CommonOps_FDRM.setIdentity(weights);
    } else {
      Cell.super.initializeStateProduct(weights, bound, random);
    }
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
      matrices = new ElmanMatrices(sums, hidden.matrices(), form != Form.TANH);
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
