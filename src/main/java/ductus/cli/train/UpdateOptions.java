package ductus.cli.train;

import ductus.cli.option.OptionDefaults;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.TrainingPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how examples become updates of the weights. */
final class UpdateOptions {
  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Examples side by side; ${usual.batch}.")
  private @Nullable Integer batch;

  @Option(
      names = "--accumulate",
      paramLabel = "N",
      description = "Batches whose gradients are added up to one update; 1.")
  private @Nullable Integer accumulate;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description =
          "Equal parts of a batch, each a pass of its own, that machines can share: the same"
              + " weights on any number of them; 1.")
  private @Nullable Integer shards;

  @Option(
      names = "--time-steps",
      paramLabel = "N",
      description =
          "Truncates backpropagation through time to so many steps, 0 not at all;"
              + " ${usual.time-steps}.")
  private @Nullable Integer timeSteps;

  @Option(
      names = "--recompute",
      negatable = true,
      description =
          "Keep activations at the borders of segments only, and make the others again on the way"
              + " back: long sequences in little memory, a third slower.")
  private @Nullable Boolean recompute;

  @Option(
      names = "--optimizer",
      paramLabel = "O",
      description = "sgd, rmsprop, adam or adamw; adam.")
  private OptimizerChoice.@Nullable Rule optimizer;

  @Option(
      names = "--momentum",
      paramLabel = "M",
      description = "Share of the last step that is kept, with sgd and rmsprop; 0.9.")
  private @Nullable Double momentum;

  @Option(
      names = "--weight-decay",
      paramLabel = "D",
      description = "Share of a weight, times the rate, that an update takes, with adamw; 0.01.")
  private @Nullable Double weightDecay;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "The highest rate; ${usual.learning-rate}.")
  private @Nullable Double learningRate;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "Batches up to that rate; ${usual.warmup}.")
  private @Nullable Integer warmup;

  @Option(
      names = "--schedule",
      paramLabel = "S",
      description =
          "From there: constant, cosine, step or plateau; cosine. With step the rate is cut after"
              + " every so many epochs, with plateau after so many without a better held-out loss.")
  private LearningRate.@Nullable Shape schedule;

  @Option(
      names = "--cut-epochs",
      paramLabel = "N",
      description = "Epochs until a cut, with step and plateau; 5.")
  private @Nullable Integer cutEpochs;

  @Option(
      names = "--cut-factor",
      paramLabel = "F",
      description = "What a cut multiplies the rate by; 0.5.")
  private @Nullable Double cutFactor;

  @Option(
      names = "--clip",
      paramLabel = "X",
      description = "Longest gradient, its norm over all weights; 0 for any; ${usual.clip}.")
  private @Nullable Double clip;

  @Option(
      names = "--clip-value",
      paramLabel = "X",
      description = "Largest gradient of one weight; 0 for any, the default.")
  private @Nullable Double clipValue;

  @Option(
      names = "--clip-derivatives",
      paramLabel = "X",
      description =
          "Largest derivative of the summed loss at the gates of a recurrent layer, as in Graves"
              + " (2013); 0 for any, the default.")
  private @Nullable Double clipDerivatives;

  /** The plan with these options in place. */
  TrainingPlan over(TrainingPlan base) {
    return base.withBatching(batching(base.batching()))
        .withLearningRate(learningRate(base.learningRate()))
        .withOptimizer(optimizer(base.optimizer()))
        .withClipping(clipping(base.clipping()));
  }

  private Batching batching(Batching base) {
    if (shards != null && shards < 1) {
      // A plan of old has 0, which nobody asks for.
      throw new IllegalArgumentException("shards must be 1 or more but were " + shards);
    }
    return new Batching(
        OptionDefaults.or(batch, base.size()),
        OptionDefaults.or(timeSteps, base.timeSteps()),
        OptionDefaults.or(accumulate, base.accumulate()),
        OptionDefaults.or(recompute, base.recompute()),
        OptionDefaults.or(shards, base.shards()));
  }

  /** The learning rate that the options ask for; another schedule starts from its own cuts. */
  private LearningRate learningRate(LearningRate base) {
    double peak = OptionDefaults.or(learningRate, base.peak());
    int batches = OptionDefaults.or(warmup, base.warmup());
    LearningRate from =
        schedule == null || schedule == base.shape()
            ? base
            : new LearningRate(peak, batches, schedule);
    return new LearningRate(
        peak,
        batches,
        from.shape(),
        OptionDefaults.or(cutEpochs, from.cutEpochs()),
        OptionDefaults.or(cutFactor, from.cutFactor()));
  }

  /** The optimizer that the options ask for; another one starts from its own constants. */
  private OptimizerChoice optimizer(OptimizerChoice base) {
    OptimizerChoice from =
        optimizer == null || optimizer == base.rule() ? base : OptimizerChoice.of(optimizer);
    return new OptimizerChoice(
        from.rule(),
        OptionDefaults.or(momentum, from.momentum()),
        OptionDefaults.or(weightDecay, from.weightDecay()));
  }

  private Clipping clipping(Clipping base) {
    return new Clipping(
        OptionDefaults.or(clip, base.norm()),
        OptionDefaults.or(clipValue, base.value()),
        OptionDefaults.or(clipDerivatives, base.derivatives()));
  }
}
