package ductus.task.harmony;

import ductus.train.plan.TrainingPlan;

/**
 * All that decides a training run of a network of harmony; saved as {@code config.json} in its
 * folder.
 *
 * @param texture what it learns
 * @param source a folder of tunes with chords, or a file of chorales; absolute
 * @param embeddingSize E
 * @param layers bidirectional ones
 * @param hiddenSize of each direction, H
 * @param dropout behind each layer
 * @param plan how it is trained
 */
public record HarmonyTrainingConfig(
    HarmonizationKind texture,
    String source,
    int embeddingSize,
    int layers,
    int hiddenSize,
    double dropout,
    TrainingPlan plan) {
  public HarmonyTrainingConfig {
    if (texture == null || source == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have texture (CHORDS or SATB), source and plan");
    }
  }
}
