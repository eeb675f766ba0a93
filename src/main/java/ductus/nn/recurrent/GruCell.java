package ductus.nn.recurrent;

import ductus.math.CellKernels.GruMatrices;
import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
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
    private final DerivativeLimit inputLimit;
    private final DerivativeLimit stateLimit;
    private FMatrixRMaj biasGradient = new FMatrixRMaj(0, 0);

    GruRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      matrices =
          new GruMatrices(
              new FMatrixRMaj(0, 0),
              new FMatrixRMaj(0, 0),
              new FMatrixRMaj(1, layout.paddedUnits()),
              new FMatrixRMaj(1, layout.paddedUnits()),
              hidden.matrices());
      inputLimit = new DerivativeLimit(layout, tape);
      stateLimit = new DerivativeLimit(layout, tape);
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
    public void forward(int t, int fromGroup, int toGroup) {
      tape.kernels().cells().gru(matrices, t, fromGroup, toGroup);
    }

    @Override
    public void beginBackward() {
      matrices.dBias().zero();
      biasGradient = tape.gradient(recurrentBias);
    }

    @Override
    public void backward(int t, FMatrixRMaj dHidden, float[] dBias, int fromGroup, int toGroup) {
      float[] sum = inputLimit.kernelSum(dBias);
      tape.kernels().cells().gruBackward(matrices, dHidden, sum, t, fromGroup, toGroup);
      inputLimit.clipAndSum(matrices.fromInput(), t, dBias, fromGroup, toGroup);
      stateLimit.clip(matrices.fromState(), t * tape.batch(), tape.batch(), fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      if (stateLimit.isSet()) {
        sumClipped(fromGroup, toGroup);
      }
      int from = fromGroup * Strips.WIDTH;
      int to = Math.min(toGroup * Strips.WIDTH, layout.hiddenSize());
      tape.kernels().rows().addRow(matrices.dBias(), 0, biasGradient, 0, from, to);
    }

    /** Sums the clipped derivatives of the candidates, in the state's part, from the end. */
    private void sumClipped(int fromGroup, int toGroup) {
      FMatrixRMaj clipped = matrices.fromState();
      for (int u = fromGroup * Strips.WIDTH; u < toGroup * Strips.WIDTH; u++) {
        int column = GateLayout.firstGate(u, GATES) + CANDIDATE * Strips.WIDTH;
        float sum = 0;
        for (int t = tape.time() - 1; t >= 0; t--) {
          for (int row = t * tape.batch(); row < (t + 1) * tape.batch(); row++) {
            sum += clipped.data[row * clipped.numCols + column];
          }
        }
        matrices.dBias().data[u] = sum;
      }
    }
  }
}
