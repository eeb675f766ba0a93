package ductus.nn;

import ductus.math.PlaceRandom;
import ductus.math.Workers;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Sets a share of its inputs to zero while training and scales up the rest (Srivastava et al.
 * 2014); otherwise passes its input on.
 */
public final class Dropout implements Layer {
  private final int size;
  private final float rate;
  private final int place;

  /**
   * A layer that drops.
   *
   * @param rate share of inputs that are dropped, 0 to below 1
   * @param place number of the layer in its network, so that no two layers share their noise
   */
  public Dropout(int size, double rate, int place) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout must be 0 to below 1 but was " + rate);
    }
    this.size = size;
    this.rate = (float) rate;
    this.place = place;
  }

  @Override
  public int inputSize() {
    return size;
  }

  @Override
  public int outputSize() {
    return size;
  }

  @Override
  public int stateSize() {
    return 0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public void initialize(RandomGenerator random) {}

  @Override
  public void repack(Workers workers) {}

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    return mask(input, "output", tape);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return mask(dOutput, "dInput", tape);
  }

  private FMatrixRMaj mask(FMatrixRMaj matrix, String name, Tape tape) {
    if (!tape.training() || rate == 0) {
      return matrix;
    }
    FMatrixRMaj masked = tape.buffer(this, name, matrix.numRows, matrix.numCols);
    long key = tape.noiseKey(place);
    float scale = 1 / (1 - rate);
    int count = matrix.getNumElements();
    tape.workers()
        .run(
            (slice, crew) -> {
              for (int i = crew.from(count, slice); i < crew.from(count, slice + 1); i++) {
                masked.data[i] = PlaceRandom.uniform(key, i) < rate ? 0 : matrix.data[i] * scale;
              }
            });
    return masked;
  }
}
