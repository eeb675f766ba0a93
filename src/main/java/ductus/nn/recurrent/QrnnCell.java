package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.GatedSumKernels;
import ductus.math.GatedSumKernels.QrnnMatrices;
import ductus.nn.CarriedState;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The quasi-recurrent unit (Bradbury et al. 2017) with fo-pooling over a window of two inputs. The
 * convolution is cut by inputs: each gives a part to its own step and one, p, to the next, which is
 * carried as a state, so that a sequence is its steps:
 *
 * <pre>
 *   z = tanh(x·W + b + p′)    f, o = σ(x·W + b + p′)    p = x·W + b
 *   c = f·c′ + (1 − f)·z    h = o·c
 * </pre>
 *
 * <p>Gates stand in the file in the order z, f, o, then the three parts p for them.
 */
public final class QrnnCell implements Cell {
  private static final int GATES = 6;

  private final GateLayout layout;

  /** Cells of so many hidden units, H. */
  public QrnnCell(int hiddenSize) {
    layout = new GateLayout(hiddenSize, GATES);
  }

  @Override
  public GateLayout layout() {
    return layout;
  }

  @Override
  public boolean hasStateProduct() {
    return false;
  }

  @Override
  public List<String> gateNames() {
    return List.of("candidate", "forget gate", "output gate");
  }

  /** Cell state, and the parts for the next step's three gates. */
  @Override
  public int extraStates() {
    return 1 + GATES / 2;
  }

  /** Draws nothing: no biases. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new QrnnRun(hidden, tape);
  }

  private final class QrnnRun implements Run {
    private final Tape tape;
    private final StateHistory cells;
    private final PendingSums sums;
    private final QrnnMatrices matrices;
    private final DerivativeLimit limit;

    QrnnRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      cells = new StateHistory(layout.hiddenSize(), tape);
      sums = new PendingSums(layout, tape);
      matrices = new QrnnMatrices(sums.matrices(), cells.matrices(), hidden.matrices());
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      sums.begin();
    }

    @Override
    public FMatrixRMaj inputPart() {
      return sums.gates();
    }

    @Override
    public List<CarriedState> states() {
      return List.of(cells, sums);
    }

    @Override
    public void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      GatedSumKernels kernels = tape.kernels().gatedSums();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.qrnn(matrices, t, b, fromGroup, toGroup);
      }
    }

    @Override
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      GatedSumKernels kernels = tape.kernels().gatedSums();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.qrnnBackward(matrices, dHidden, t, b, fromGroup, toGroup);
      }
      limit.clip(sums.gates(), t, fromSequence, toSequence, fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      BiasGradient.addFromStart(tape, layout, sums.gates(), dBias, fromGroup, toGroup);
    }
  }
}
