package ductus.task.tagging;

import ductus.model.CoreConfig;
import ductus.train.plan.TrainingPlan;

/**
 * What a training run is asked to do.
 *
 * @param data absolute path of the tagged sentences
 * @param embeddingSize of words
 * @param core the layers of the network
 * @param validation share of the sentences that is held out
 * @param plan how to train
 */
public record TagTrainingConfig(
    String data, int embeddingSize, CoreConfig core, double validation, TrainingPlan plan) {
  public TagTrainingConfig {
    if (data == null || core == null || plan == null) {
      throw new IllegalArgumentException("a run that learns to tag must have data, core and plan");
    }
    if (!(validation > 0 && validation < 1)) {
      throw new IllegalArgumentException(
          "validation must be above 0 and below 1 but was " + validation);
    }
    if (core.cell().endsWith(CoreConfig.MEAN)) {
      throw new IllegalArgumentException(
          "cell must be without "
              + CoreConfig.MEAN
              + ", since every word has a tag, but was "
              + core.cell());
    }
  }
}
