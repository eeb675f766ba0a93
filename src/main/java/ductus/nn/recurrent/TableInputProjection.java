package ductus.nn.recurrent;

import ductus.math.GateLayout;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Embedding;
import ductus.nn.Indices;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Input that is rows of an embedding table [N×E], added up: their products with W are looked up in
 * {@code table·W} [N×G·H], which is made once an update. For tables of some hundred rows that is
 * far less work than a product a time step. Weights in the file: the embedding's, then {@code
 * weight_ih} [E×G·H].
 */
public final class TableInputProjection implements InputProjection<Indices> {
  private final Embedding embedding;
  private final GateLayout layout;
  private final Parameter table;
  private final Parameter weights;
  private final PackedWeights packed;
  private final PackedWeights packedTransposed;
  private final FMatrixRMaj products;

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
    kernels
        .products()
        .multiply(
            table.value().data,
            0,
            table.value().numCols,
            products.numRows,
            packed,
            fromGroup * layout.gates(),
            toGroup * layout.gates(),
            products.data,
            0,
            products.numCols,
            false);
  }

  @Override
  public Run<Indices> open(Tape tape) {
    return new TableRun(tape);
  }

  private final class TableRun implements Run<Indices> {
    private final Tape tape;
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private Indices input = new Indices(new int[0], 1);
    private @Nullable Gradients gradients;

    TableRun(Tape tape) {
      this.tape = tape;
    }

    @Override
    public void begin(Indices input) {
      this.input = input;
      embedding.requireRows(input, tape.rows());
    }

    @Override
    public void project(
        FMatrixRMaj preActivations, int fromRow, int rows, int fromGroup, int toGroup) {
      int width = layout.gates() * Strips.WIDTH;
      tape.kernels()
          .rows()
          .gather(
              products.data,
              products.numCols,
              input.rows(),
              input.perStep(),
              fromRow,
              rows,
              preActivations.data,
              preActivations.numCols,
              fromGroup * width,
              toGroup * width);
    }

    @Override
    public FMatrixRMaj beginBackward() {
      if (gradients == null) {
        gradients = new Gradients(tape);
      }
      return dInput;
    }

    @Override
    public void backward(FMatrixRMaj dPreActivations, int fromGroup, int toGroup) {
      Objects.requireNonNull(gradients).collect(dPreActivations, input, fromGroup, toGroup);
    }

    @Override
    public void inputGradient(FMatrixRMaj dPreActivations, int slice, Workers crew) {
      Objects.requireNonNull(gradients)
          .finish(
              crew.from(table.value().numRows, slice), crew.from(table.value().numRows, slice + 1));
    }
  }

  /** The way back, through the products of the table. */
  private final class Gradients {
    private final Tape tape;
    private final WeightGradient dWeights;
    private final FMatrixRMaj tableGradient;
    private final FMatrixRMaj dTable;
    private final FMatrixRMaj dProducts;

    Gradients(Tape tape) {
      this.tape = tape;
      dWeights = new WeightGradient(weights, layout, tape);
      tableGradient = tape.gradient(table);
      dTable = new FMatrixRMaj(table.value().numRows, Strips.padded(embedding.outputSize()));
      dProducts = new FMatrixRMaj(table.value().numRows, layout.paddedColumns());
    }

    /** Sums the rows that came from the same row of the table; then the gradient of W. */
    void collect(FMatrixRMaj dPreActivations, Indices input, int fromGroup, int toGroup) {
      int width = layout.gates() * Strips.WIDTH;
      for (int row = 0; row < dProducts.numRows; row++) {
        int at = row * dProducts.numCols;
        Arrays.fill(dProducts.data, at + fromGroup * width, at + toGroup * width, 0);
      }
      tape.kernels()
          .rows()
          .scatter(
              dPreActivations.data,
              dPreActivations.numCols,
              input.rows(),
              input.perStep(),
              0,
              tape.rows(),
              dProducts.data,
              dProducts.numCols,
              fromGroup * width,
              toGroup * width);
      dWeights.clear(fromGroup, toGroup);
      dWeights.add(table.value(), 0, dProducts, 0, dProducts.numRows, fromGroup, toGroup);
      dWeights.finish(fromGroup, toGroup);
    }

    /** The gradient of some rows of the table. */
    void finish(int from, int to) {
      tape.kernels()
          .products()
          .multiply(
              dProducts.data,
              from * dProducts.numCols,
              dProducts.numCols,
              to - from,
              packedTransposed,
              0,
              packedTransposed.strips(),
              dTable.data,
              from * dTable.numCols,
              dTable.numCols,
              false);
      Rows.addTo(tableGradient, dTable.data, dTable.numCols, from, to, 0, tableGradient.numCols);
    }
  }
}
