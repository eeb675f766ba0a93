package ductus.model.tagging;

import ductus.model.BidirectionalStack;

/**
 * The shape of a network that tags.
 *
 * @param tableRows rows of the embedding table
 * @param perStep rows that are added up at a step, P
 * @param labels V
 * @param embeddingSize E
 * @param layers bidirectional layers, 1 to 3
 * @param hiddenSize of each direction, H
 * @param dropout share of activations dropped behind each layer while training
 */
public record TaggingConfig(
    int tableRows,
    int perStep,
    int labels,
    int embeddingSize,
    int layers,
    int hiddenSize,
    double dropout) {
  public TaggingConfig {
    require("rows of the embedding table", tableRows, 1, 1 << 20);
    require("rows of a step", perStep, 1, 1024);
    require("labels", labels, 2, 1 << 20);
    require("embedding size", embeddingSize, 1, 4096);
    require("layers", layers, 1, 3);
    require("hidden size", hiddenSize, 1, 4096);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be 0 to below 1 but was " + dropout);
    }
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return BidirectionalStack.weights(embeddingSize, layers, hiddenSize)
        + (long) tableRows * embeddingSize
        + (2L * hiddenSize + 1) * labels;
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d but was %d".formatted(what, least, most, value));
    }
  }
}
