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

  /** Whether a run of this task can begin with the weights of a model. */
  default boolean goesOn() {
    return false;
  }

  /**
   * Returns this configuration for a run that begins with the weights of a model.
   *
   * @param model name or path of it
   * @throws IllegalArgumentException if this task has no use for one
   */
  default C withFrom(String model) {
    throw new IllegalArgumentException(
        "a model to go on from must be left out, since this task begins anew, but was " + model);
  }
}
