package ductus.model.tagging;

import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.model.ModelKind;
import ductus.model.SequenceNetwork;
import ductus.nn.Indices;
import ductus.nn.head.SoftmaxHead;
import java.util.List;

/**
 * A network that tags every step of a sequence: rows of a table go in, with half of the layers'
 * dropout behind them, and a softmax names a label.
 */
public final class TaggingNetwork extends SequenceNetwork<TaggingConfig, Indices, int[]> {
  /** Encoding of networks that tag the beats of tunes with chords. */
  public static final String CHORDS = "chords";

  /** Encoding of networks that tell a voice's notes from those around them. */
  public static final String VOICES = "voices";

  /** Files of such networks. */
  public static final ModelKind<TaggingConfig, TaggingNetwork> KIND =
      new ModelKind<>(
          List.of(CHORDS, VOICES),
          TaggingConfig.class,
          TaggingConfig::weights,
          TaggingNetwork::new);

  /** A network with zero weights. */
  public TaggingNetwork(TaggingConfig config) {
    super(
        config,
        new Core<>(
            config.core(),
            InputLayer.noisyRows(
                "embedding",
                config.tableRows(),
                config.perStep(),
                config.embeddingSize(),
                config.dropout() / 2)),
        size -> new SoftmaxHead(size, config.labels()));
  }
}
