package ductus.task.forecasting;

import ductus.model.CoreConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;

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
    String file, String digest, CoreConfig core, int window, TrainingPlan plan)
    implements TrainingConfig<SeriesTrainingConfig> {
  /** The settings where nothing is asked for. */
  static final SeriesTrainingConfig USUAL =
      new SeriesTrainingConfig(
          "",
          "",
          new CoreConfig("lstm", 1, 48, 0, true),
          128,
          TrainingPlan.of(
                  60,
                  1,
                  new Batching(16, 0),
                  new LearningRate(0.005, 50, LearningRate.Shape.COSINE))
              .withPatience(12));

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

  @Override
  public LearnedData learned() {
    return new LearnedData(file.isEmpty() ? List.of() : List.of(file), digest, null);
  }

  @Override
  public SeriesTrainingConfig withLearned(LearnedData data) {
    return new SeriesTrainingConfig(data.source(), data.digest(), core, window, plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(core);
  }

  @Override
  public SeriesTrainingConfig withSizes(NetworkSizes sizes) {
    return new SeriesTrainingConfig(file, digest, sizes.over(core), window, plan);
  }

  @Override
  public SeriesTrainingConfig withPlan(TrainingPlan other) {
    return new SeriesTrainingConfig(file, digest, core, window, other);
  }

  /** Returns this configuration with another number of rows that are learned at a time. */
  public SeriesTrainingConfig withWindow(int rows) {
    return new SeriesTrainingConfig(file, digest, core, rows, plan);
  }
}
