package ductus.task.handwriting.training;

import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that decides a training run on hands.
 *
 * @param folders of the hands and of the lines of people, absolute; none before they are known
 * @param without names of hands, and of people, that are not learned
 * @param digest of the hands' characters and drawings, and of the lines; empty before they were
 *     read
 * @param longest characters of the longest lines, 8 to 75
 * @param batches of an epoch; lines are composed as they are wanted, so there is no other measure
 * @param network the network's sizes; those of the model that it begins as, where it begins as one
 * @param plan how it is trained
 * @param from the model that it begins as, by path or name; null where it begins anew
 */
public record PenTrainingConfig(
    @SerializedName(value = "folders", alternate = "folder") @JsonAdapter(FolderNames.class)
        List<String> folders,
    List<String> without,
    String digest,
    int longest,
    int batches,
    PenShape network,
    TrainingPlan plan,
    @Nullable String from)
    implements TrainingConfig<PenTrainingConfig> {
  /** The settings where nothing is asked for. */
  public static final PenTrainingConfig USUAL =
      new PenTrainingConfig(
          List.of(),
          List.of(),
          "",
          48,
          100,
          PenShape.USUAL,
          TrainingPlan.of(
                  80,
                  1,
                  new Batching(14, 0),
                  new LearningRate(0.002, 60, LearningRate.Shape.COSINE))
              .withClipping(Clipping.byNorm(2)),
          null);

  public PenTrainingConfig {
    if (folders == null || network == null || plan == null) {
      throw new IllegalArgumentException("configuration must have folders, network and plan");
    }
    folders = List.copyOf(folders);
    without = without == null ? List.of() : List.copyOf(without);
    digest = digest == null ? "" : digest;
    if (longest < 8 || longest > 75) {
      throw new IllegalArgumentException(
          "longest lines must be 8 to 75 characters but were " + longest);
    }
    if (batches < 1) {
      throw new IllegalArgumentException(
          "batches of an epoch must be 1 or more but were " + batches);
    }
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(folders, digest, null);
  }

  @Override
  public PenTrainingConfig withLearned(LearnedData data) {
    return new PenTrainingConfig(
        data.sources(), without, data.digest(), longest, batches, network, plan, from);
  }

  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public PenTrainingConfig withFrom(String model) {
    return new PenTrainingConfig(folders, without, digest, longest, batches, network, plan, model);
  }

  @Override
  public NetworkSizes sizes() {
    return new NetworkSizes(
        network.cell(), network.layers(), network.hiddenSize(), null, null, null);
  }

  @Override
  public PenTrainingConfig withSizes(NetworkSizes sizes) {
    return withNetwork(
        new PenShape(
            network.window(),
            network.styleSize(),
            Objects.requireNonNull(sizes.layers()),
            Objects.requireNonNull(sizes.hiddenSize()),
            network.mixtures(),
            Objects.requireNonNull(sizes.cell())));
  }

  /** Returns this configuration for another network. */
  public PenTrainingConfig withNetwork(PenShape other) {
    return new PenTrainingConfig(folders, without, digest, longest, batches, other, plan, from);
  }

  @Override
  public PenTrainingConfig withPlan(TrainingPlan other) {
    return new PenTrainingConfig(folders, without, digest, longest, batches, network, other, from);
  }
}
