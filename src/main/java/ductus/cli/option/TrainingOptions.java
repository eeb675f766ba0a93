package ductus.cli.option;

import ductus.model.NetworkConfig;
import ductus.music.encoding.MelodyEncoding;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;
import ductus.workbench.TrainingConfig;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;

/**
 * The options of {@code ductus train} that change its settings; what is not given stays. To be
 * included with {@code @Mixin}.
 */
public final class TrainingOptions {
  static final MelodyEncoding ENCODING = new MelodyEncoding();

  /** The settings where nothing is asked for; the folder is missing in them. */
  public static final TrainingConfig DEFAULTS =
      new TrainingConfig(
          new TrainingConfig.CorpusConfig("", TrainingConfig.Keys.COMMON, 0.1, ""),
          network(128, NetworkConfig.LSTM, 1, 256, 0.5),
          new TrainingPlan(
              40,
              10,
              1,
              new Batching(8, 1024),
              new LearningRate(4e-3, 100, LearningRate.Shape.COSINE),
              OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
              Clipping.byNorm(1),
              Regularization.NONE));

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

  /** The settings with these options in place. */
  public TrainingConfig over(TrainingConfig base, Path folder, long seed) {
    return new TrainingConfig(
        learning.corpus(base.corpus(), folder),
        learning.network(base.network(), regularization.dropout(base.network().dropout())),
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

  static NetworkConfig network(int embedding, String cell, int layers, int hidden, double dropout) {
    return NetworkConfig.of(ENCODING, embedding, cell, layers, hidden, dropout);
  }
}
