package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.GatedSumKernels;
import ductus.math.GatedSumKernels.MinGruMatrices;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The minimal gated recurrent unit (Feng et al. 2024, "Were RNNs all we needed?"), whose gates do
 * not look at the states:
 *
 * <pre>
 *   z = σ(x·W + b)    n = x·W + b
 *   h = (1 − z)·h′ + z·n
 * </pre>
 *
 * <p>Gates stand in the file in the order z, n.
 */
public final class MinimalGruCell implements Cell {
  private static final int GATES = 2;

  private final GateLayout layout;

  /** Cells of so many hidden units, H. */
  public MinimalGruCell(int hiddenSize) {
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
    return List.of("update gate", "candidate");
  }

  /** Draws nothing: no biases. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new MinimalGruRun(hidden, tape);
  }

  private final class MinimalGruRun implements Run {
    private final Tape tape;
    private final MinGruMatrices matrices;
    private final DerivativeLimit limit;

    MinimalGruRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      matrices = new MinGruMatrices(new FMatrixRMaj(0, 0), hidden.matrices());
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
        kernels.minGru(matrices, t, b, fromGroup, toGroup);
      }
    }

    @Override
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      GatedSumKernels kernels = tape.kernels().gatedSums();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.minGruBackward(matrices, dHidden, t, b, fromGroup, toGroup);
      }
      limit.clip(matrices.gates(), t, fromSequence, toSequence, fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      BiasGradient.addFromStart(tape, layout, matrices.gates(), dBias, fromGroup, toGroup);
    }
  }
}
