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
  /** Bits that decide over one input. */
  private static final int BITS = 16;

  private static final int MASK = (1 << BITS) - 1;

  /** Inputs that one random number decides over. */
  private static final int GROUP = Long.SIZE / BITS;

  private final int size;

  /** Values of the 16 bits that drop. */
  private final int dropped;

  private final float scale;
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
    dropped = (int) Math.round(rate * (1 << BITS));
    scale = (float) (1 / (1 - rate));
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
    if (!tape.training() || dropped == 0) {
      return matrix;
    }
    FMatrixRMaj masked = tape.buffer(this, name, matrix.numRows, matrix.numCols);
    long key = tape.noiseKey(place);
    int count = matrix.getNumElements();
    int groups = (count + GROUP - 1) / GROUP;
    tape.workers()
        .run(
            (slice, crew) -> {
              int end = crew.from(groups, slice + 1);
              for (int group = crew.from(groups, slice); group < end; group++) {
                long bits = PlaceRandom.bits(key, group);
                int last = Math.min(count, (group + 1) * GROUP);
                for (int i = group * GROUP; i < last; i++, bits >>>= BITS) {
                  // 1 unless dropped; without a branch, which would be guessed wrong half the time.
                  long kept = (dropped - 1 - (bits & MASK)) >>> (Long.SIZE - 1);
                  masked.data[i] = matrix.data[i] * (kept * scale);
                }
              }
            });
    return masked;
  }
}
