package ductus.cli.train;

import ductus.cli.option.OptionDefaults;
import ductus.task.NetworkSizes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what network learns; a task has those whose setting it has. */
final class NetworkOptions {
  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Layers of ${choice.cell}; ${usual.cell}.")
  private @Nullable String cell;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Layers, ${choice.layers}; ${usual.layers}.")
  private @Nullable Integer layers;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Hidden size of a layer, or of each direction; ${usual.hidden}.")
  private @Nullable Integer hidden;

  @Option(
      names = "--embedding",
      paramLabel = "N",
      description = "Size of a token's or a word's vector; ${usual.embedding}.")
  private @Nullable Integer embedding;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      description = "Share of activations dropped behind each layer; ${usual.dropout}.")
  private @Nullable Double dropout;

  @Option(
      names = "--skip",
      negatable = true,
      description = "Let the input reach the output layer, too, past the layers between.")
  private @Nullable Boolean skip;

  /** The sizes with these options in place. */
  NetworkSizes over(NetworkSizes base) {
    return new NetworkSizes(
        OptionDefaults.orNull(cell, base.cell()),
        OptionDefaults.orNull(layers, base.layers()),
        OptionDefaults.orNull(hidden, base.hiddenSize()),
        OptionDefaults.orNull(embedding, base.embeddingSize()),
        OptionDefaults.orNull(dropout, base.dropout()),
        OptionDefaults.orNull(skip, base.skip()));
  }

  /** Whether a cell, or a number of layers, is asked for. */
  boolean saysLayers() {
    return cell != null || layers != null;
  }

  /**
   * Checks that a run has the sizes that were asked for: one that begins with a model's weights has
   * the model's.
   *
   * @param asked by these options, and otherwise usual
   * @param made sizes of the run
   * @throws IllegalArgumentException if one is another
   */
  void requireMade(NetworkSizes asked, NetworkSizes made) {
    requireMade("cell", cell, asked.cell(), made.cell());
    requireMade("layers", layers, asked.layers(), made.layers());
    requireMade("hidden size", hidden, asked.hiddenSize(), made.hiddenSize());
    requireMade("embedding size", embedding, asked.embeddingSize(), made.embeddingSize());
    requireMade("skip", skip, asked.skip(), made.skip());
  }

  private static void requireMade(
      String size, @Nullable Object given, @Nullable Object asked, @Nullable Object made) {
    if (given != null && !Objects.equals(asked, made)) {
      throw new IllegalArgumentException(
          "%s must be %s, as in the model that --from names, but was %s"
              .formatted(size, made, asked));
    }
  }
}
