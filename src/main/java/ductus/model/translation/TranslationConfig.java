package ductus.model.translation;

import ductus.model.CellConfig;
import ductus.model.CoreConfig;
import ductus.model.pen.Alphabet;

/**
 * The shape of a network that translates.
 *
 * @param source characters that it reads
 * @param target characters that it writes
 * @param longestSource characters of the longest source that it was trained on
 * @param longestTarget characters of the longest target
 * @param attention how the decoder looks at the source
 * @param embeddingSize E, of both kinds of characters
 * @param encoder its layers; the decoder has as many of the same cells, in one direction
 */
public record TranslationConfig(
    Alphabet source,
    Alphabet target,
    int longestSource,
    int longestTarget,
    AttentionChoice attention,
    int embeddingSize,
    CoreConfig encoder) {
  /** Most characters of a sequence. */
  public static final int LONGEST = 10_000;

  public TranslationConfig {
    if (source == null || target == null || attention == null || encoder == null) {
      throw new IllegalArgumentException(
          "a network that translates must have source, target, attention and encoder");
    }
    require("longest source", longestSource, LONGEST);
    require("longest target", longestTarget, LONGEST);
    require("embedding size", embeddingSize, 4096);
    String cell = encoder.cell();
    if (cell.startsWith(CoreConfig.FEED_FORWARD) || cell.endsWith(CoreConfig.MEAN)) {
      throw new IllegalArgumentException(
          "cell must be recurrent, such as lstm%s, but was %s"
              .formatted(CoreConfig.BIDIRECTIONAL, cell));
    }
    cells(encoder).requirePlain("a network that translates");
    if (encoder.skip()) {
      throw new IllegalArgumentException("an encoder must be without a skip but has one");
    }
  }

  /** Rows of the decoder's embedding: the characters, the end, and the start. */
  public int targetRows() {
    return target.size() + 1;
  }

  /** What the decoder reads before the first character. */
  public int start() {
    return target.size();
  }

  /** The decoder's cells: the encoder's, whose first state is not learned but made. */
  CellConfig cells() {
    CellConfig cells = cells(encoder);
    return new CellConfig(cells.kind(), cells.peephole(), cells.layerNorm(), false);
  }

  private static CellConfig cells(CoreConfig encoder) {
    return CellConfig.parse(encoder.cell().replace(CoreConfig.BIDIRECTIONAL, ""));
  }

  /** Columns of the encoder's outputs, C. */
  int contextSize() {
    return (encoder.isBidirectional() ? 2 : 1) * encoder.hiddenSize();
  }

  /** Columns of what the head reads: H, and with an attention C. */
  int headSize() {
    return encoder.hiddenSize() + (attention == AttentionChoice.NONE ? 0 : contextSize());
  }

  /** Floats of the decoder's first state of a sequence, S. */
  int stateSize() {
    return encoder.layers() * encoder.hiddenSize() * statesPerUnit();
  }

  private int statesPerUnit() {
    return cells().kind() == CellConfig.Kind.LSTM ? 2 : 1;
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    long hidden = encoder.hiddenSize();
    long context = contextSize();
    long count = (long) source.size() * embeddingSize + encoder.weights(embeddingSize);
    count += (context + 1) * stateSize() + (long) targetRows() * embeddingSize;
    for (int i = 0; i < encoder.layers(); i++) {
      long fedBack = isTop(i) && attention != AttentionChoice.NONE ? context : 0;
      count += cells().weights((i == 0 ? embeddingSize : hidden) + fedBack, hidden);
    }
    return count + attention.weights(hidden, context) + (headSize() + 1L) * target.size();
  }

  /** Whether a layer of the decoder is the one that looks at the source. */
  boolean isTop(int layer) {
    return layer == encoder.layers() - 1;
  }

  private static void require(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be 1 to %d but was %d".formatted(what, most, value));
    }
  }
}
