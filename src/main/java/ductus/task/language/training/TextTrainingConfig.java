package ductus.task.language.training;

import ductus.model.NetworkConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.task.language.TextModel;
import ductus.text.CharacterEncoding;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides the training run of a language model.
 *
 * @param corpus what is learned
 * @param network its shape; the size of the vocabulary is found in the texts
 * @param plan how it is trained
 */
public record TextTrainingConfig(TextSource corpus, NetworkConfig network, TrainingPlan plan)
    implements TrainingConfig<TextTrainingConfig> {
  /** The settings where nothing is asked for. */
  public static final TextTrainingConfig USUAL =
      new TextTrainingConfig(
          new TextSource("", CharacterEncoding.NAME, 8000, 0.1, ""),
          new NetworkConfig(2, 0, 0, 128, NetworkConfig.LSTM, 1, 256, 0.2, false),
          TrainingPlan.of(
                  20,
                  1,
                  new Batching(16, 128),
                  new LearningRate(4e-3, 100, LearningRate.Shape.COSINE))
              .withPatience(10));

  /**
   * The texts that are learned.
   *
   * @param folder of text, or a file of it, absolute; empty before it is known
   * @param encoding characters or words
   * @param mostWords in the vocabulary of words, beside the characters
   * @param validation share of the passages that is held out
   * @param digest of the passages, so that a run is not resumed on others; empty before the folder
   *     was read
   */
  public record TextSource(
      String folder, String encoding, int mostWords, double validation, String digest) {
    public TextSource {
      if (folder == null || digest == null || !TextModel.ENCODINGS.contains(encoding)) {
        throw new IllegalArgumentException(
            "corpus must have folder, encoding (characters or words), mostWords, validation and"
                + " digest");
      }
      if (mostWords < 1 || mostWords > 100_000) {
        throw new IllegalArgumentException("most words must be 1 to 100000 but were " + mostWords);
      }
      if (!(validation > 0 && validation < 1)) {
        throw new IllegalArgumentException(
            "share for validation must be above 0 and below 1 but was " + validation);
      }
    }
  }

  public TextTrainingConfig {
    if (corpus == null || network == null || plan == null) {
      throw new IllegalArgumentException("configuration must have corpus, network and plan");
    }
    plan.requireFitting(network.dropout(), network.weights());
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(
        corpus.folder().isEmpty() ? List.of() : List.of(corpus.folder()),
        corpus.digest(),
        corpus.validation());
  }

  @Override
  public TextTrainingConfig withLearned(LearnedData other) {
    return withCorpus(
        new TextSource(
            other.source(),
            corpus.encoding(),
            corpus.mostWords(),
            Objects.requireNonNull(other.validation()),
            other.digest()));
  }

  /** Returns this configuration for other texts, or the same in other tokens. */
  public TextTrainingConfig withCorpus(TextSource other) {
    return new TextTrainingConfig(other, network, plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(network);
  }

  @Override
  public TextTrainingConfig withSizes(NetworkSizes sizes) {
    return new TextTrainingConfig(corpus, sizes.over(network), plan);
  }

  @Override
  public TextTrainingConfig withPlan(TrainingPlan other) {
    return new TextTrainingConfig(corpus, network, other);
  }
}
