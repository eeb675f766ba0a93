package ductus.model;

import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.model.cell.CellConfig;
import ductus.model.cell.GatedCells;
import ductus.nn.Dropout;
import ductus.nn.Embedding;
import ductus.nn.Indices;
import ductus.nn.Layer;
import ductus.nn.recurrent.InputProjection;
import ductus.nn.recurrent.TableInputProjection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The way of a time step's input into a {@link Core}: numbers as they are [T×B×K], or rows of an
 * embedding table [N×E], added up [T×B×P]. It also numbers the dropouts above it, which draw their
 * masks by these numbers: with tokens all layers count, else dropouts only.
 *
 * @param <I> what goes in: a matrix, or the {@link Indices} of rows
 */
public final class InputLayer<I> {
  /**
   * Tables of up to so many rows are looked up in their product with the first layer's weights; for
   * more, making that product costs more than it saves.
   */
  private static final int LOOKED_UP = 1024;

  /** A first place in the seed's order that stands for counting all layers. */
  private static final int WITH_LAYERS = -1;

  private final Layer<I> layer;
  private final List<Layer<FMatrixRMaj>> noise;
  private final int firstPlace;
  private final Consumer<I> check;

  /**
   * The maker of a projection that looks inputs up, by the name of a layer and its gates; null
   * where none can look up.
   */
  private final @Nullable BiFunction<String, GateLayout, InputProjection<I>> feed;

  private InputLayer(
      Layer<I> layer,
      List<Layer<FMatrixRMaj>> noise,
      int firstPlace,
      Consumer<I> check,
      @Nullable BiFunction<String, GateLayout, InputProjection<I>> feed) {
    this.layer = layer;
    this.noise = noise;
    this.firstPlace = firstPlace;
    this.check = check;
    this.feed = feed;
  }

  /**
   * Numbers that pass as they are.
   *
   * @param size numbers of a step, K
   * @param firstPlace number of the lowest dropout above
   */
  public static InputLayer<FMatrixRMaj> numbers(int size, int firstPlace) {
    return new InputLayer<>(
        new Dropout(size, 0, firstPlace),
        List.of(),
        firstPlace,
        input -> require("numbers in whole strips", Strips.padded(size), input.numCols),
        null);
  }

  /**
   * Tokens, each with its side features.
   *
   * @param rows of the table, N
   * @param perStep rows that are added up at a step, P
   * @param size E
   */
  public static InputLayer<Indices> tokens(int rows, int perStep, int size) {
    Embedding table = new Embedding(rows, size);
    return new InputLayer<>(
        table,
        List.of(),
        WITH_LAYERS,
        input -> require("rows", perStep, input.perStep()),
        rows <= LOOKED_UP ? (name, gates) -> new TableInputProjection(name, table, gates) : null);
  }

  /**
   * Rows of a table, with dropout behind them.
   *
   * @param name prefix of the table's name
   * @param rows of the table, N
   * @param perStep rows that are added up at a step, P
   * @param size E
   * @param dropout share of what they add up to that is dropped while training
   */
  public static InputLayer<Indices> noisyRows(
      String name, int rows, int perStep, int size, double dropout) {
    return new InputLayer<>(
        new Embedding(name, rows, size),
        List.of(new Dropout(size, dropout, 0)),
        1,
        input -> require("rows", perStep, input.perStep()),
        null);
  }

  private static void require(String what, int wanted, int given) {
    if (given != wanted) {
      throw new IllegalArgumentException(
          "%s must be %d a step but were %d".formatted(what, wanted, given));
    }
  }

  /** Whether the first layer looks up the products of a table of tokens of so many rows. */
  static boolean looksUp(int rows, CellConfig cells) {
    return rows <= LOOKED_UP && cells instanceof GatedCells;
  }

  /** Columns of what it puts out, E or K. */
  int size() {
    return layer.outputSize();
  }

  /** The layer itself [T×B×E]. */
  Layer<I> layer() {
    return layer;
  }

  /** The layers between this one and the first layer of the core. */
  List<Layer<FMatrixRMaj>> noise() {
    return noise;
  }

  /** A first layer that looks up what this would put out; null where it is to be asked for it. */
  @Nullable Layer<I> lookingUp(CoreWords words, String name, int hiddenSize) {
    return feed != null && !words.bidirectional() && words.cells() instanceof GatedCells cells
        ? cells.layer(
            name,
            gates -> feed.apply(name, gates),
            cells.attention(name, hiddenSize),
            hiddenSize,
            0)
        : null;
  }

  /**
   * The number of a dropout.
   *
   * @param behind number of the core's layer that it stands behind
   * @param layers of the network that are below it
   */
  int place(int behind, int layers) {
    return firstPlace == WITH_LAYERS ? layers : firstPlace + behind;
  }

  /** Requires an input of as many numbers or rows a step as it was made for. */
  void require(I input) {
    check.accept(input);
  }
}
