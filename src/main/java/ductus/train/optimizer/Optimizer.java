package ductus.train.optimizer;

import ductus.math.UpdateKernels;
import ductus.nn.Parameter;
import ductus.train.plan.OptimizerChoice;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** A rule by which gradients move weights, with what it remembers of earlier gradients. */
interface Optimizer {
  /**
   * The chosen optimizer, before its first update.
   *
   * @param gradients of the parameters, live
   */
  static Optimizer of(
      OptimizerChoice choice, List<Parameter> parameters, List<FMatrixRMaj> gradients) {
    return switch (choice.rule()) {
      case SGD -> new Momentum(choice.momentum(), parameters, gradients);
      case RMSPROP -> new RmsProp(choice.momentum(), parameters, gradients);
      case ADAM, ADAMW -> new Adam(choice.weightDecay(), parameters, gradients);
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
   * @param gradientScale factor on the gradient
   */
  void step(int parameter, int offset, int length, float gradientScale, UpdateKernels kernels);

  /** The memory of this optimizer by name, such as its moments; live. */
  Map<String, FMatrixRMaj> memory();
}
