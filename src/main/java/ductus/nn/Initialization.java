package ductus.nn;

import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** First values of weights. */
final class Initialization {
  private Initialization() {}

  /** Uniform in [-bound, bound), some columns of all rows. */
  static void uniform(
      FMatrixRMaj matrix, int fromColumn, int toColumn, double bound, RandomGenerator random) {
    for (int r = 0; r < matrix.numRows; r++) {
      for (int c = fromColumn; c < toColumn; c++) {
        matrix.set(r, c, (float) ((2 * random.nextDouble() - 1) * bound));
      }
    }
  }

  /** Normal with mean 0. */
  static void normal(FMatrixRMaj matrix, double deviation, RandomGenerator random) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = (float) (random.nextGaussian() * deviation);
    }
  }
}
