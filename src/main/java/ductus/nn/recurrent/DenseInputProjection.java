package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Products.RowProduct;
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

/** A feed whose input is a matrix [T×B×K]. Weights in the file: {@code weight_ih} [K×G·H]. */
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
  public Run<FMatrixRMaj> open(FMatrixRMaj preActivations, Tape tape) {
    return new DenseRun(preActivations, tape);
  }

  private final class DenseRun implements Run<FMatrixRMaj> {
    private final Tape tape;
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private final RowProduct back;
    private RowProduct forth;
    private @Nullable WeightGradient dWeights;

    DenseRun(FMatrixRMaj preActivations, Tape tape) {
      this.tape = tape;
      forth = new RowProduct(dInput, packed, preActivations);
      back = new RowProduct(preActivations, packedTransposed, dInput);
    }

    @Override
    public void begin(FMatrixRMaj input) {
      forth = forth.of(input);
    }

    @Override
    public void project(int fromRow, int rows, int fromGroup, int toGroup) {
      int fromStrip = fromGroup * layout.gates();
      int toStrip = toGroup * layout.gates();
      tape.kernels().products().add(forth, fromRow, fromRow, rows, fromStrip, toStrip);
    }

    @Override
    public FMatrixRMaj beginBackward() {
      if (dWeights == null) {
        dWeights = new WeightGradient(weights, layout, forth.output(), tape);
      }
      dWeights.begin(forth.input());
      dInput.reshape(tape.rows(), Strips.padded(inputSize));
      return dInput;
    }

    @Override
    public void backward(int fromGroup, int toGroup) {
      Objects.requireNonNull(dWeights).add(fromGroup, toGroup);
    }

    @Override
    public void inputGradient(int slice, Workers crew) {
      int rows = tape.rows();
      tape.kernels().products().multiply(back, crew.from(rows, slice), crew.from(rows, slice + 1));
    }
  }
}
