package ductus.model.translation;

import ductus.model.cell.GatedCells;
import ductus.model.pen.Alphabet;

/**
 * The shape of the half of a network that writes.
 *
 * @param target characters that it writes
 * @param attention how it looks at the source
 * @param embeddingSize E of the characters
 * @param cells whose first state is not learned but made
 * @param layers one or more
 * @param hiddenSize H of each
 * @param contextSize columns of the encoder's outputs, C
 * @param dropout behind each layer, and half of it behind the embedding
 */
public record DecoderConfig(
    Alphabet target,
    AttentionChoice attention,
    int embeddingSize,
    GatedCells cells,
    int layers,
    int hiddenSize,
    int contextSize,
    double dropout) {
  /** Rows of the embedding: the characters, the end, and the start. */
  int targetRows() {
    return target.size() + 1;
  }

  /** The token that it reads before the first character. */
  public int start() {
    return target.size();
  }

  /** Columns of what the head reads: H, and with an attention C. */
  int headSize() {
    return hiddenSize + (attention == AttentionChoice.NONE ? 0 : contextSize);
  }

  /** Floats of the first state of a sequence, S. */
  public int stateSize() {
    return layers * hiddenSize * cells.states();
  }

  /** Number of weights of a decoder of this shape, and of the bridge to it. */
  public long weights() {
    long count = (contextSize + 1L) * stateSize() + (long) targetRows() * embeddingSize;
    for (int i = 0; i < layers; i++) {
      long fedBack = isTop(i) && attention != AttentionChoice.NONE ? contextSize : 0;
      count += cells.weights((i == 0 ? embeddingSize : hiddenSize) + fedBack, hiddenSize);
    }
    return count + attention.weights(hiddenSize, contextSize) + (headSize() + 1L) * target.size();
  }

  /** Whether a layer is the one that looks at the source. */
  private boolean isTop(int layer) {
    return layer == layers - 1;
  }
}
