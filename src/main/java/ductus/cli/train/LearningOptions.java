package ductus.cli.train;

import ductus.cli.option.OptionDefaults;
import ductus.task.LearnedData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say for how long is learned, and what is held out. */
final class LearningOptions {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Most epochs, after each of which the losses are measured; ${usual.epochs}.")
  private @Nullable Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Ends after so many epochs without a better held-out loss; ${usual.patience}.")
  private @Nullable Integer patience;

  @Option(
      names = "--validation",
      paramLabel = "P",
      description = "Share of the pieces that is held out to measure by; ${usual.validation}.")
  private @Nullable Double validation;

  /** The data with these options in place. */
  LearnedData over(LearnedData base) {
    return validation == null ? base : base.withValidation(validation);
  }

  /** Whether a number of epochs was asked for. */
  boolean asksForEpochs() {
    return epochs != null;
  }

  /** Most epochs. */
  int epochs(int base) {
    return OptionDefaults.or(epochs, base);
  }

  /** Most epochs without a better loss; all, where it was all and their number is another now. */
  int patience(int base, int epochsBefore) {
    int others = base == epochsBefore ? epochs(epochsBefore) : base;
    return OptionDefaults.or(patience, others);
  }
}
