package ductus.nn.recurrent;

import ductus.math.CellKernels;
import ductus.math.CellKernels.GruMatrices;
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
 * The gated recurrent unit (Cho et al. 2014) in PyTorch's form, whose reset gate works behind the
 * recurrent product:
 *
 * <pre>
 *   r, z = σ(x·W + h′·U + b)    n = tanh(x·W + b + r·(h′·U + b_hn))
 *   h = (1 − z)·n + z·h′
 * </pre>
 *
 * <p>Gates stand in the file in the order r, z, n, which is PyTorch's. Its own weights in the file:
 * {@code bias_hn} b_hn [1×H]; PyTorch's {@code bias_hh} is that behind 2·H zeros.
 */
public final class GruCell implements Cell {
  private static final int GATES = 3;
  private static final int CANDIDATE = 2;

  private final GateLayout layout;
  private final Parameter recurrentBias;

  /**
   * Cells with zero weights.
   *
   * @param name prefix of the parameter's name
   * @param hiddenSize H
   */
  public GruCell(String name, int hiddenSize) {
    layout = new GateLayout(hiddenSize, GATES);
    recurrentBias = new Parameter(name + ".bias_hn", 1, hiddenSize);
  }

  @Override
  public GateLayout layout() {
    return layout;
  }

  @Override
  public List<String> gateNames() {
    return List.of("reset gate", "update gate", "candidate");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(recurrentBias);
  }

  /** Draws nothing: no biases. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
    recurrentBias.value().zero();
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new GruRun(hidden, tape);
  }

  private final class GruRun implements Run {
    private final Tape tape;
    private final GruMatrices matrices;
    private final DerivativeLimit limit;

    /** Sums of the gradients of the state's part [3·H] interleaved. */
    private final float[] stateSums = new float[layout.paddedColumns()];

    private FMatrixRMaj biasGradient = new FMatrixRMaj(0, 0);

    GruRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      matrices =
          new GruMatrices(
              new FMatrixRMaj(0, 0),
              new FMatrixRMaj(0, 0),
              new FMatrixRMaj(1, layout.paddedUnits()),
              hidden.matrices());
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      matrices.fromInput().reshape(tape.rows(), layout.paddedColumns());
      matrices.fromState().reshape(tape.rows(), layout.paddedColumns());
      System.arraycopy(recurrentBias.value().data, 0, matrices.bias().data, 0, layout.hiddenSize());
    }

    @Override
    public FMatrixRMaj inputPart() {
      return matrices.fromInput();
    }

    @Override
    public FMatrixRMaj recurrentPart() {
      return matrices.fromState();
    }

    @Override
    public void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      CellKernels kernels = tape.kernels().cells();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.gru(matrices, t, b, fromGroup, toGroup);
      }
    }

    @Override
    public void beginBackward() {
      biasGradient = tape.gradient(recurrentBias);
    }

    @Override
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      CellKernels kernels = tape.kernels().cells();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.gruBackward(matrices, dHidden, t, b, fromGroup, toGroup);
      }
      limit.clip(matrices.fromInput(), t, fromSequence, toSequence, fromGroup, toGroup);
      limit.clip(matrices.fromState(), t, fromSequence, toSequence, fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      BiasGradient.addFromEnd(tape, layout, matrices.fromInput(), dBias, fromGroup, toGroup);
      int width = GATES * Strips.WIDTH;
      Arrays.fill(stateSums, fromGroup * width, toGroup * width, 0);
      BiasGradient.addFromEnd(tape, layout, matrices.fromState(), stateSums, fromGroup, toGroup);
      int to = Math.min(toGroup * Strips.WIDTH, layout.hiddenSize());
      for (int u = fromGroup * Strips.WIDTH; u < to; u++) {
        biasGradient.data[u] +=
            stateSums[GateLayout.firstGate(u, GATES) + CANDIDATE * Strips.WIDTH];
      }
    }
  }
}
