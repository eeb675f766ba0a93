package ductus.task;

import ductus.model.CoreConfig;
import ductus.model.NetworkConfig;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a network that tasks have in common. A component is null where a task does not
 * have it.
 *
 * @param cell words of the layers' cell, such as {@code lstm+bidirectional}
 * @param layers number of them
 * @param hiddenSize H of a layer, or of each of its directions
 * @param embeddingSize columns that a token or a word becomes
 * @param dropout share of activations dropped behind each layer while training
 * @param skip whether the input reaches the head past the layers, too
 */
public record NetworkSizes(
    @Nullable String cell,
    @Nullable Integer layers,
    @Nullable Integer hiddenSize,
    @Nullable Integer embeddingSize,
    @Nullable Double dropout,
    @Nullable Boolean skip) {
  /** Sizes of layers without an embedding below them, of which none is skipped. */
  public static NetworkSizes of(CoreConfig core) {
    return new NetworkSizes(
        core.cell(), core.layers(), core.hiddenSize(), null, core.dropout(), null);
  }

  /** Sizes of a network that predicts tokens. */
  public static NetworkSizes of(NetworkConfig network) {
    return new NetworkSizes(
        network.cell(),
        network.layers(),
        network.hiddenSize(),
        network.embeddingSize(),
        network.dropout(),
        network.skip());
  }

  /** Returns layers of these sizes; what is null here is as it is there. */
  public CoreConfig over(CoreConfig core) {
    return new CoreConfig(
        cell == null ? core.cell() : cell,
        layers == null ? core.layers() : layers,
        hiddenSize == null ? core.hiddenSize() : hiddenSize,
        dropout == null ? core.dropout() : dropout,
        skip == null ? core.skip() : skip);
  }

  /** Returns a network of these sizes that predicts tokens; what is null here is as it is there. */
  public NetworkConfig over(NetworkConfig network) {
    return new NetworkConfig(
        network.vocabularySize(),
        network.featureTableSize(),
        network.featureCount(),
        embeddingSize == null ? network.embeddingSize() : embeddingSize,
        cell == null ? network.cell() : cell,
        layers == null ? network.layers() : layers,
        hiddenSize == null ? network.hiddenSize() : hiddenSize,
        dropout == null ? network.dropout() : dropout,
        skip == null ? network.skip() : skip);
  }

  /** Returns these sizes for layers of another cell. */
  public NetworkSizes withCell(String other) {
    return new NetworkSizes(other, layers, hiddenSize, embeddingSize, dropout, skip);
  }

  /** Returns these sizes with an embedding. */
  public NetworkSizes withEmbeddingSize(int other) {
    return new NetworkSizes(cell, layers, hiddenSize, other, dropout, skip);
  }

  /** Work of a time step by which networks of one task compare: the layers' own weights. */
  public double work() {
    double units = hiddenSize == null ? 1 : hiddenSize;
    return units * units * (layers == null ? 1 : Math.max(1, layers));
  }

  /** Returns these sizes with another hidden size. */
  public NetworkSizes withHiddenSize(int other) {
    return new NetworkSizes(cell, layers, other, embeddingSize, dropout, skip);
  }
}
