package ductus.cli.option;

import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code ductus train} that keep a network from learning its tunes by heart. */
final class RegularizationOptions {
  @Option(
      names = "--dropout",
      paramLabel = "P",
      description = "Share of activations dropped behind each layer; 0.5, of text 0.2.")
  private @Nullable Double dropout;

  @Option(
      names = "--variational-dropout",
      negatable = true,
      description = "Drop the same activations at all time steps of a tune.")
  private @Nullable Boolean variationalDropout;

  @Option(names = "--l1", paramLabel = "X", description = "Penalty on the weights' magnitudes; 0.")
  private @Nullable Double l1;

  @Option(
      names = "--l2",
      paramLabel = "X",
      description = "Penalty on half of the weights' squares; 0.")
  private @Nullable Double l2;

  @Option(
      names = "--weight-noise",
      paramLabel = "X",
      description = "Standard deviation of noise on the weights, new for each update; 0.")
  private @Nullable Double weightNoise;

  @Option(
      names = "--label-smoothing",
      paramLabel = "P",
      description = "Share of the target's probability that is spread over all tokens; 0.")
  private @Nullable Double labelSmoothing;

  @Option(
      names = "--moving-average",
      paramLabel = "D",
      description =
          "Measure and save an average of the weights over the updates, of this decay (0.999); 0"
              + " for the weights themselves, the default.")
  private @Nullable Double movingAverage;

  @Option(
      names = "--scheduled-sampling",
      paramLabel = "P",
      description = "Share of the tokens read that the network drew itself; 0.")
  private @Nullable Double scheduledSampling;

  @Option(
      names = "--sampling-ramp",
      paramLabel = "R",
      description = "How that share goes: constant, or linear from 0 over the run; constant.")
  private ScheduledSampling.@Nullable Ramp samplingRamp;

  /** The share of activations that is dropped. */
  double dropout(double base) {
    return OptionDefaults.or(dropout, base);
  }

  /** The regularization with these options in place. */
  Regularization over(Regularization base) {
    return new Regularization(
        OptionDefaults.or(l1, base.l1()),
        OptionDefaults.or(l2, base.l2()),
        OptionDefaults.or(weightNoise, base.weightNoise()),
        OptionDefaults.or(labelSmoothing, base.labelSmoothing()),
        OptionDefaults.or(variationalDropout, base.variationalDropout()),
        OptionDefaults.or(movingAverage, base.movingAverage()),
        new ScheduledSampling(
            OptionDefaults.or(scheduledSampling, base.scheduledSampling().share()),
            OptionDefaults.or(samplingRamp, base.scheduledSampling().ramp())));
  }
}
