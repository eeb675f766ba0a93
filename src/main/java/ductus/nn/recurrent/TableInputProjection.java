package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Products.RowProduct;
import ductus.math.RowKernels;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Embedding;
import ductus.nn.Indices;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A feed whose input is rows of an embedding table [N×E], added up: their products with W are
 * looked up in {@code table·W} [N×G·H], which is made once an update. For tables of some hundred
 * rows that is far less work than a product a time step. Weights in the file: the embedding's, then
 * {@code weight_ih} [E×G·H].
 */
public final class TableInputProjection implements InputProjection<Indices> {
  private final Embedding embedding;
  private final GateLayout layout;
  private final Parameter table;
  private final Parameter weights;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;
  private final FMatrixRMaj products;
  private final RowProduct making;

  /**
   * A feed with zero weights.
   *
   * @param name prefix of the parameter's name
   */
  public TableInputProjection(String name, Embedding embedding, GateLayout layout) {
    this.embedding = embedding;
    this.layout = layout;
    table = embedding.table();
    weights = new Parameter(name + ".weight_ih", embedding.outputSize(), layout.columns());
    packed = new PackedWeights(embedding.outputSize(), layout.paddedColumns());
    packedTransposed = new PackedWeights(layout.paddedColumns(), embedding.outputSize());
    products = new FMatrixRMaj(table.value().numRows, layout.paddedColumns());
    making = new RowProduct(table.value(), packed, products);
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(embedding.parameters());
    all.add(weights);
    return all;
  }

  @Override
  public void initialize(double bound, RandomGenerator random) {
    embedding.initialize(random);
    Initialization.uniform(weights.value(), bound, random);
  }

  @Override
  public void repack(Kernels kernels, int slice, Workers crew) {
    int fromGroup = crew.from(layout.groups(), slice);
    int toGroup = crew.from(layout.groups(), slice + 1);
    packed.pack(weights.value(), layout, fromGroup, toGroup);
    packedTransposed.packTransposed(
        weights.value(),
        layout,
        crew.from(packedTransposed.strips(), slice),
        crew.from(packedTransposed.strips(), slice + 1));
    int fromStrip = fromGroup * layout.gates();
    int toStrip = toGroup * layout.gates();
    kernels.products().multiply(making, 0, 0, products.numRows, fromStrip, toStrip);
  }

  @Override
  public Run<Indices> open(FMatrixRMaj preActivations, Tape tape) {
    return new TableRun(preActivations, tape);
  }

  private final class TableRun implements Run<Indices> {
    private final FMatrixRMaj preActivations;
    private final Tape tape;
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private Indices input = new Indices(new int[0], 1);
    private @Nullable Gradients gradients;

    TableRun(FMatrixRMaj preActivations, Tape tape) {
      this.preActivations = preActivations;
      this.tape = tape;
    }

    @Override
    public void begin(Indices input) {
      this.input = input;
      embedding.requireRows(input, tape.rows());
    }

    @Override
    public void project(int fromRow, int rows, int fromGroup, int toGroup) {
      RowKernels kernels = tape.kernels().rows();
      int from = fromGroup * layout.gates() * Strips.WIDTH;
      int to = toGroup * layout.gates() * Strips.WIDTH;
      for (int row = fromRow; row < fromRow + rows; row++) {
        input.gather(products, preActivations, row, from, to, kernels);
      }
    }

    @Override
    public FMatrixRMaj beginBackward() {
      if (gradients == null) {
        gradients = new Gradients(preActivations, tape);
      }
      return dInput;
    }

    @Override
    public void backward(int fromGroup, int toGroup) {
      Objects.requireNonNull(gradients).collect(input, fromGroup, toGroup);
    }

    @Override
    public void inputGradient(int slice, Workers crew) {
      int rows = table.value().numRows;
      Objects.requireNonNull(gradients).finish(crew.from(rows, slice), crew.from(rows, slice + 1));
    }
  }

  /** The way back, through the products of the table. */
  private final class Gradients {
    private final FMatrixRMaj dPreActivations;
    private final Tape tape;
    private final FMatrixRMaj tableGradient;
    private final FMatrixRMaj dProducts =
        new FMatrixRMaj(table.value().numRows, layout.paddedColumns());
    private final RowProduct back =
        new RowProduct(
            dProducts,
            packedTransposed,
            new FMatrixRMaj(table.value().numRows, Strips.padded(embedding.outputSize())));
    private final WeightGradient dWeights;

    Gradients(FMatrixRMaj dPreActivations, Tape tape) {
      this.dPreActivations = dPreActivations;
      this.tape = tape;
      tableGradient = tape.gradient(table);
      dWeights = new WeightGradient(weights, layout, dProducts, tape);
      dWeights.begin(table.value());
    }

    /** Sums the rows that came from the same row of the table; then the gradient of W. */
    void collect(Indices input, int fromGroup, int toGroup) {
      RowKernels kernels = tape.kernels().rows();
      int from = fromGroup * layout.gates() * Strips.WIDTH;
      int to = toGroup * layout.gates() * Strips.WIDTH;
      Rows.clear(dProducts, 0, dProducts.numRows, from, to);
      for (int row = 0; row < tape.rows(); row++) {
        input.scatter(dPreActivations, dProducts, row, from, to, kernels);
      }
      dWeights.add(fromGroup, toGroup);
    }

    /** Adds to the gradient of some rows of the table. */
    void finish(int from, int to) {
      tape.kernels().products().multiply(back, from, to);
      Rows.addTo(tableGradient, back.output(), from, to);
    }
  }
}
