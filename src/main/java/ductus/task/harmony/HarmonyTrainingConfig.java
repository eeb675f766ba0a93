package ductus.task.harmony;

import ductus.model.tagging.TaggingConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a training run of a network of harmony.
 *
 * @param texture what it learns
 * @param source absolute path of a folder of tunes with chords, or of a file of chorales; empty
 *     before it is known
 * @param digest of the tunes or chorales; empty before they were read
 * @param embeddingSize E
 * @param layers bidirectional ones
 * @param hiddenSize of each direction, H
 * @param dropout behind each layer
 * @param plan how it is trained
 */
public record HarmonyTrainingConfig(
    HarmonizationKind texture,
    String source,
    String digest,
    int embeddingSize,
    int layers,
    int hiddenSize,
    double dropout,
    TrainingPlan plan)
    implements TrainingConfig<HarmonyTrainingConfig> {
  /** The settings where nothing is asked for. */
  static final HarmonyTrainingConfig USUAL =
      new HarmonyTrainingConfig(
          HarmonizationKind.CHORDS,
          "",
          "",
          48,
          2,
          72,
          0.3,
          TrainingPlan.of(
              40, 1, new Batching(16, 0), new LearningRate(0.004, 30, LearningRate.Shape.COSINE)));

  public HarmonyTrainingConfig {
    if (texture == null || source == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have texture (CHORDS or SATB), source and plan");
    }
    digest = digest == null ? "" : digest; // not in files of old
    plan.requireFitting(
        dropout, texture.network(embeddingSize, layers, hiddenSize, dropout).weights());
  }

  /** The shape of the network. */
  TaggingConfig network() {
    return texture.network(embeddingSize, layers, hiddenSize, dropout);
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(source.isEmpty() ? List.of() : List.of(source), digest, null);
  }

  @Override
  public HarmonyTrainingConfig withLearned(LearnedData other) {
    return new HarmonyTrainingConfig(
        texture, other.source(), other.digest(), embeddingSize, layers, hiddenSize, dropout, plan);
  }

  @Override
  public NetworkSizes sizes() {
    return new NetworkSizes(null, layers, hiddenSize, embeddingSize, dropout, null);
  }

  @Override
  public HarmonyTrainingConfig withSizes(NetworkSizes sizes) {
    return new HarmonyTrainingConfig(
        texture,
        source,
        digest,
        Objects.requireNonNull(sizes.embeddingSize()),
        Objects.requireNonNull(sizes.layers()),
        Objects.requireNonNull(sizes.hiddenSize()),
        Objects.requireNonNull(sizes.dropout()),
        plan);
  }

  @Override
  public HarmonyTrainingConfig withPlan(TrainingPlan other) {
    return new HarmonyTrainingConfig(
        texture, source, digest, embeddingSize, layers, hiddenSize, dropout, other);
  }

  /** Returns this configuration for another kind of harmony. */
  public HarmonyTrainingConfig withTexture(HarmonizationKind other) {
    return new HarmonyTrainingConfig(
        other, source, digest, embeddingSize, layers, hiddenSize, dropout, plan);
  }
}
