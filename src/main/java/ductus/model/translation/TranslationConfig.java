package ductus.model.translation;

import com.google.gson.annotations.JsonAdapter;
import ductus.model.CoreConfig;
import ductus.model.cell.GatedCells;
import ductus.model.pen.Alphabet;
import ductus.nn.Sizes;
import org.jspecify.annotations.Nullable;

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
 * @param words that sources are made of; null, or none in the file, where a source may have others,
 *     too
 */
public record TranslationConfig(
    Alphabet source,
    Alphabet target,
    int longestSource,
    int longestTarget,
    AttentionChoice attention,
    int embeddingSize,
    CoreConfig encoder,
    @JsonAdapter(SourceVocabulary.AsJson.class) @Nullable SourceVocabulary words) {
  /** Most characters of a sequence. */
  public static final int LONGEST = 10_000;

  public TranslationConfig {
    if (source == null || target == null || attention == null || encoder == null) {
      throw new IllegalArgumentException(
          "a network that translates must have source, target, attention and encoder");
    }
    Sizes.require("longest source", longestSource, 1, LONGEST);
    Sizes.require("longest target", longestTarget, 1, LONGEST);
    Sizes.require("embedding size", embeddingSize, 1, 4096);
    cells(encoder);
    if (encoder.skip()) {
      throw new IllegalArgumentException("an encoder must be without a skip but has one");
    }
  }

  /** A shape for sources of any words. */
  public TranslationConfig(
      Alphabet source,
      Alphabet target,
      int longestSource,
      int longestTarget,
      AttentionChoice attention,
      int embeddingSize,
      CoreConfig encoder) {
    this(source, target, longestSource, longestTarget, attention, embeddingSize, encoder, null);
  }

  /** The shape of the decoder: as many layers as the encoder, of the same cells. */
  DecoderConfig decoder() {
    return new DecoderConfig(
        target,
        attention,
        embeddingSize,
        cells(encoder).withFixedState(),
        encoder.layers(),
        encoder.hiddenSize(),
        contextSize(),
        encoder.dropout());
  }

  /**
   * The cells of an encoder's layers.
   *
   * @throws IllegalArgumentException if it has none that a decoder can have, too
   */
  public static GatedCells cells(CoreConfig encoder) {
    if (encoder.isMean()) {
      throw notRecurrent(encoder);
    }
    return encoder
        .cells()
        .orElseThrow(() -> notRecurrent(encoder))
        .requirePlain("a network with a decoder");
  }

  private static IllegalArgumentException notRecurrent(CoreConfig encoder) {
    return new IllegalArgumentException(
        "cell must be recurrent, such as lstm%s, but was %s"
            .formatted(CoreConfig.BIDIRECTIONAL, encoder.cell()));
  }

  /** Columns of the encoder's outputs, C. */
  int contextSize() {
    return (encoder.isBidirectional() ? 2 : 1) * encoder.hiddenSize();
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return (long) source.size() * embeddingSize
        + encoder.weights(embeddingSize)
        + decoder().weights();
  }
}
