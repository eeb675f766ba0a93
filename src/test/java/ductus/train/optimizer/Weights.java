package ductus.train.optimizer;

import ductus.math.Seeded;
import ductus.nn.Parameter;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.random.RandomGenerator;

/** Weights, gradients and plans to try updates on. */
final class Weights {
  private Weights() {}

  /** One of several blocks, one odd, a bias, and one of a single weight. */
  static List<Parameter> some(RandomGenerator random) {
    List<Parameter> parameters =
        List.of(
            new Parameter("a", 101, 203),
            new Parameter("b", 7, 19),
            new Parameter("bias", 1, 33),
            new Parameter("c", 1, 1));
    for (Parameter parameter : parameters) {
      parameter.value().setData(Seeded.floats(parameter.size(), 1, random));
    }
    return parameters;
  }

  /** Small at every fifth update. */
  static float[] gradient(Parameter parameter, int update, RandomGenerator random) {
    return Seeded.floats(parameter.size(), update % 5 == 4 ? 1e-4 : 2, random);
  }

  static TrainingPlan plan(OptimizerChoice optimizer, Clipping clipping, double l1, double l2) {
    return new TrainingPlan(
        1,
        1,
        1,
        new Batching(1, 0),
        new LearningRate(0.1, 0, LearningRate.Shape.CONSTANT),
        optimizer,
        clipping,
        new Regularization(l1, l2, 0, 0, false, 0, ScheduledSampling.NONE));
  }
}
