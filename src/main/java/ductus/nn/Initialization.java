package ductus.nn;

import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** First values of weights. */
public final class Initialization {
  private Initialization() {}

  /** Uniform in [-bound, bound). */
  public static void uniform(FMatrixRMaj matrix, double bound, RandomGenerator random) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
  }

  /** Normal with mean 0. */
  static void normal(FMatrixRMaj matrix, double deviation, RandomGenerator random) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = (float) (random.nextGaussian() * deviation);
    }
  }
}
