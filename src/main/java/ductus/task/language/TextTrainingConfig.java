package ductus.task.language;

import ductus.model.NetworkConfig;
import ductus.text.CharacterEncoding;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;

/**
 * All that decides the training run of a language model; saved as {@code config.json} in its
 * folder.
 *
 * @param corpus what is learned
 * @param network its shape; the size of the vocabulary is found in the texts
 * @param plan how it is trained
 */
public record TextTrainingConfig(TextSource corpus, NetworkConfig network, TrainingPlan plan) {
  /** What a text model is trained on by default, but for the folder. */
  public static final TextTrainingConfig USUAL =
      new TextTrainingConfig(
          new TextSource("", CharacterEncoding.NAME, 8000, 0.1, ""),
          new NetworkConfig(2, 0, 0, 128, NetworkConfig.LSTM, 1, 256, 0.2, false),
          new TrainingPlan(
              20,
              10,
              1,
              new Batching(16, 128),
              new LearningRate(4e-3, 100, LearningRate.Shape.COSINE),
              OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
              Clipping.byNorm(1),
              Regularization.NONE));

  /**
   * What is learned.
   *
   * @param folder of text, absolute
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

    /** The same for passages of this digest. */
    TextSource withDigest(String other) {
      return new TextSource(folder, encoding, mostWords, validation, other);
    }
  }

  public TextTrainingConfig {
    if (corpus == null || network == null || plan == null) {
      throw new IllegalArgumentException("configuration must have corpus, network and plan");
    }
    plan.requireFitting(network.dropout(), network.weights());
  }

  /** The same for passages of this digest; empty for any. */
  public TextTrainingConfig withDigest(String digest) {
    return new TextTrainingConfig(corpus.withDigest(digest), network, plan);
  }
}
