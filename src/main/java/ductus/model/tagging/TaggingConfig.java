package ductus.model.tagging;

import ductus.model.CoreConfig;
import ductus.nn.Sizes;
import ductus.nn.head.ChainHead;
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
 * @param chained whether each label is told in the light of the one before ({@link
 *     ductus.nn.head.ChainHead}); null, or none in the file, where each is told by itself
 */
public record TaggingConfig(
    int tableRows,
    int perStep,
    int labels,
    int embeddingSize,
    int layers,
    int hiddenSize,
    double dropout,
    @Nullable String cell,
    @Nullable Boolean chained) {
  private static final String DEFAULT_CELL = "lstm" + CoreConfig.BIDIRECTIONAL;

  public TaggingConfig {
    Sizes.require("rows of the embedding table", tableRows, 1, 1 << 20);
    Sizes.require("rows of a step", perStep, 1, 1024);
    Sizes.require("labels", labels, 2, 1 << 20);
    Sizes.require("embedding size", embeddingSize, 1, 4096);
    core(cell, layers, hiddenSize, dropout);
  }

  /** A shape whose labels are each told by itself. */
  public TaggingConfig(
      int tableRows,
      int perStep,
      int labels,
      int embeddingSize,
      int layers,
      int hiddenSize,
      double dropout,
      @Nullable String cell) {
    this(tableRows, perStep, labels, embeddingSize, layers, hiddenSize, dropout, cell, null);
  }

  /** A shape of bidirectional LSTM layers. */
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

  /** Returns this shape with labels told in the light of one another. */
  public TaggingConfig asChain() {
    return new TaggingConfig(
        tableRows, perStep, labels, embeddingSize, layers, hiddenSize, dropout, cell, true);
  }

  /** Whether each label is told in the light of the one before. */
  public boolean isChain() {
    return chained != null && chained;
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
    int features = core().outputSize(embeddingSize);
    return core().weights(embeddingSize)
        + (long) tableRows * embeddingSize
        + (isChain() ? ChainHead.weights(features, labels) : (features + 1L) * labels);
  }
}
