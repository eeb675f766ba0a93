package ductus.nn;

import ductus.math.PlaceRandom;
import ductus.math.SharedWork;
import ductus.math.Workers;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;

/**
 * Sets a share of its inputs to zero while training and scales up the rest (Srivastava et al.
 * 2014); otherwise passes its input on. Where the tape holds its noise in time, a sequence has the
 * same mask at all time steps (Gal and Ghahramani 2016).
 */
public final class Dropout implements Layer<FMatrixRMaj> {
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
  private final Function<Tape, Run> opening = Run::new;

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
  public int outputSize() {
    return size;
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    Run run = tape.workspace(this, opening);
    return run.mask(input, run.output);
  }

  @Override
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    Run run = tape.workspace(this, opening);
    return run.mask(dOutput, run.dInput);
  }

  /**
   * Drops from a part of a matrix.
   *
   * @param noise place of the first entry among the random numbers
   */
  private void drop(float[] from, float[] to, int start, int end, long noise, long key) {
    for (int i = start; i < end; ) {
      long at = noise + (i - start);
      int lane = (int) (at % GROUP);
      long bits = PlaceRandom.bits(key, at / GROUP) >>> (lane * BITS);
      for (int last = Math.min(end, i + GROUP - lane); i < last; i++, bits >>>= BITS) {
        // 1 unless dropped; without a branch, which would be guessed wrong half the time.
        long kept = (dropped - 1 - (bits & MASK)) >>> (Long.SIZE - 1);
        to[i] = from[i] * (kept * scale);
      }
    }
  }

  private final class Run {
    private final Tape tape;
    private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
    private final SharedWork work = new SharedWork(this::mask);
    private FMatrixRMaj from = output;
    private FMatrixRMaj to = output;
    private long key;

    Run(Tape tape) {
      this.tape = tape;
    }

    FMatrixRMaj mask(FMatrixRMaj matrix, FMatrixRMaj masked) {
      if (!tape.training() || dropped == 0) {
        return matrix;
      }
      masked.reshape(matrix.numRows, matrix.numCols);
      key = tape.noiseKey(place);
      from = matrix;
      to = masked;
      work.run(tape.workers(), tape.rows());
      return masked;
    }

    private void mask(int slice, Workers crew) {
      int step = tape.batch() * from.numCols;
      int first = crew.from(tape.time(), slice);
      int end = crew.from(tape.time(), slice + 1);
      if (!tape.isNoiseHeld()) {
        long noise = (long) (tape.noiseStep() + first) * step;
        drop(from.data, to.data, first * step, end * step, noise, key);
        return;
      }
      for (int t = first; t < end; t++) {
        drop(from.data, to.data, t * step, (t + 1) * step, 0, key);
      }
    }
  }
}
