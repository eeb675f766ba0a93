package ductus.task.recognition;

import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a training run of a network that reads lines.
 *
 * @param subject what it learns of lines
 * @param folders of the hands and the lines of people, absolute; none before they are known
 * @param withoutHands names of hands, and of writers of lines, that are not learned, but kept to
 *     measure with
 * @param from a model whose weights the run begins with; empty for weights drawn at random
 * @param doubtedBy a reader of text; lines of people of which it reads next to nothing as they say
 *     are left out. Empty for none
 * @param digest of the hands' drawings and of the lines; empty before the folders were read
 * @param hiddenSize H
 * @param batches of an epoch; lines are composed or distorted as they are wanted, so there is no
 *     other measure
 * @param plan how it is trained
 */
public record ReadingTrainingConfig(
    ReadingTarget subject,
    List<String> folders,
    List<String> withoutHands,
    String from,
    String doubtedBy,
    String digest,
    int hiddenSize,
    int batches,
    TrainingPlan plan)
    implements TrainingConfig<ReadingTrainingConfig> {
  /** The settings where nothing is asked for. */
  public static final ReadingTrainingConfig USUAL =
      new ReadingTrainingConfig(
          ReadingTarget.TEXT,
          List.of(),
          List.of(),
          "",
          "",
          "",
          96,
          100,
          TrainingPlan.of(
              60, 1, new Batching(32, 0), new LearningRate(0.003, 100, LearningRate.Shape.COSINE)));

  /** The highest rate of a network that could read before, where nothing else is asked for. */
  public static final double USUAL_RATE_AGAIN = 0.0015;

  /** The side of lines that a network learns. */
  public enum ReadingTarget {
    /** The text that lines say. */
    TEXT("character"),
    /** The hand that lines are in. */
    HAND("line");

    private final String target;

    ReadingTarget(String target) {
      this.target = target;
    }

    /** A single thing that a loss is of, for people. */
    public String target() {
      return target;
    }
  }

  public ReadingTrainingConfig {
    if (subject == null || folders == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have subject (TEXT or HAND), folders and plan");
    }
    folders = List.copyOf(folders);
    withoutHands = withoutHands == null ? List.of() : List.copyOf(withoutHands);
    from = from == null ? "" : from;
    doubtedBy = doubtedBy == null ? "" : doubtedBy; // not in files of old
    digest = digest == null ? "" : digest;
    if (batches < 1) {
      throw new IllegalArgumentException(
          "batches of an epoch must be 1 or more but were " + batches);
    }
  }

  /** Returns this configuration for another subject. */
  public ReadingTrainingConfig withSubject(ReadingTarget other) {
    return new ReadingTrainingConfig(
        other, folders, withoutHands, from, doubtedBy, digest, hiddenSize, batches, plan);
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(folders, digest, null);
  }

  @Override
  public ReadingTrainingConfig withLearned(LearnedData data) {
    return new ReadingTrainingConfig(
        subject,
        data.sources(),
        withoutHands,
        from,
        doubtedBy,
        data.digest(),
        hiddenSize,
        batches,
        plan);
  }

  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public ReadingTrainingConfig withFrom(String model) {
    return new ReadingTrainingConfig(
        subject, folders, withoutHands, model, doubtedBy, digest, hiddenSize, batches, plan);
  }

  @Override
  public NetworkSizes sizes() {
    return new NetworkSizes(null, null, hiddenSize, null, null, null);
  }

  @Override
  public ReadingTrainingConfig withSizes(NetworkSizes sizes) {
    return new ReadingTrainingConfig(
        subject,
        folders,
        withoutHands,
        from,
        doubtedBy,
        digest,
        Objects.requireNonNull(sizes.hiddenSize()),
        batches,
        plan);
  }

  @Override
  public ReadingTrainingConfig withPlan(TrainingPlan other) {
    return new ReadingTrainingConfig(
        subject, folders, withoutHands, from, doubtedBy, digest, hiddenSize, batches, other);
  }
}
