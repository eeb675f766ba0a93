package ductus.train.plan;

import java.util.Locale;

/**
 * The rule by which gradients move weights.
 *
 * @param rule its kind
 * @param momentum share of the last step that is kept, 0 to below 1; {@link Rule#SGD} and {@link
 *     Rule#RMSPROP} only
 * @param weightDecay share of a weight, times the learning rate, that each update takes away, 0 to
 *     below 1; {@link Rule#ADAMW} only; biases do not decay
 */
public record OptimizerChoice(Rule rule, double momentum, double weightDecay) {
  /** Kinds of optimizers. */
  public enum Rule {
    /** Gradient descent with momentum. */
    SGD(1),
    /** RMSProp as in Graves (2013). */
    RMSPROP(3),
    /** Adam (Kingma and Ba 2015). */
    ADAM(2),
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
    ADAMW(2);

    private final int floatsPerWeight;

    Rule(int floatsPerWeight) {
      this.floatsPerWeight = floatsPerWeight;
    }

    /** Floats that it remembers for each weight. */
    public int floatsPerWeight() {
      return floatsPerWeight;
    }

    boolean hasMomentum() {
      return this == SGD || this == RMSPROP;
    }

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final double MOMENTUM = 0.9;
  private static final double WEIGHT_DECAY = 0.01;

  public OptimizerChoice {
    if (rule == null) {
      throw new IllegalArgumentException(
          "optimizer must have the rule SGD, RMSPROP, ADAM or ADAMW");
    }
    Range.requireBelowOne("momentum", momentum);
    Range.requireBelowOne("weight decay", weightDecay);
    if (momentum != 0 && !rule.hasMomentum()) {
      throw new IllegalArgumentException(
          "momentum must be left out with the optimizer %s but was %s: it goes with sgd and rmsprop"
              .formatted(rule.label(), momentum));
    }
    if (weightDecay != 0 && rule != Rule.ADAMW) {
      throw new IllegalArgumentException(
          "weight decay must be left out with the optimizer %s but was %s: it goes with adamw; for others there is l2"
              .formatted(rule.label(), weightDecay));
    }
  }

  /** A rule with its usual constants. */
  public static OptimizerChoice of(Rule rule) {
    return new OptimizerChoice(
        rule, rule.hasMomentum() ? MOMENTUM : 0, rule == Rule.ADAMW ? WEIGHT_DECAY : 0);
  }
}
