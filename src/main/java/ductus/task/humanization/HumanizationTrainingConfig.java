package ductus.task.humanization;

import ductus.model.NetworkConfig;
import ductus.music.touch.Player;
import ductus.music.touch.TouchEncoding;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a training run of a network that learns a player's touch.
 *
 * @param player whose touch it is
 * @param source absolute path of a folder of performances; empty before it is known
 * @param digest of the performances; empty before they were read
 * @param network its shape
 * @param validation share of the performances that is held out
 * @param plan how it is trained
 */
public record HumanizationTrainingConfig(
    Player player,
    String source,
    String digest,
    NetworkConfig network,
    double validation,
    TrainingPlan plan)
    implements TrainingConfig<HumanizationTrainingConfig> {
  /** The settings where nothing is asked for. */
  static final HumanizationTrainingConfig USUAL =
      new HumanizationTrainingConfig(
          Player.PIANIST,
          "",
          "",
          NetworkConfig.of(
              new TouchEncoding(Player.PIANIST, List.of()), 64, NetworkConfig.LSTM, 1, 192, 0.1),
          0.1,
          TrainingPlan.of(
              8, 1, new Batching(32, 96), new LearningRate(0.004, 100, LearningRate.Shape.COSINE)));

  public HumanizationTrainingConfig {
    if (player == null || source == null || network == null || plan == null) {
      throw new IllegalArgumentException(
          "configuration must have player (PIANIST or DRUMMER), source, network and plan");
    }
    digest = digest == null ? "" : digest;
    network = network.fitting(new TouchEncoding(player, List.of()));
    plan.requireFitting(network.dropout(), network.weights());
  }

  @Override
  public LearnedData learned() {
    return new LearnedData(source.isEmpty() ? List.of() : List.of(source), digest, validation);
  }

  @Override
  public HumanizationTrainingConfig withLearned(LearnedData other) {
    return new HumanizationTrainingConfig(
        player,
        other.source(),
        other.digest(),
        network,
        Objects.requireNonNull(other.validation()),
        plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(network);
  }

  @Override
  public HumanizationTrainingConfig withSizes(NetworkSizes sizes) {
    return new HumanizationTrainingConfig(
        player, source, digest, sizes.over(network), validation, plan);
  }

  @Override
  public HumanizationTrainingConfig withPlan(TrainingPlan other) {
    return new HumanizationTrainingConfig(player, source, digest, network, validation, other);
  }

  /** Returns this configuration for another player. */
  public HumanizationTrainingConfig withPlayer(Player other) {
    return new HumanizationTrainingConfig(other, source, digest, network, validation, plan);
  }
}
