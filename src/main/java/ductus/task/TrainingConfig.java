package ductus.task;

import ductus.train.plan.TrainingPlan;

/**
 * All that decides a training run; a record that is saved as {@code config.json} in its folder.
 * What its task alone can be told stands in its components, what all tasks have in common is seen
 * and changed through these methods.
 *
 * @param <C> the configuration's own type
 */
public interface TrainingConfig<C extends TrainingConfig<C>> {
  /** The data that is learned. */
  LearnedData learned();

  /** Returns this configuration for other data. */
  C withLearned(LearnedData data);

  /** The network's sizes. */
  NetworkSizes sizes();

  /**
   * Returns this configuration with other sizes of the network.
   *
   * @param sizes null where {@link #sizes} are
   */
  C withSizes(NetworkSizes sizes);

  /** The plan by which the network is trained. */
  TrainingPlan plan();

  /** Returns this configuration with another plan. */
  C withPlan(TrainingPlan plan);
}
