package ductus.task.tagging;

import ductus.model.CoreConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a training run of a network that tags words.
 *
 * @param data absolute path of the tagged sentences; empty before it is known
 * @param digest of the sentences; empty before they were read
 * @param embeddingSize of words
 * @param core the layers of the network
 * @param validation share of the sentences that is held out
 * @param plan how to train
 */
public record TagTrainingConfig(
    String data,
    String digest,
    int embeddingSize,
    CoreConfig core,
    double validation,
    TrainingPlan plan)
    implements TrainingConfig<TagTrainingConfig> {
  /** The settings where nothing is asked for. */
  static final TagTrainingConfig USUAL =
      new TagTrainingConfig(
          "",
          "",
          48,
          new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL, 1, 48, 0.5, false),
          0.1,
          TrainingPlan.of(
              30, 1, new Batching(32, 0), new LearningRate(0.006, 30, LearningRate.Shape.COSINE)));

  public TagTrainingConfig {
    if (data == null || core == null || plan == null) {
      throw new IllegalArgumentException("a run that learns to tag must have data, core and plan");
    }
    digest = digest == null ? "" : digest; // not in files of old
    if (core.isMean()) {
      throw new IllegalArgumentException(
          "cell must be without "
              + CoreConfig.MEAN
              + ", since every word has a tag, but was "
              + core.cell());
    }
    plan.requireFitting(core.dropout(), core.weights(embeddingSize));
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(data.isEmpty() ? List.of() : List.of(data), digest, validation);
  }

  @Override
  public TagTrainingConfig withLearned(LearnedData other) {
    return new TagTrainingConfig(
        other.source(),
        other.digest(),
        embeddingSize,
        core,
        Objects.requireNonNull(other.validation()),
        plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(core).withEmbeddingSize(embeddingSize);
  }

  @Override
  public TagTrainingConfig withSizes(NetworkSizes sizes) {
    return new TagTrainingConfig(
        data,
        digest,
        Objects.requireNonNull(sizes.embeddingSize()),
        sizes.over(core),
        validation,
        plan);
  }

  @Override
  public TagTrainingConfig withPlan(TrainingPlan other) {
    return new TagTrainingConfig(data, digest, embeddingSize, core, validation, other);
  }
}
