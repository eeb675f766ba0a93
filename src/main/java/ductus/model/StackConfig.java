package ductus.model;

/**
 * The shape of a stack of recurrent layers over an embedding.
 *
 * @param tableRows N of the embedding table: tokens and side features together
 * @param embeddingSize E
 * @param cell of the recurrent layers, in the words of {@link CellConfig}
 * @param layers recurrent layers, 1 to 3
 * @param hiddenSize H
 * @param dropout share of activations dropped behind each recurrent layer while training
 * @param skip whether the embedded input stands beside the last layer's output, too
 */
public record StackConfig(
    int tableRows,
    int embeddingSize,
    String cell,
    int layers,
    int hiddenSize,
    double dropout,
    boolean skip) {
  private static final int LARGEST = 8192;

  public StackConfig {
    if (tableRows < 1 || tableRows > 1 << 21) {
      throw new IllegalArgumentException(
          "rows of the embedding table must be 1 to %d but were %d".formatted(1 << 21, tableRows));
    }
    require("embedding size", embeddingSize, LARGEST);
    require("layers", layers, 3);
    require("hidden size", hiddenSize, LARGEST);
    cell = CellConfig.parse(cell).toString();
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be 0 to below 1 but was " + dropout);
    }
  }

  /** Columns of what comes out: those of a layer, with the skip E more. */
  public int outputSize() {
    return layerSize() + (skip ? embeddingSize : 0);
  }

  /** Columns that a layer puts out: H, and what a memory gives beside it. */
  int layerSize() {
    return CellConfig.parse(cell).outputSize(hiddenSize);
  }

  /** Number of weights of a stack of this shape. */
  public long weights() {
    CellConfig cells = CellConfig.parse(cell);
    long count = (long) tableRows * embeddingSize;
    for (int i = 0; i < layers; i++) {
      count += cells.weights(inputSize(i), hiddenSize);
    }
    return count;
  }

  /** Columns of what goes into a recurrent layer. */
  int inputSize(int layer) {
    return layer == 0 ? embeddingSize : layerSize();
  }

  private static void require(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be 1 to %d but was %d".formatted(what, most, value));
    }
  }
}
