package ductus.api;

import ductus.model.NetworkConfig;
import ductus.task.LearnedData;
import ductus.task.NetworkSizes;
import ductus.task.TrainingConfig;
import ductus.train.plan.TrainingPlan;

/**
 * All that decides a training run on tokens.
 *
 * @param learned the digest of the sequences, which lie in no file
 */
record TokenTrainingConfig(LearnedData learned, NetworkConfig network, TrainingPlan plan)
    implements TrainingConfig<TokenTrainingConfig> {
  TokenTrainingConfig {
    if (learned == null || network == null || plan == null) {
      throw new IllegalArgumentException("configuration must have learned, network and plan");
    }
    plan.requireFitting(network.dropout(), network.weights());
  }

  @Override
  public TokenTrainingConfig withLearned(LearnedData other) {
    return new TokenTrainingConfig(other, network, plan);
  }

  @Override
  public NetworkSizes sizes() {
    return NetworkSizes.of(network);
  }

  @Override
  public TokenTrainingConfig withSizes(NetworkSizes sizes) {
    return new TokenTrainingConfig(learned, sizes.over(network), plan);
  }

  @Override
  public TokenTrainingConfig withPlan(TrainingPlan other) {
    return new TokenTrainingConfig(learned, network, other);
  }
}
