package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Input that is a matrix [T×B×K]. Weights in the file: {@code weight_ih} [K×G·H]. */
public final class DenseInputProjection implements InputProjection<FMatrixRMaj> {
  private final int inputSize;
  private final GateLayout layout;
  private final Parameter weights;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;

  /**
   * A feed with zero weights.
   *
   * @param name prefix of the parameter's name
   * @param inputSize K
   */
  public DenseInputProjection(String name, int inputSize, GateLayout layout) {
    if (inputSize < 1) {
      throw new IllegalArgumentException("input size must be 1 or more but was " + inputSize);
    }
    this.inputSize = inputSize;
    this.layout = layout;
    weights = new Parameter(name + ".weight_ih", inputSize, layout.columns());
    packed = new PackedWeights(inputSize, layout.paddedColumns());
    packedTransposed = new PackedWeights(layout.paddedColumns(), inputSize);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights);
  }

  @Override
  public void initialize(double bound, RandomGenerator random) {
    Initialization.uniform(weights.value(), bound, random);
  }

  @Override
  public void repack(Kernels kernels, int slice, Workers crew) {
    packed.pack(
        weights.value(),
        layout,
        crew.from(layout.groups(), slice),
        crew.from(layout.groups(), slice + 1));
    packedTransposed.packTransposed(
        weights.value(),
        layout,
        crew.from(packedTransposed.strips(), slice),
        crew.from(packedTransposed.strips(), slice + 1));
  }

  @Override
  public Run<FMatrixRMaj> open(Tape tape) {
    return new DenseRun(tape);
  }

  private final class DenseRun implements Run<FMatrixRMaj> {
    private final Tape tape;
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private @Nullable WeightGradient dWeights;
    private FMatrixRMaj input = new FMatrixRMaj(0, 0);

    DenseRun(Tape tape) {
      this.tape = tape;
    }

    @Override
    public void begin(FMatrixRMaj input) {
      this.input = input;
    }

    @Override
    public void project(
        FMatrixRMaj preActivations, int fromRow, int rows, int fromGroup, int toGroup) {
      tape.kernels()
          .products()
          .multiply(
              input.data,
              fromRow * input.numCols,
              input.numCols,
              rows,
              packed,
              fromGroup * layout.gates(),
              toGroup * layout.gates(),
              preActivations.data,
              fromRow * preActivations.numCols,
              preActivations.numCols,
              true);
    }

    @Override
    public FMatrixRMaj beginBackward() {
      if (dWeights == null) {
        dWeights = new WeightGradient(weights, layout, tape);
      }
      dInput.reshape(tape.rows(), Strips.padded(inputSize));
      return dInput;
    }

    @Override
    public void backward(FMatrixRMaj dPreActivations, int fromGroup, int toGroup) {
      WeightGradient gradient = Objects.requireNonNull(dWeights);
      gradient.clear(fromGroup, toGroup);
      gradient.add(input, 0, dPreActivations, 0, tape.rows(), fromGroup, toGroup);
      gradient.finish(fromGroup, toGroup);
    }

    @Override
    public void inputGradient(FMatrixRMaj dPreActivations, int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int rows = crew.from(tape.rows(), slice + 1) - from;
      tape.kernels()
          .products()
          .multiply(
              dPreActivations.data,
              from * dPreActivations.numCols,
              dPreActivations.numCols,
              rows,
              packedTransposed,
              0,
              packedTransposed.strips(),
              dInput.data,
              from * dInput.numCols,
              dInput.numCols,
              false);
    }
  }
}
