package ductus.task.strokerecovery;

import ductus.model.tracing.TracerConfig;
import ductus.train.plan.TrainingPlan;
import java.util.List;

/**
 * All that decides a training run of a network that draws what it sees; saved as {@code
 * config.json} in its folder.
 *
 * @param sources files and folders of ink, absolute
 * @param without names of files that are kept to measure with
 * @param variations how often a letter is drawn in an epoch, each time otherwise
 * @param network its shape
 * @param plan how it is trained
 */
public record TracingTrainingConfig(
    List<String> sources,
    List<String> without,
    int variations,
    TracerConfig network,
    TrainingPlan plan) {
  private static final int MOST_VARIATIONS = 1000;

  public TracingTrainingConfig {
    if (sources == null || without == null || network == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have sources, without, network and plan");
    }
    if (variations < 1 || variations > MOST_VARIATIONS) {
      throw new IllegalArgumentException(
          "variations must be 1 to %d but were %d".formatted(MOST_VARIATIONS, variations));
    }
    sources = List.copyOf(sources);
    without = List.copyOf(without);
  }
}
