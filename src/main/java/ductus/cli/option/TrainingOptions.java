package ductus.cli.option;

import ductus.music.encoding.MelodyEncoding;
import ductus.task.music.request.TrainingConfig;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;

/**
 * The options of {@code ductus train} that change its settings; what is not given stays. To be
 * included with {@code @Mixin}.
 */
public final class TrainingOptions {
  @ArgGroup(
      validate = false,
      heading = "%nWhat is learned, for how long, by what network:%n",
      order = 1)
  private LearningOptions learning = new LearningOptions();

  @ArgGroup(
      validate = false,
      heading = "%nHow examples become updates of the weights:%n",
      order = 2)
  private UpdateOptions update = new UpdateOptions();

  @ArgGroup(validate = false, heading = "%nAgainst learning by heart:%n", order = 3)
  private RegularizationOptions regularization = new RegularizationOptions();

  /**
   * The settings that the encoding has by default; the folder is missing in them.
   *
   * @throws IllegalArgumentException if there is no such encoding
   */
  public TrainingConfig recipe() {
    return learning.kind(MelodyEncoding.NAME).recipe();
  }

  /** The settings with these options in place. */
  public TrainingConfig over(TrainingConfig base, Path folder, long seed) {
    return new TrainingConfig(
        learning.corpus(base.corpus(), folder),
        learning.network(
            learning.kind(base.corpus().encoding()),
            base.network(),
            regularization.dropout(base.network().dropout())),
        plan(base.plan(), seed));
  }

  private TrainingPlan plan(TrainingPlan base, long seed) {
    TrainingPlan run =
        new TrainingPlan(
            learning.epochs(base.epochs()),
            learning.patience(base.patience()),
            seed,
            base.batching(),
            base.learningRate(),
            base.optimizer(),
            base.clipping(),
            regularization.over(base.regularization()));
    return update.over(run);
  }
}
