package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.Parameter;
import ductus.nn.Rows;
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
  public int extraStates() {
    return 0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(recurrentBias);
  }

  /** No biases. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
    recurrentBias.value().zero();
  }

  @Override
  public Run open(Tape tape) {
    return new GruRun(tape);
  }

  private final class GruRun implements Run {
    private final Tape tape;
    private final FMatrixRMaj fromInput = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj fromState = new FMatrixRMaj(0, 0);
    private final float[] bias = new float[layout.paddedUnits()];
    private final float[] dBias = new float[layout.paddedUnits()];
    private final DerivativeLimit inputLimit;
    private final DerivativeLimit stateLimit;
    private FMatrixRMaj biasGradient = new FMatrixRMaj(0, 0);

    GruRun(Tape tape) {
      this.tape = tape;
      inputLimit = new DerivativeLimit(layout, tape);
      stateLimit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      fromInput.reshape(tape.rows(), layout.paddedColumns());
      fromState.reshape(tape.rows(), layout.paddedColumns());
      System.arraycopy(recurrentBias.value().data, 0, bias, 0, layout.hiddenSize());
    }

    @Override
    public FMatrixRMaj inputPart() {
      return fromInput;
    }

    @Override
    public FMatrixRMaj recurrentPart() {
      return fromState;
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
          .gru(
              fromInput.data,
              row * fromInput.numCols,
              fromState.data,
              row * fromState.numCols,
              fromInput.numCols,
              bias,
              previous,
              previousOffset,
              hidden.data,
              row * hidden.numCols,
              hidden.numCols,
              fromGroup,
              toGroup,
              tape.batch());
    }

    @Override
    public void beginBackward() {
      Arrays.fill(dBias, 0);
      biasGradient = tape.gradient(recurrentBias);
    }

    @Override
    public void backward(
        int t,
        float[] previous,
        int previousOffset,
        FMatrixRMaj dHidden,
        float[] dRecurrent,
        float[] dInputBias,
        int fromGroup,
        int toGroup) {
      int row = t * tape.batch();
      tape.kernels()
          .cells()
          .gruBackward(
              fromInput.data,
              row * fromInput.numCols,
              fromState.data,
              row * fromState.numCols,
              fromInput.numCols,
              previous,
              previousOffset,
              dHidden.data,
              row * dHidden.numCols,
              dRecurrent,
              dHidden.numCols,
              inputLimit.kernelSum(dInputBias),
              stateLimit.kernelSum(dBias),
              fromGroup,
              toGroup,
              tape.batch());
      inputLimit.clipAndSum(fromInput, t, dInputBias, fromGroup, toGroup);
      stateLimit.clip(fromState, row, tape.batch(), fromGroup, toGroup);
      if (stateLimit.isSet()) {
        addCandidates(row, fromGroup, toGroup);
      }
    }

    /** Adds the clipped derivatives of a time step's candidates, in the state's part. */
    private void addCandidates(int row, int fromGroup, int toGroup) {
      for (int group = fromGroup; group < toGroup; group++) {
        int column = (group * GATES + CANDIDATE) * Strips.WIDTH;
        int unit = group * Strips.WIDTH;
        tape.kernels()
            .rows()
            .add(
                fromState.data,
                row * fromState.numCols + column - unit,
                fromState.numCols,
                tape.batch(),
                dBias,
                unit,
                unit + Strips.WIDTH);
      }
    }

    @Override
    public void finishBackward(float[] dInputBias, int fromGroup, int toGroup) {
      int to = Math.min(toGroup * Strips.WIDTH, layout.hiddenSize());
      Rows.addTo(biasGradient, dBias, dBias.length, 0, 1, fromGroup * Strips.WIDTH, to);
    }
  }
}
