package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.GatedSumKernels;
import ductus.math.GatedSumKernels.MinLstmMatrices;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The minimal LSTM unit (Feng et al. 2024, "Were RNNs all we needed?", §3.2.4), whose gates do not
 * look at the states and share them out:
 *
 * <pre>
 *   f, i = σ(x·W + b)    n = x·W + b
 *   h = f / (f + i)·h′ + i / (f + i)·n
 * </pre>
 *
 * <p>Gates stand in the file in the order f, i, n.
 */
public final class MinimalLstmCell implements Cell {
  private static final int GATES = 3;

  private final GateLayout layout;

  /** Cells of so many hidden units, H. */
  public MinimalLstmCell(int hiddenSize) {
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
    return List.of("forget gate", "input gate", "candidate");
  }

  /** Draws nothing: no biases. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new MinimalLstmRun(hidden, tape);
  }

  private final class MinimalLstmRun implements Run {
    private final Tape tape;
    private final MinLstmMatrices matrices;
    private final DerivativeLimit limit;

    MinimalLstmRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      matrices = new MinLstmMatrices(new FMatrixRMaj(0, 0), hidden.matrices());
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      matrices.gates().reshape(tape.rows(), layout.paddedColumns());
    }

    @Override
    public FMatrixRMaj inputPart() {
      return matrices.gates();
    }

    @Override
    public void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      GatedSumKernels kernels = tape.kernels().gatedSums();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.minLstm(matrices, t, b, fromGroup, toGroup);
      }
    }

    @Override
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      GatedSumKernels kernels = tape.kernels().gatedSums();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.minLstmBackward(matrices, dHidden, t, b, fromGroup, toGroup);
      }
      limit.clip(matrices.gates(), t, fromSequence, toSequence, fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      BiasGradient.addFromStart(tape, layout, matrices.gates(), dBias, fromGroup, toGroup);
    }
  }
}
