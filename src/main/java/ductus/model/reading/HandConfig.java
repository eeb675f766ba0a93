package ductus.model.reading;

import ductus.model.CoreConfig;
import ductus.nn.Sizes;
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
  public HandConfig {
    hands = List.copyOf(hands);
    Sizes.require("hands", hands.size(), 2, 65_536);
    Sizes.require("numbers of a step", features, 1, 1024);
    Sizes.require("hidden size", hiddenSize, 1, 4096);
    Sizes.require("embedding size", embeddingSize, 1, 4096);
  }

  /** The layer below the head. */
  CoreConfig core() {
    return new CoreConfig("lstm", 1, hiddenSize);
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return core().weights(features)
        + (hiddenSize + 1L) * embeddingSize
        + (embeddingSize + 1L) * hands.size();
  }
}
