package ductus.model.tagging;

import ductus.model.CoreConfig;
import ductus.model.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a network that tags.
 *
 * @param tableRows rows of the embedding table
 * @param perStep rows that are added up at a step, P
 * @param labels V
 * @param embeddingSize E
 * @param layers 1 to 3
 * @param hiddenSize of each direction, H
 * @param dropout share of activations dropped behind each layer while training
 * @param cell what the layers are, in the words of {@link CoreConfig}; null, or none in the file,
 *     for bidirectional LSTM layers
 */
public record TaggingConfig(
    int tableRows,
    int perStep,
    int labels,
    int embeddingSize,
    int layers,
    int hiddenSize,
    double dropout,
    @Nullable String cell) {
  private static final String DEFAULT_CELL = "lstm" + CoreConfig.BIDIRECTIONAL;

  public TaggingConfig {
    Sizes.require("rows of the embedding table", tableRows, 1, 1 << 20);
    Sizes.require("rows of a step", perStep, 1, 1024);
    Sizes.require("labels", labels, 2, 1 << 20);
    Sizes.require("embedding size", embeddingSize, 1, 4096);
    core(cell, layers, hiddenSize, dropout);
  }

  /** Of a network of bidirectional LSTM layers. */
  public TaggingConfig(
      int tableRows,
      int perStep,
      int labels,
      int embeddingSize,
      int layers,
      int hiddenSize,
      double dropout) {
    this(tableRows, perStep, labels, embeddingSize, layers, hiddenSize, dropout, null);
  }

  /** The layers between the embedding and the head. */
  public CoreConfig core() {
    return core(cell, layers, hiddenSize, dropout);
  }

  private static CoreConfig core(
      @Nullable String cell, int layers, int hiddenSize, double dropout) {
    return new CoreConfig(cell == null ? DEFAULT_CELL : cell, layers, hiddenSize, dropout, false);
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return core().weights(embeddingSize)
        + (long) tableRows * embeddingSize
        + (core().outputSize(embeddingSize) + 1L) * labels;
  }
}
