package ductus.task.caption;

import ductus.model.CoreConfig;
import ductus.model.caption.CaptionConfig;
import ductus.model.translation.AttentionChoice;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a training run of a network that writes captions.
 *
 * @param data absolute path of the sketches; empty before it is known
 * @param digest of sketches and captions; empty before they were read
 * @param attention how the decoder looks at a sketch
 * @param embeddingSize E of the characters
 * @param encoder cells, and layers above the first
 * @param validation share of the sketches that is held out
 * @param plan how to train
 */
public record CaptionTrainingConfig(
    String data,
    String digest,
    AttentionChoice attention,
    int embeddingSize,
    CoreConfig encoder,
    double validation,
    TrainingPlan plan)
    implements TrainingConfig<CaptionTrainingConfig> {
  /** The settings where nothing is asked for. */
  static final CaptionTrainingConfig USUAL =
      new CaptionTrainingConfig(
          "",
          "",
          AttentionChoice.MULTIPLICATIVE,
          32,
          new CoreConfig("gru" + CoreConfig.BIDIRECTIONAL, 2, 48, 0.05, false),
          0.05,
          TrainingPlan.of(
              10, 1, new Batching(32, 0), new LearningRate(0.004, 100, LearningRate.Shape.COSINE)));

  public CaptionTrainingConfig {
    if (data == null || digest == null || attention == null || encoder == null || plan == null) {
      throw new IllegalArgumentException(
          "a run that learns captions must have data, digest, attention (ADDITIVE, MULTIPLICATIVE"
              + " or NONE), encoder and plan");
    }
    CaptionConfig.requireLooking(encoder);
    plan.requireFitting(encoder.dropout(), encoder.weights(embeddingSize));
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(data.isEmpty() ? List.of() : List.of(data), digest, validation);
  }

  @Override
  public CaptionTrainingConfig withLearned(LearnedData other) {
    return new CaptionTrainingConfig(
        other.source(),
        other.digest(),
        attention,
        embeddingSize,
        encoder,
        Objects.requireNonNull(other.validation()),
        plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(encoder).withEmbeddingSize(embeddingSize);
  }

  @Override
  public CaptionTrainingConfig withSizes(NetworkSizes sizes) {
    return new CaptionTrainingConfig(
        data,
        digest,
        attention,
        Objects.requireNonNull(sizes.embeddingSize()),
        inBothDirections(sizes.over(encoder)),
        validation,
        plan);
  }

  @Override
  public CaptionTrainingConfig withPlan(TrainingPlan other) {
    return new CaptionTrainingConfig(
        data, digest, attention, embeddingSize, encoder, validation, other);
  }

  /** A picture is always gone over in both directions, whether the cell says so or not. */
  private static CoreConfig inBothDirections(CoreConfig core) {
    return core.isBidirectional()
        ? core
        : new CoreConfig(
            core.cell() + CoreConfig.BIDIRECTIONAL,
            core.layers(),
            core.hiddenSize(),
            core.dropout(),
            core.skip());
  }
}
