package ductus.train.optimizer;

import ductus.math.UpdateKernels;
import ductus.nn.Parameter;
import ductus.train.plan.OptimizerChoice;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** A rule by which gradients move weights, with what it remembers of earlier gradients. */
interface Optimizer {
  /** The chosen one, before its first update. */
  static Optimizer of(OptimizerChoice choice, List<Parameter> parameters) {
    return switch (choice.rule()) {
      case SGD -> new Momentum(choice.momentum(), parameters);
      case RMSPROP -> new RmsProp(choice.momentum(), parameters);
      case ADAM, ADAMW -> new Adam(choice.weightDecay(), parameters);
    };
  }

  /**
   * Prepares an update.
   *
   * @param update counted from 0
   * @param rate learning rate
   */
  void begin(long update, double rate);

  /**
   * Moves some weights of one parameter.
   *
   * @param parameter its index
   * @param gradient of the whole parameter, not modified
   * @param gradientScale factor on the gradient
   */
  void step(
      int parameter,
      float[] gradient,
      int offset,
      int length,
      float gradientScale,
      UpdateKernels kernels);

  /** What it remembers, by name; live. */
  Map<String, FMatrixRMaj> memory();
}
