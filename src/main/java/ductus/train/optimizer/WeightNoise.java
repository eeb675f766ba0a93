package ductus.train.optimizer;

import ductus.math.Normal;
import ductus.math.PlaceRandom;
import ductus.math.Workers;
import ductus.nn.Parameter;
import java.util.List;

/**
 * Gaussian noise on weights for the length of an update (Graves 2011, 2013): the loss and its
 * gradient are those of the noisy weights, the step is that of the clean ones. The noise depends on
 * the seed, the update and the weight's place alone.
 */
public final class WeightNoise {
  private final List<Parameter> parameters;
  private final float deviation;
  private final Workers workers;
  private final WeightBlocks blocks;
  private final Matrices clean;
  private final WeightBlocks.Pass disturb = this::disturb;
  private final WeightBlocks.Pass restore = this::restore;
  private long key;

  /**
   * No noise yet.
   *
   * @param deviation standard deviation of the noise
   */
  public WeightNoise(List<Parameter> parameters, double deviation, Workers workers) {
    this.parameters = parameters.stream().filter(Penalties::concern).toList();
    this.deviation = (float) deviation;
    this.workers = workers;
    blocks = new WeightBlocks(this.parameters);
    clean = new Matrices(this.parameters);
  }

  /** Adds noise; the layers are to be packed again. */
  public void add(long seed, long update) {
    key = PlaceRandom.key(seed, update);
    blocks.run(workers, disturb);
  }

  private void disturb(int block, int parameter, int offset, int length) {
    float[] weights = parameters.get(parameter).value().data;
    System.arraycopy(weights, offset, clean.of(parameter).data, offset, length);
    // Apart from the places of dropout, which count up from 0.
    long noise = PlaceRandom.key(key, -1 - parameter);
    for (int i = offset; i < offset + length; i++) {
      weights[i] += deviation * Normal.at(noise, i);
    }
  }

  /** Takes the noise away, to the last bit. */
  public void remove() {
    blocks.run(workers, restore);
  }

  private void restore(int block, int parameter, int offset, int length) {
    System.arraycopy(
        clean.of(parameter).data, offset, parameters.get(parameter).value().data, offset, length);
  }
}
