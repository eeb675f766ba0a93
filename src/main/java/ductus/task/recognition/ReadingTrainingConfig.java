package ductus.task.recognition;

import ductus.train.plan.TrainingPlan;
import java.util.List;

/**
 * All that decides a training run of a network that reads; saved as {@code config.json} in its
 * folder.
 *
 * @param subject what it learns of lines
 * @param folders of the hands, absolute
 * @param withoutHands names of hands that are not learned, but kept to measure with
 * @param from a model whose weights the run begins with; empty for weights drawn at random
 * @param digest of the hands' characters and drawings, so that a run is not resumed on others;
 *     empty before the folders were read
 * @param hiddenSize H
 * @param batches of an epoch; lines are composed as they are wanted, so there is no other measure
 * @param plan how it is trained
 */
public record ReadingTrainingConfig(
    ReadingTarget subject,
    List<String> folders,
    List<String> withoutHands,
    String from,
    String digest,
    int hiddenSize,
    int batches,
    TrainingPlan plan) {
  /** What a network learns of lines. */
  public enum ReadingTarget {
    /** Their text. */
    TEXT("character"),
    /** Who wrote them. */
    HAND("line");

    private final String target;

    ReadingTarget(String target) {
      this.target = target;
    }

    /** What a loss is of. */
    public String target() {
      return target;
    }
  }

  public ReadingTrainingConfig {
    if (subject == null || folders == null || digest == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have subject (TEXT or HAND), folders, digest and plan");
    }
    folders = List.copyOf(folders);
    withoutHands = withoutHands == null ? List.of() : List.copyOf(withoutHands);
    from = from == null ? "" : from;
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("configuration must have a folder of hands but has none");
    }
    if (batches < 1) {
      throw new IllegalArgumentException(
          "batches of an epoch must be 1 or more but were " + batches);
    }
  }

  /** The same for hands of this digest. */
  ReadingTrainingConfig withDigest(String other) {
    return new ReadingTrainingConfig(
        subject, folders, withoutHands, from, other, hiddenSize, batches, plan);
  }
}
