package ductus.task.classification;

import ductus.model.CoreConfig;
import ductus.train.plan.TrainingPlan;

/**
 * What a training run is asked to do.
 *
 * @param subject encoding of what is classified
 * @param data absolute path of what is learned
 * @param embeddingSize of words
 * @param core the layers of the network
 * @param validation share of each class that is held out
 * @param plan how to train
 */
public record ClassifierTrainingConfig(
    String subject,
    String data,
    int embeddingSize,
    CoreConfig core,
    double validation,
    TrainingPlan plan) {
  public ClassifierTrainingConfig {
    if (subject == null || data == null || core == null || plan == null) {
      throw new IllegalArgumentException(
          "a run that learns to classify must have subject, data, core and plan");
    }
    if (!(validation > 0 && validation < 1)) {
      throw new IllegalArgumentException(
          "validation must be above 0 and below 1 but was " + validation);
    }
  }
}
