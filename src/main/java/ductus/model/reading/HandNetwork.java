package ductus.model.reading;

import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.model.ModelKind;
import ductus.model.SequenceNetwork;
import ductus.nn.Tape;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that tells hands apart, many-to-one: an LSTM reads a line, and from its hidden state
 * behind the line's last step a {@link HandHead} makes the line's embedding, and names one of the
 * hands of the training.
 */
public final class HandNetwork extends SequenceNetwork<HandConfig, FMatrixRMaj, int[]> {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "hand";

  /** Files of such networks. */
  public static final ModelKind<HandConfig, HandNetwork> KIND =
      new ModelKind<>(List.of(ENCODING), HandConfig.class, HandConfig::weights, HandNetwork::new);

  private final HandHead head;

  /** A network with zero weights. */
  public HandNetwork(HandConfig config) {
    this(config, new HandHead(config));
  }

  private HandNetwork(HandConfig config, HandHead head) {
    super(
        config,
        new Core<>(config.core(), InputLayer.numbers(config.features(), 0), number -> ""),
        size -> head);
    this.head = head;
  }

  /**
   * Lines side by side.
   *
   * @param hands number of each line's hand [B]; none where they are not known
   */
  public LineBatch<int[]> batch(List<LineRows> lines, int... hands) {
    return new LineBatch<>(lines, config().features(), hands, hands.length);
  }

  /**
   * The embeddings of lines; the tape must have begun with them.
   *
   * @return [B×E] of length 1 each; a copy
   */
  public FMatrixRMaj embeddings(LineBatch<int[]> batch, Tape tape) {
    return head.embeddings(features(batch, tape), tape);
  }
}
