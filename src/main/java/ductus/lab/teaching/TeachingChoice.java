package ductus.lab.teaching;

import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;

/**
 * A way to teach.
 *
 * @param name in words
 * @param timeSteps of a window that is followed back, the state carried on between windows; 0 for
 *     whole sequences
 * @param epochs passes over the melodies; fewer for shorter windows, each of which is an update
 * @param sampled share of the tokens read that are the network's own when training ends, rising
 *     evenly from none (Bengio et al. 2015); 0 for teacher forcing
 */
public record TeachingChoice(String name, int timeSteps, int epochs, double sampled) {
  public TeachingChoice {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("a way to teach must have a name");
    }
  }

  /** How a network learns in this way: with Adam, the rate falling along half a cosine. */
  TrainingPlan plan(int batchSize, double learningRate, long seed) {
    ScheduledSampling sampling =
        sampled == 0
            ? ScheduledSampling.NONE
            : new ScheduledSampling(sampled, ScheduledSampling.Ramp.LINEAR);
    return new TrainingPlan(
        epochs,
        epochs,
        seed,
        new Batching(batchSize, timeSteps),
        new LearningRate(learningRate, 0, LearningRate.Shape.COSINE),
        OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
        Clipping.byNorm(1),
        new Regularization(0, 0, 0, 0, false, 0, sampling));
  }
}
