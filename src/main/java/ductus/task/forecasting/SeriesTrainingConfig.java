package ductus.task.forecasting;

import ductus.model.CoreConfig;
import ductus.train.plan.TrainingPlan;

/**
 * All that decides a training run of a network that predicts a series; saved as {@code config.json}
 * in its folder.
 *
 * @param file of CSV, absolute
 * @param digest SHA-256 of the file, so that a run is not resumed on another; empty before it was
 *     read
 * @param core the network's layers
 * @param window rows that are learned at a time; of a short series fewer
 * @param plan how it is trained; a batch is of windows
 */
public record SeriesTrainingConfig(
    String file, String digest, CoreConfig core, int window, TrainingPlan plan) {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 10_000;

  public SeriesTrainingConfig {
    if (file == null || digest == null || core == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have file, digest, core, window and plan");
    }
    if (window < SHORTEST || window > LONGEST) {
      throw new IllegalArgumentException(
          "window must be %d to %d but was %d".formatted(SHORTEST, LONGEST, window));
    }
    if (core.isOfWholes()) {
      throw new IllegalArgumentException(
          "cell must see the past alone, not %s, where the future is asked for"
              .formatted(core.cell()));
    }
  }

  /** The same for a file of this digest. */
  SeriesTrainingConfig withDigest(String other) {
    return new SeriesTrainingConfig(file, other, core, window, plan);
  }
}
