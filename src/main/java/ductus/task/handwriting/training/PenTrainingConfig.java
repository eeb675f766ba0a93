package ductus.task.handwriting.training;

import ductus.model.pen.PenNetworkConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import org.jspecify.annotations.Nullable;

/**
 * All that decides a training run on hands; saved as {@code config.json} in its folder.
 *
 * @param folder of the hands, absolute
 * @param digest of the hands' characters and drawings, so that a run is not resumed on others
 * @param longest characters of the longest lines
 * @param batches of an epoch; lines are composed as they are wanted, so there is no other measure
 * @param network the network's shape
 * @param plan how it is trained
 * @param from the model that it begins as, by path or name; null where it begins anew
 */
public record PenTrainingConfig(
    String folder,
    String digest,
    int longest,
    int batches,
    PenNetworkConfig network,
    TrainingPlan plan,
    @Nullable String from) {
  /** Characters of the longest lines, where nothing else is asked for. */
  public static final int USUAL_LONGEST = 48;

  /** Batches of an epoch, where nothing else is asked for. */
  public static final int USUAL_BATCHES = 100;

  /** How a network is trained, where nothing else is asked for. */
  public static final TrainingPlan USUAL_PLAN =
      TrainingPlan.of(
              80, 1, new Batching(14, 0), new LearningRate(0.002, 60, LearningRate.Shape.COSINE))
          .withClipping(Clipping.byNorm(2));

  public PenTrainingConfig {
    if (folder == null || digest == null || network == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have folder, digest, network and plan");
    }
    if (longest < 8 || longest > 75) {
      throw new IllegalArgumentException(
          "characters of the longest lines must be 8 to 75 but were " + longest);
    }
    if (batches < 1) {
      throw new IllegalArgumentException(
          "batches of an epoch must be 1 or more but were " + batches);
    }
  }
}
