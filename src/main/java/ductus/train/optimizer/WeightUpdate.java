package ductus.train.optimizer;

import ductus.math.UpdateKernels;
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
  private final Tape tape;
  private final UpdateKernels kernels;
  private final Optimizer optimizer;
  private final Clipping clipping;
  private final float l1;
  private final float l2;
  private final WeightBlocks blocks;
  private final double[] squares;
  private final float[][] gradients;
  private final WeightBlocks.Pass square = this::square;
  private final WeightBlocks.Pass move = this::move;
  private float scale;

  /** Before the first update. */
  public WeightUpdate(List<Parameter> parameters, TrainingPlan plan, Tape tape) {
    this.parameters = List.copyOf(parameters);
    this.tape = tape;
    kernels = tape.kernels().updates();
    optimizer = Optimizer.of(plan.optimizer(), this.parameters);
    clipping = plan.clipping();
    l1 = (float) plan.regularization().l1();
    l2 = (float) plan.regularization().l2();
    blocks = new WeightBlocks(this.parameters);
    squares = new double[blocks.count()];
    gradients = new float[parameters.size()][];
  }

  /** Euclidean norm of the loss's gradient over all weights. */
  public double norm() {
    findGradients();
    blocks.run(tape.workers(), square);
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
    squares[block] = kernels.sumOfSquares(gradients[parameter], offset, length);
  }

  /**
   * Moves the weights. The gradients on the tape are no longer those of the loss afterwards.
   *
   * @param update counted from 0
   * @param rate learning rate
   * @param norm of the gradient, as {@link #norm} measures it
   */
  public void step(long update, double rate, double norm) {
    findGradients();
    scale = (float) clipping.scale(norm);
    optimizer.begin(update, rate);
    blocks.run(tape.workers(), move);
  }

  private void findGradients() {
    for (int p = 0; p < gradients.length; p++) {
      gradients[p] = tape.gradient(parameters.get(p)).data;
    }
  }

  private void move(int block, int parameter, int offset, int length) {
    float[] gradient = gradients[parameter];
    boolean penalized = (l1 != 0 || l2 != 0) && Penalties.concern(parameters.get(parameter));
    float left = scale;
    if (penalized || clipping.value() > 0) {
      kernels.clipAndPenalize(
          gradient,
          parameters.get(parameter).value().data,
          offset,
          length,
          scale,
          clipping.value() > 0 ? (float) clipping.value() : Float.POSITIVE_INFINITY,
          penalized ? l1 : 0,
          penalized ? l2 : 0);
      left = 1;
    }
    optimizer.step(parameter, gradient, offset, length, left, kernels);
  }

  /** What the optimizer remembers, by name; live. */
  public Map<String, FMatrixRMaj> memory() {
    return optimizer.memory();
  }
}
