package ductus.task.translation;

import ductus.model.CoreConfig;
import ductus.model.translation.AttentionChoice;
import ductus.train.plan.TrainingPlan;

/**
 * All that decides a training run of a network that translates; saved as {@code config.json} in its
 * folder.
 *
 * @param pairs a file of pairs, absolute
 * @param attention how the decoder looks at the source
 * @param embeddingSize E
 * @param encoder layers of the encoder
 * @param plan how it is trained
 */
public record TranslationTrainingConfig(
    String pairs,
    AttentionChoice attention,
    int embeddingSize,
    CoreConfig encoder,
    TrainingPlan plan) {
  public TranslationTrainingConfig {
    if (pairs == null || attention == null || encoder == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have pairs, attention (ADDITIVE, MULTIPLICATIVE or NONE), encoder and"
              + " plan");
    }
  }
}
