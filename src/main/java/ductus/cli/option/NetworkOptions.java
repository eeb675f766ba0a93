package ductus.cli.option;

import ductus.model.NetworkConfig;
import ductus.model.cell.CellConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what network predicts tokens, and for how long it learns. */
class NetworkOptions {
  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Recurrent layers of " + CellConfig.CHOICES + "; lstm.")
  private @Nullable String cell;

  @Option(names = "--layers", paramLabel = "N", description = "Recurrent layers, 1 to 3; 1.")
  private @Nullable Integer layers;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size of each; 256.")
  private @Nullable Integer hidden;

  @Option(names = "--embedding", paramLabel = "N", description = "Size of a token's vector; 128.")
  private @Nullable Integer embedding;

  @Option(
      names = "--skip",
      negatable = true,
      description =
          "Let the embedded input reach the output layer, too, past the recurrent layers.")
  private @Nullable Boolean skip;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Most passes over the pieces; 40, of text 20.")
  private @Nullable Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Ends after so many epochs without a better held-out loss; 10.")
  private @Nullable Integer patience;

  @Option(
      names = "--validation",
      paramLabel = "P",
      description = "Share of the pieces that is held out to measure by; 0.1.")
  private @Nullable Double validation;

  /**
   * The network with these options in place.
   *
   * @param dropout share of activations dropped
   */
  final NetworkConfig network(NetworkConfig base, double dropout) {
    return new NetworkConfig(
        base.vocabularySize(),
        base.featureTableSize(),
        base.featureCount(),
        OptionDefaults.or(embedding, base.embeddingSize()),
        OptionDefaults.or(cell, base.cell()),
        OptionDefaults.or(layers, base.layers()),
        OptionDefaults.or(hidden, base.hiddenSize()),
        dropout,
        OptionDefaults.or(skip, base.skip()));
  }

  /** Share that is held out. */
  final double validation(double base) {
    return OptionDefaults.or(validation, base);
  }

  /** Most epochs. */
  final int epochs(int base) {
    return OptionDefaults.or(epochs, base);
  }

  /** Most epochs without a better loss. */
  final int patience(int base) {
    return OptionDefaults.or(patience, base);
  }
}
