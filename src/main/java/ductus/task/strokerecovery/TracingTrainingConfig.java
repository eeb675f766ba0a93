package ductus.task.strokerecovery;

import ductus.model.CoreConfig;
import ductus.model.tracing.TracerConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;

/**
 * All that decides a training run of a network that draws what it sees.
 *
 * @param sources files and folders of ink, absolute; none before they are known
 * @param digest of the letters; empty before they were read
 * @param without names of files that are kept to measure with
 * @param variations how often a letter is drawn in an epoch, each time otherwise
 * @param network its shape
 * @param plan how it is trained
 */
public record TracingTrainingConfig(
    List<String> sources,
    String digest,
    List<String> without,
    int variations,
    TracerConfig network,
    TrainingPlan plan)
    implements TrainingConfig<TracingTrainingConfig> {
  /** The settings where nothing is asked for. */
  public static final TracingTrainingConfig USUAL =
      new TracingTrainingConfig(
          List.of(),
          "",
          List.of(),
          12,
          new TracerConfig(
              new CoreConfig(CoreConfig.FEED_FORWARD, 2, 96, 0.1, false),
              new CoreConfig("lstm", 1, 160, 0.1, false),
              10),
          TrainingPlan.of(
                  40,
                  1,
                  new Batching(32, 0),
                  new LearningRate(0.003, 100, LearningRate.Shape.COSINE))
              .withClipping(Clipping.byNorm(2)));

  private static final int MOST_VARIATIONS = 1000;

  public TracingTrainingConfig {
    if (sources == null || without == null || network == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have sources, without, network and plan");
    }
    digest = digest == null ? "" : digest; // not in files of old
    if (variations < 1 || variations > MOST_VARIATIONS) {
      throw new IllegalArgumentException(
          "variations must be 1 to %d but were %d".formatted(MOST_VARIATIONS, variations));
    }
    sources = List.copyOf(sources);
    without = List.copyOf(without);
    plan.requireFitting(network.pen().dropout(), network.weights());
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(sources, digest, null);
  }

  @Override
  public TracingTrainingConfig withLearned(LearnedData data) {
    return new TracingTrainingConfig(
        data.sources(), data.digest(), without, variations, network, plan);
  }

  /** The sizes of the layers that draw; those that see the picture have their dropout. */
  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(network.pen());
  }

  @Override
  public TracingTrainingConfig withSizes(NetworkSizes sizes) {
    CoreConfig pen = sizes.over(network.pen());
    CoreConfig encoder = network.encoder();
    double dropout = pen.dropout() == network.pen().dropout() ? encoder.dropout() : pen.dropout();
    TracerConfig other =
        new TracerConfig(
            new CoreConfig(
                encoder.cell(), encoder.layers(), encoder.hiddenSize(), dropout, encoder.skip()),
            pen,
            network.mixtures());
    return new TracingTrainingConfig(sources, digest, without, variations, other, plan);
  }

  @Override
  public TracingTrainingConfig withPlan(TrainingPlan other) {
    return new TracingTrainingConfig(sources, digest, without, variations, network, other);
  }
}
