package ductus.lab.overfit;

import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;

/**
 * What is done against learning by heart; what is 0 or false is not done.
 *
 * @param name in words
 * @param dropout share of activations dropped behind each layer
 * @param l1 strength of the penalty on the weights' magnitudes
 * @param l2 strength of the penalty on half of their squares
 * @param weightNoise standard deviation of the noise that is added to the weights
 * @param patience epochs without a better held-out loss after which training ends
 * @param transposed whether each melody is learned in all keys
 */
public record RegularizationChoice(
    String name,
    double dropout,
    double l1,
    double l2,
    double weightNoise,
    int patience,
    boolean transposed) {
  public RegularizationChoice {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a cure must have a name");
    }
    if (patience < 0) {
      throw new IllegalArgumentException("patience must be 0 or more but was " + patience);
    }
  }

  /** What of it the training plan says. */
  Regularization regularization() {
    return new Regularization(l1, l2, weightNoise, 0, false, 0, ScheduledSampling.NONE);
  }
}
