package ductus.task.translation;

import ductus.model.CoreConfig;
import ductus.model.translation.AttentionChoice;
import ductus.model.translation.TranslationConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a training run of a network that translates.
 *
 * @param pairs absolute path of a file of pairs; empty before it is known
 * @param digest of the pairs; empty before they were read
 * @param attention how the decoder looks at the source
 * @param embeddingSize E
 * @param encoder layers of the encoder
 * @param plan how it is trained
 */
public record TranslationTrainingConfig(
    String pairs,
    String digest,
    AttentionChoice attention,
    int embeddingSize,
    CoreConfig encoder,
    TrainingPlan plan)
    implements TrainingConfig<TranslationTrainingConfig> {
  /** The settings where nothing is asked for. */
  static final TranslationTrainingConfig USUAL =
      new TranslationTrainingConfig(
          "",
          "",
          AttentionChoice.ADDITIVE,
          32,
          new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL, 1, 80, 0.1, false),
          TrainingPlan.of(
              10, 1, new Batching(64, 0), new LearningRate(0.004, 100, LearningRate.Shape.COSINE)));

  public TranslationTrainingConfig {
    if (pairs == null || attention == null || encoder == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have pairs, attention (ADDITIVE, MULTIPLICATIVE or NONE), encoder and"
              + " plan");
    }
    digest = digest == null ? "" : digest; // not in files of old
    TranslationConfig.cells(encoder);
    plan.requireFitting(encoder.dropout(), encoder.weights(embeddingSize));
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(pairs.isEmpty() ? List.of() : List.of(pairs), digest, null);
  }

  @Override
  public TranslationTrainingConfig withLearned(LearnedData other) {
    return new TranslationTrainingConfig(
        other.source(), other.digest(), attention, embeddingSize, encoder, plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(encoder).withEmbeddingSize(embeddingSize);
  }

  @Override
  public TranslationTrainingConfig withSizes(NetworkSizes sizes) {
    return new TranslationTrainingConfig(
        pairs,
        digest,
        attention,
        Objects.requireNonNull(sizes.embeddingSize()),
        sizes.over(encoder),
        plan);
  }

  @Override
  public TranslationTrainingConfig withPlan(TrainingPlan other) {
    return new TranslationTrainingConfig(pairs, digest, attention, embeddingSize, encoder, other);
  }

  /** Returns this configuration with another attention. */
  public TranslationTrainingConfig withAttention(AttentionChoice other) {
    return new TranslationTrainingConfig(pairs, digest, other, embeddingSize, encoder, plan);
  }
}
