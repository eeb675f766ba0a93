package ductus.task.classification.training;

import ductus.model.CoreConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.task.classification.InputKind;
import ductus.task.classification.subject.InputKinds;
import ductus.task.classification.subject.TextInputKind;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a training run of a network that classifies.
 *
 * @param subject encoding of what is classified; empty before it is known
 * @param data absolute path of what is learned; empty before it is known
 * @param digest of the things and their classes; empty before they were read
 * @param embeddingSize of words
 * @param core the layers of the network
 * @param validation share of each class that is held out
 * @param plan how to train
 */
public record ClassifierTrainingConfig(
    String subject,
    String data,
    String digest,
    int embeddingSize,
    CoreConfig core,
    double validation,
    TrainingPlan plan)
    implements TrainingConfig<ClassifierTrainingConfig> {
  private static final InputKind<?> TEXTS = new TextInputKind();

  /** The settings where nothing is asked for; the layers are those of texts. */
  static final ClassifierTrainingConfig USUAL =
      new ClassifierTrainingConfig(
          "",
          "",
          "",
          24,
          TEXTS.usualLayers(),
          0.1,
          TrainingPlan.of(
              20, 1, new Batching(8, 0), new LearningRate(0.01, 30, LearningRate.Shape.COSINE)));

  public ClassifierTrainingConfig {
    if (subject == null || data == null || core == null || plan == null) {
      throw new IllegalArgumentException(
          "a run that learns to classify must have subject, data, core and plan");
    }
    digest = digest == null ? "" : digest; // not in files of old
    plan.requireFitting(core.dropout(), core.weights(embeddingSize));
  }

  /**
   * Returns this configuration for things of a kind: what was usual for the kind before is as usual
   * for this one, all else stays.
   */
  public ClassifierTrainingConfig of(InputKind<?> kind) {
    if (subject.equals(kind.encoding())) {
      return this;
    }
    CoreConfig before = (subject.isEmpty() ? TEXTS : InputKinds.of(subject)).usualLayers();
    CoreConfig usual = kind.usualLayers();
    CoreConfig layers =
        new CoreConfig(
            core.cell().equals(before.cell()) ? usual.cell() : core.cell(),
            core.layers() == before.layers() ? usual.layers() : core.layers(),
            core.hiddenSize() == before.hiddenSize() ? usual.hiddenSize() : core.hiddenSize(),
            core.dropout() == before.dropout() ? usual.dropout() : core.dropout(),
            core.skip());
    return new ClassifierTrainingConfig(
        kind.encoding(), data, digest, embeddingSize, layers, validation, plan);
  }

  /** Whether other layers are asked for than are usual for texts, whatever is classified. */
  boolean asksForLayers() {
    CoreConfig usual = TEXTS.usualLayers();
    return !core.cell().equals(usual.cell()) || core.layers() != usual.layers();
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(data.isEmpty() ? List.of() : List.of(data), digest, validation);
  }

  @Override
  public ClassifierTrainingConfig withLearned(LearnedData other) {
    return new ClassifierTrainingConfig(
        subject,
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
  public ClassifierTrainingConfig withSizes(NetworkSizes sizes) {
    return new ClassifierTrainingConfig(
        subject,
        data,
        digest,
        Objects.requireNonNull(sizes.embeddingSize()),
        sizes.over(core),
        validation,
        plan);
  }

  @Override
  public ClassifierTrainingConfig withPlan(TrainingPlan other) {
    return new ClassifierTrainingConfig(
        subject, data, digest, embeddingSize, core, validation, other);
  }
}
