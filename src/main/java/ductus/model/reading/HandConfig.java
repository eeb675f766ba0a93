package ductus.model.reading;

import java.util.List;

/**
 * The shape of a network that tells hands apart.
 *
 * @param hands names of those that it was trained on
 * @param features numbers of a step, F
 * @param hiddenSize H
 * @param embeddingSize E
 */
public record HandConfig(List<String> hands, int features, int hiddenSize, int embeddingSize) {
  private static final int GATES = 4;

  public HandConfig {
    hands = List.copyOf(hands);
    ReaderConfig.require("hands", hands.size(), 2, 65_536);
    ReaderConfig.require("numbers of a step", features, 1, 1024);
    ReaderConfig.require("hidden size", hiddenSize, 1, 4096);
    ReaderConfig.require("embedding size", embeddingSize, 1, 4096);
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return (long) GATES * hiddenSize * (features + hiddenSize + 1)
        + (hiddenSize + 1L) * embeddingSize
        + (embeddingSize + 1L) * hands.size();
  }
}
