package ductus.train.plan;

import java.util.function.Predicate;

/** What a training plan can ask for that not every kind of batches can do. */
public enum PlanFeature {
  /** Backpropagation through time that is cut off after some steps. */
  TRUNCATION("time steps", plan -> plan.batching().timeSteps() > 0),
  /** Batches whose gradients are added up to one update. */
  ACCUMULATION("accumulated batches", plan -> plan.batching().accumulate() > 1),
  /** Activations that are made again on the way back. */
  RECOMPUTATION("recomputation", plan -> plan.batching().recompute()),
  /** Probability of the target that is spread over all choices. */
  LABEL_SMOOTHING("label smoothing", plan -> plan.regularization().labelSmoothing() > 0),
  /** Inputs that the network draws itself. */
  SCHEDULED_SAMPLING(
      "scheduled sampling", plan -> plan.regularization().scheduledSampling().share() > 0);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that keeps nothing
  private final Predicate<TrainingPlan> wanted;

  PlanFeature(String words, Predicate<TrainingPlan> wanted) {
    this.words = words;
    this.wanted = wanted;
  }

  /** The words for this feature in messages. */
  public String words() {
    return words;
  }

  /** Whether a plan asks for it. */
  public boolean isIn(TrainingPlan plan) {
    return wanted.test(plan);
  }
}
