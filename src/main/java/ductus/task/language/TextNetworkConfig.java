package ductus.task.language;

import ductus.model.NetworkConfig;
import java.util.List;

/**
 * The shape of a language model, and what its tokens are.
 *
 * @param network that predicts the next token
 * @param vocabulary entries of its encoding
 */
public record TextNetworkConfig(NetworkConfig network, List<String> vocabulary) {
  public TextNetworkConfig {
    if (network == null || vocabulary == null) {
      throw new IllegalArgumentException("a language model must have network and vocabulary");
    }
    vocabulary = List.copyOf(vocabulary);
  }
}
