package ductus.train.optimizer;

import ductus.math.UpdateKernels;
import ductus.math.Workers;
import ductus.nn.Parameter;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/**
 * An exponential moving average of weights over the updates (Polyak and Juditsky 1992): a = d·a +
 * (1 − d)·w. So that the first weights are soon forgotten, d is (1 + n)/(10 + n) after n updates as
 * long as this is less than the decay that was asked for (as TensorFlow does).
 */
public final class MovingAverage {
  private static final double HASTE = 10;

  private final List<Parameter> parameters;
  private final double decay;
  private final UpdateKernels kernels;
  private final Workers workers;
  private final WeightBlocks blocks;
  private final Matrices averages;
  private final WeightBlocks.Pass follow = this::follow;
  private final WeightBlocks.Pass exchange = this::exchange;
  private float share;

  /** An average that {@link #begin} sets off. */
  public MovingAverage(
      List<Parameter> parameters, double decay, UpdateKernels kernels, Workers workers) {
    this.parameters = List.copyOf(parameters);
    this.decay = decay;
    this.kernels = kernels;
    this.workers = workers;
    blocks = new WeightBlocks(this.parameters);
    averages = new Matrices(this.parameters);
  }

  /** Begins with the weights as they are. */
  public void begin() {
    share = 1;
    blocks.run(workers, follow);
  }

  /**
   * Takes new weights into account.
   *
   * @param update counted from 0
   */
  public void add(long update) {
    share = (float) (1 - Math.min(decay, (1.0 + update) / (HASTE + update)));
    blocks.run(workers, follow);
  }

  private void follow(int block, int parameter, int offset, int length) {
    kernels.average(
        averages.of(parameter).data, parameters.get(parameter).value().data, offset, length, share);
  }

  /** Exchanges weights and averages; twice is nothing. The layers are to be packed again. */
  public void exchange() {
    blocks.run(workers, exchange);
  }

  private void exchange(int block, int parameter, int offset, int length) {
    float[] weights = parameters.get(parameter).value().data;
    float[] average = averages.of(parameter).data;
    for (int i = offset; i < offset + length; i++) {
      float weight = weights[i];
      weights[i] = average[i];
      average[i] = weight;
    }
  }

  /** The averages, by name; live. */
  public Map<String, FMatrixRMaj> memory() {
    return averages.named("average");
  }
}
