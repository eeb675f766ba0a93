package ductus.train.plan;

/**
 * What keeps a network from learning its examples by heart; 0 turns each off. Penalties and noise
 * concern weight matrices; biases are left alone. The share of dropout belongs to the network.
 *
 * @param l1 strength of the penalty on the weights' magnitudes
 * @param l2 strength of the penalty on half of their squares
 * @param weightNoise standard deviation of the noise that is added to the weights for each update
 * @param labelSmoothing share of the target's probability that is spread over all tokens, 0 to
 *     below 1
 * @param variationalDropout whether dropout has one mask for all time steps of a sequence
 * @param movingAverage decay of the average of weights that is measured and saved, 0 to below 1
 * @param scheduledSampling how much the network reads of its own; nothing if absent
 */
public record Regularization(
    double l1,
    double l2,
    double weightNoise,
    double labelSmoothing,
    boolean variationalDropout,
    double movingAverage,
    ScheduledSampling scheduledSampling) {
  /** None at all. */
  public static final Regularization NONE =
      new Regularization(0, 0, 0, 0, false, 0, ScheduledSampling.NONE);

  public Regularization {
    Range.requireStrength("l1", l1);
    Range.requireStrength("l2", l2);
    Range.requireStrength("weight noise", weightNoise);
    Range.requireBelowOne("label smoothing", labelSmoothing);
    Range.requireBelowOne("moving average", movingAverage);
    scheduledSampling = scheduledSampling == null ? ScheduledSampling.NONE : scheduledSampling;
  }
}
