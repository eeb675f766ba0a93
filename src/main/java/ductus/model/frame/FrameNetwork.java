package ductus.model.frame;

import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.model.ModelKind;
import ductus.model.SequenceNetwork;
import ductus.nn.Indices;
import ductus.nn.head.ActiveOutputs;
import ductus.nn.head.BernoulliHead;
import java.util.List;

/**
 * A network that predicts the next frame, each output by itself: rows of a table go in, and
 * independent Bernoullis say what is on.
 */
public final class FrameNetwork
    extends SequenceNetwork<FrameNetworkConfig, Indices, ActiveOutputs> {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "poly-keys";

  /** Files of such networks. */
  public static final ModelKind<FrameNetworkConfig, FrameNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING),
          FrameNetworkConfig.class,
          FrameNetworkConfig::weights,
          FrameNetwork::new);

  /** A network with zero weights. */
  public FrameNetwork(FrameNetworkConfig config) {
    super(
        config,
        new Core<>(
            config.stack().core(),
            InputLayer.tokens(
                config.stack().tableRows(),
                config.inputsPerStep(),
                config.stack().embeddingSize())),
        size -> new BernoulliHead(size, config.outputs()));
  }
}
