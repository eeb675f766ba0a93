package ductus.task.speech;

import ductus.model.CoreConfig;
import ductus.model.speech.SpeechConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a training run of a network that hears words.
 *
 * @param data absolute path of the recordings; empty before it is known
 * @param digest of sounds and words; empty before they were read
 * @param core the layers of the network
 * @param validation share of the recordings that is held out
 * @param plan how to train
 */
public record SpeechTrainingConfig(
    String data, String digest, CoreConfig core, double validation, TrainingPlan plan)
    implements TrainingConfig<SpeechTrainingConfig> {
  /** The settings where nothing is asked for. */
  static final SpeechTrainingConfig USUAL =
      new SpeechTrainingConfig(
          "",
          "",
          new CoreConfig("gru" + CoreConfig.BIDIRECTIONAL, 2, 64, 0.2, false),
          0.1,
          TrainingPlan.of(
              40, 1, new Batching(16, 0), new LearningRate(0.005, 100, LearningRate.Shape.COSINE)));

  public SpeechTrainingConfig {
    if (data == null || digest == null || core == null || plan == null) {
      throw new IllegalArgumentException(
          "a run that learns to hear words must have data, digest, core and plan");
    }
    SpeechConfig.requireEveryStep(core);
    plan.requireFitting(core.dropout(), core.weights(SpokenFrames.FEATURES));
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(data.isEmpty() ? List.of() : List.of(data), digest, validation);
  }

  @Override
  public SpeechTrainingConfig withLearned(LearnedData other) {
    return new SpeechTrainingConfig(
        other.source(), other.digest(), core, Objects.requireNonNull(other.validation()), plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(core);
  }

  @Override
  public SpeechTrainingConfig withSizes(NetworkSizes sizes) {
    return new SpeechTrainingConfig(data, digest, sizes.over(core), validation, plan);
  }

  @Override
  public SpeechTrainingConfig withPlan(TrainingPlan other) {
    return new SpeechTrainingConfig(data, digest, core, validation, other);
  }
}
