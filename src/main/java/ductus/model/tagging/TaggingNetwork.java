package ductus.model.tagging;

import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.model.ModelKind;
import ductus.model.SequenceNetwork;
import ductus.nn.Indices;
import ductus.nn.Tape;
import ductus.nn.head.ChainHead;
import ductus.nn.head.SoftmaxHead;
import java.util.List;

/**
 * A network that tags every step of a sequence: rows of a table go in, with half of the layers'
 * dropout behind them, and a softmax names a label, or a chain names all of them.
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
        size ->
            config.isChain()
                ? new ChainHead(size, config.labels())
                : new SoftmaxHead(size, config.labels()));
  }

  /**
   * Finds the labels that a sequence has together, of a network whose labels hang together.
   *
   * @param reward of each change of label, in nats, beside what was learned
   * @throws IllegalStateException if it tells each label by itself
   */
  public int[] chain(TagSequence sequence, double reward, Tape tape) {
    if (head() instanceof ChainHead chain) {
      TagBatch batch = new TagBatch(List.of(sequence));
      begin(batch, tape);
      return chain.best(outputs(batch, tape), 0, reward, tape);
    }
    throw new IllegalStateException("labels must hang together but are told one by one");
  }
}
