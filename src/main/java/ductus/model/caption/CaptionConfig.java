package ductus.model.caption;

import ductus.model.CoreConfig;
import ductus.model.cell.GatedCells;
import ductus.model.pen.Alphabet;
import ductus.model.translation.AttentionChoice;
import ductus.model.translation.DecoderConfig;
import ductus.model.translation.TranslationConfig;
import ductus.nn.Sizes;

/**
 * The shape of a network that writes captions.
 *
 * @param target characters that it writes
 * @param longestTarget characters of the longest caption that it was trained on
 * @param attention how the decoder looks at the picture
 * @param embeddingSize E of the characters
 * @param encoder its cells; as many layers lie above the first, which has half as many units; the
 *     decoder has one layer of the same cells
 */
public record CaptionConfig(
    Alphabet target,
    int longestTarget,
    AttentionChoice attention,
    int embeddingSize,
    CoreConfig encoder) {
  public CaptionConfig {
    if (target == null || attention == null || encoder == null) {
      throw new IllegalArgumentException(
          "a network that writes captions must have target, attention and encoder");
    }
    Sizes.require("longest caption", longestTarget, 1, TranslationConfig.LONGEST);
    Sizes.require("embedding size", embeddingSize, 1, 4096);
    requireLooking(encoder);
  }

  /**
   * Checks that layers can go over pictures.
   *
   * @throws IllegalArgumentException if they cannot
   */
  public static void requireLooking(CoreConfig encoder) {
    TranslationConfig.cells(encoder);
    if (!encoder.isBidirectional() || encoder.skip()) {
      throw new IllegalArgumentException(
          "cell must be in both directions and without a skip, such as gru%s, but was %s"
              .formatted(CoreConfig.BIDIRECTIONAL, encoder.cell()));
    }
  }

  GatedCells cells() {
    return TranslationConfig.cells(encoder).withFixedState();
  }

  /** Units of a sweep in each direction: the first, over small squares, has half of the others. */
  int hiddenSize(int sweep) {
    return sweep == 0 ? (encoder.hiddenSize() + 1) / 2 : encoder.hiddenSize();
  }

  /** Columns of the encoder's outputs, C. */
  int contextSize() {
    return 2 * encoder.hiddenSize();
  }

  /** The shape of the decoder. */
  DecoderConfig decoder() {
    return new DecoderConfig(
        target,
        attention,
        embeddingSize,
        cells(),
        1,
        encoder.hiddenSize(),
        contextSize(),
        encoder.dropout());
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    long count = 2 * cells().weights(PictureGrid.PATCH_PIXELS, hiddenSize(0));
    for (int i = 1; i <= encoder.layers(); i++) {
      long below = 2L * hiddenSize(i - 1) * (i == 1 ? 4 : 1);
      count += 2 * cells().weights(below, hiddenSize(i));
    }
    return count + decoder().weights();
  }
}
