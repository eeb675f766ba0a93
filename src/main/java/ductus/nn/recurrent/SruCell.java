package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.GatedSumKernels;
import ductus.math.GatedSumKernels.SruMatrices;
import ductus.math.Strips;
import ductus.nn.CarriedState;
import ductus.nn.Parameter;
import ductus.nn.StateHistory;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * The simple recurrent unit (Lei et al. 2018, eq. 1–4), whose gates look at the unit's own cell
 * state only; its highway is a product of its own, so that input and layer may differ in size:
 *
 * <pre>
 *   n = x·W + b    f, r = σ(x·W + b + v·c′)    s = x·W + b
 *   c = f·c′ + (1 − f)·n    h = r·c + (1 − r)·s
 * </pre>
 *
 * <p>Gates stand in the file in the order n, f, r, s. Its own weights in the file: {@code weight_c}
 * v [2×H] in the order f, r.
 */
public final class SruCell implements Cell {
  private static final int GATES = 4;
  private static final int LOOKING = 2;

  private final GateLayout layout;
  private final GateLayout looking;
  private final Parameter weights;

  /**
   * Cells with zero weights.
   *
   * @param name prefix of the parameter's name
   * @param hiddenSize H
   */
  public SruCell(String name, int hiddenSize) {
    layout = new GateLayout(hiddenSize, GATES);
    looking = new GateLayout(hiddenSize, LOOKING);
    weights = new Parameter(name + ".weight_c", LOOKING, hiddenSize);
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
    return List.of("candidate", "forget gate", "reset gate", "highway");
  }

  @Override
  public int extraStates() {
    return 1;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights);
  }

  /** Draws nothing: no biases, and gates that do not look at the cell states yet. */
  @Override
  public void initialize(FMatrixRMaj bias, RandomGenerator random) {
    bias.zero();
    weights.value().zero();
  }

  @Override
  public Run open(StateHistory hidden, Tape tape) {
    return new SruRun(hidden, tape);
  }

  private final class SruRun implements Run {
    private final Tape tape;
    private final StateHistory cells;
    private final SruMatrices matrices;
    private final DerivativeLimit limit;
    private final float[] dWeights = new float[looking.paddedColumns()];
    private FMatrixRMaj gradient = new FMatrixRMaj(0, 0);

    SruRun(StateHistory hidden, Tape tape) {
      this.tape = tape;
      cells = new StateHistory(layout.hiddenSize(), tape);
      matrices =
          new SruMatrices(
              new FMatrixRMaj(0, 0),
              new FMatrixRMaj(1, looking.paddedColumns()),
              cells.matrices(),
              hidden.matrices());
      limit = new DerivativeLimit(layout, tape);
    }

    @Override
    public void begin() {
      matrices.gates().reshape(tape.rows(), layout.paddedColumns());
      looking.interleave(weights.value().data, matrices.weights().data, 0, looking.groups());
    }

    @Override
    public FMatrixRMaj inputPart() {
      return matrices.gates();
    }

    @Override
    public List<CarriedState> states() {
      return List.of(cells);
    }

    @Override
    public void forward(int t, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      GatedSumKernels kernels = tape.kernels().gatedSums();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.sru(matrices, t, b, fromGroup, toGroup);
      }
    }

    @Override
    public void beginBackward() {
      gradient = tape.gradient(weights);
    }

    @Override
    public void backward(
        int t, FMatrixRMaj dHidden, int fromSequence, int toSequence, int fromGroup, int toGroup) {
      GatedSumKernels kernels = tape.kernels().gatedSums();
      for (int b = fromSequence; b < toSequence; b++) {
        kernels.sruBackward(matrices, dHidden, t, b, fromGroup, toGroup);
      }
      limit.clip(matrices.gates(), t, fromSequence, toSequence, fromGroup, toGroup);
    }

    @Override
    public void finishBackward(float[] dBias, int fromGroup, int toGroup) {
      BiasGradient.addFromStart(tape, layout, matrices.gates(), dBias, fromGroup, toGroup);
      int part = LOOKING * Strips.WIDTH;
      Arrays.fill(dWeights, fromGroup * part, toGroup * part, 0);
      tape.kernels().gatedSums().sruWeightsBackward(matrices, dWeights, fromGroup, toGroup);
      looking.addTo(dWeights, gradient.data, 1, fromGroup, toGroup);
    }
  }
}
