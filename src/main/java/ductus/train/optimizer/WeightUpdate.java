package ductus.train.optimizer;

import ductus.math.UpdateKernels;
import ductus.math.UpdateKernels.Penalty;
import ductus.math.Workers;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.train.plan.Clipping;
import ductus.train.plan.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/**
 * The half of an update that follows the way back: from the gradients on a tape to new weights, by
 * clipping, penalties and the optimizer's step.
 */
public final class WeightUpdate {
  private final List<Parameter> parameters;
  private final Workers workers;
  private final UpdateKernels kernels;
  private final Optimizer optimizer;
  private final Clipping clipping;
  private final Penalty penalty;

  /** The limit of gradients without penalties, for the parameters that these do not concern. */
  private final Penalty limit;

  private final WeightBlocks blocks;
  private final double[] squares;
  private final List<FMatrixRMaj> gradients;
  private final WeightBlocks.Pass square = this::square;
  private final WeightBlocks.Pass move = this::move;
  private float scale;

  /** Creates the updates of some parameters, before the first of them. */
  public WeightUpdate(List<Parameter> parameters, TrainingPlan plan, Tape tape) {
    this.parameters = List.copyOf(parameters);
    workers = tape.workers();
    kernels = tape.kernels().updates();
    gradients = this.parameters.stream().map(tape::gradient).toList();
    optimizer = Optimizer.of(plan.optimizer(), this.parameters, gradients);
    clipping = plan.clipping();
    float largest = clipping.value() > 0 ? (float) clipping.value() : Float.POSITIVE_INFINITY;
    float l1 = (float) plan.regularization().l1();
    float l2 = (float) plan.regularization().l2();
    penalty = new Penalty(largest, l1, l2);
    limit = new Penalty(largest, 0, 0);
    blocks = new WeightBlocks(this.parameters);
    squares = new double[blocks.count()];
  }

  /** Euclidean norm of the loss's gradient over all weights. */
  public double norm() {
    blocks.run(workers, square);
    double sum = 0;
    for (double blockSum : squares) {
      sum += blockSum;
    }
    return Math.sqrt(sum);
  }

  /**
   * The gradient's norm over each of the parameters, in their order, as {@link #norm} measured it
   * last.
   */
  public double[] parameterNorms() {
    double[] sums = new double[parameters.size()];
    for (int block = 0; block < squares.length; block++) {
      sums[blocks.parameter(block)] += squares[block];
    }
    return Arrays.stream(sums).map(Math::sqrt).toArray();
  }

  private void square(int block, int parameter, int offset, int length) {
    squares[block] = kernels.sumOfSquares(gradients.get(parameter).data, offset, length);
  }

  /**
   * Moves the weights. The gradients on the tape are no longer those of the loss afterwards.
   *
   * @param update counted from 0
   * @param rate learning rate
   * @param norm of the gradient, as {@link #norm} measures it
   */
  public void step(long update, double rate, double norm) {
    scale = (float) clipping.scale(norm);
    optimizer.begin(update, rate);
    blocks.run(workers, move);
  }

  private void move(int block, int parameter, int offset, int length) {
    Parameter moved = parameters.get(parameter);
    Penalty held = Penalties.concern(moved) ? penalty : limit;
    float left = scale;
    if (held.isAny()) {
      FMatrixRMaj gradient = gradients.get(parameter);
      kernels.clipAndPenalize(gradient, moved.value(), offset, length, scale, held);
      left = 1;
    }
    optimizer.step(parameter, offset, length, left, kernels);
  }

  /** The memory of the optimizer by name; live. */
  public Map<String, FMatrixRMaj> memory() {
    return optimizer.memory();
  }
}
