package ductus.model;

import ductus.model.cell.CellConfig;
import ductus.nn.Sizes;
import java.util.Optional;

/**
 * The shape of a {@link Core}.
 *
 * @param cell what its layers are: {@code feed-forward}, or the words of {@link CellConfig}, which
 *     may go on with {@code +bidirectional}; either may end in {@code +mean}
 * @param layers one above the other, 1 to 3; feed-forward also 0, the input itself
 * @param hiddenSize H, of each direction
 * @param dropout share of activations dropped behind each layer while training
 * @param skip whether the input stands beside the last layer's output, too
 */
public record CoreConfig(String cell, int layers, int hiddenSize, double dropout, boolean skip) {
  /** Layers that have no state. */
  public static final String FEED_FORWARD = "feed-forward";

  /** Behind the words of cells: they go over the sequence in both directions. */
  public static final String BIDIRECTIONAL = "+bidirectional";

  /** Behind the words: the last step of a sequence gets the mean over all its steps. */
  public static final String MEAN = "+mean";

  private static final int LARGEST = 8192;

  public CoreConfig {
    CoreWords words = CoreWords.parse(cell);
    Sizes.require("layers", layers, words.cells() == null && !skip ? 0 : 1, 3);
    Sizes.require("hidden size", hiddenSize, 1, LARGEST);
    if (words.cells() != null) {
      words.cells().requireFit(hiddenSize);
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be 0 to below 1 but was " + dropout);
    }
    cell = words.toString();
  }

  /** Layers without dropout and skip. */
  public CoreConfig(String cell, int layers, int hiddenSize) {
    this(cell, layers, hiddenSize, 0, false);
  }

  /** The words, read. */
  CoreWords words() {
    return CoreWords.parse(cell);
  }

  /** The cells of the layers; empty where they are feed-forward. */
  public Optional<CellConfig> cells() {
    return Optional.ofNullable(words().cells());
  }

  /** Whether the layers go over a sequence in both directions. */
  public boolean isBidirectional() {
    return words().bidirectional();
  }

  /** Whether the last step of a sequence gets the mean over all its steps. */
  public boolean isMean() {
    return words().mean();
  }

  /** Whether a sequence must be there whole: in both directions, and for the mean. */
  public boolean isOfWholes() {
    return isBidirectional() || isMean();
  }

  /**
   * Advice before one trains layers of some cells, of any size, on one line; empty for none.
   *
   * @throws IllegalArgumentException if there are no such layers
   */
  public static Optional<String> caution(String cell) {
    return Optional.ofNullable(CoreWords.parse(cell).cells()).flatMap(CellConfig::caution);
  }

  /** Columns that a layer puts out. */
  int layerSize() {
    int size = cells().map(cells -> cells.outputSize(hiddenSize)).orElse(hiddenSize);
    return isBidirectional() ? 2 * size : size;
  }

  /** Columns of what goes into a layer, over an input of so many columns. */
  int inputSize(int layer, int inputSize) {
    return layer == 0 ? inputSize : layerSize();
  }

  /** Columns of what comes out over an input of so many columns. */
  public int outputSize(int inputSize) {
    return layers == 0 ? inputSize : layerSize() + (skip ? inputSize : 0);
  }

  /** Number of weights of layers over an input of so many columns. */
  public long weights(int inputSize) {
    long count = 0;
    for (int i = 0; i < layers; i++) {
      int size = inputSize(i, inputSize);
      count +=
          cells()
              .map(cells -> (isBidirectional() ? 2 : 1) * cells.weights(size, hiddenSize))
              .orElse((size + 1L) * hiddenSize);
    }
    return count;
  }
}
