package ductus.model;

import ductus.nn.Indices;
import ductus.nn.head.SoftmaxHead;
import java.util.List;

/**
 * A network that predicts the next token: tokens, each with its side features, go in, and a softmax
 * says what follows.
 */
public final class Network extends SequenceNetwork<NetworkConfig, Indices, int[]> {
  /** A network with zero weights. */
  public Network(NetworkConfig config) {
    super(
        config,
        new Core<>(
            config.core(),
            InputLayer.tokens(
                config.tableRows(), 1 + config.featureCount(), config.embeddingSize())),
        size -> new SoftmaxHead(size, config.vocabularySize()));
  }

  /** Files of such networks, of some encodings. */
  public static ModelKind<NetworkConfig, Network> kind(List<String> encodings) {
    return new ModelKind<>(encodings, NetworkConfig.class, NetworkConfig::weights, Network::new);
  }
}
