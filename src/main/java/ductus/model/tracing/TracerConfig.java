package ductus.model.tracing;

import ductus.model.CoreConfig;
import ductus.nn.head.Mixture;

/**
 * The shape of a network that draws what it sees.
 *
 * @param encoder layers over the picture, feed-forward
 * @param pen recurrent layers, in one direction
 * @param mixtures M
 */
public record TracerConfig(CoreConfig encoder, CoreConfig pen, int mixtures) {
  private static final int MOST_MIXTURES = 1000;

  public TracerConfig {
    if (encoder == null || pen == null) {
      throw new IllegalArgumentException("a network that draws must have encoder and pen");
    }
    if (encoder.cells().isPresent() || encoder.isMean()) {
      throw new IllegalArgumentException(
          "an encoder of pictures must be %s but was %s"
              .formatted(CoreConfig.FEED_FORWARD, encoder.cell()));
    }
    if (pen.cells().isEmpty() || pen.isOfWholes()) {
      throw new IllegalArgumentException(
          "cell must be recurrent and in one direction, such as lstm, but was " + pen.cell());
    }
    pen.cells().get().requirePlain("a network that draws");
    if (mixtures < 1 || mixtures > MOST_MIXTURES) {
      throw new IllegalArgumentException(
          "mixture components must be 1 to %d but were %d".formatted(MOST_MIXTURES, mixtures));
    }
  }

  /** C, columns of the condition. */
  int conditionSize() {
    return encoder.outputSize(Picture.SIDE * Picture.SIDE);
  }

  /** Columns that the recurrent layers see. */
  int penInputSize() {
    return TracingFeatures.SIZE + conditionSize();
  }

  /** Number of weights. */
  public long weights() {
    return encoder.weights(Picture.SIDE * Picture.SIDE)
        + pen.weights(penInputSize())
        + (pen.outputSize(penInputSize()) + 1L) * Mixture.outputs(mixtures);
  }
}
