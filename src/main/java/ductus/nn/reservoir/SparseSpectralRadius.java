package ductus.nn.reservoir;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** The largest magnitude of a sparse matrix's eigenvalues. */
final class SparseSpectralRadius {
  /** Products before the growth is measured, in which all but the largest eigenvalues die out. */
  private static final int BEFORE = 1000;

  private static final int MEASURED = 4000;

  private SparseSpectralRadius() {}

  /**
   * The mean growth of a vector under repeated products (Gelfand's formula): good to about a
   * thousandth, also where the largest eigenvalues are a complex pair.
   *
   * @param weights of each unit's connections [N×C]
   * @param sources units that they come from [N×C]
   * @return 0 where the products vanish
   */
  static double of(FMatrixRMaj weights, FMatrixRMaj sources) {
    int units = weights.numRows;
    double[] vector = new double[units];
    double[] next = new double[units];
    Arrays.fill(vector, 1 / Math.sqrt(units));
    double logs = 0;
    for (int i = 0; i < BEFORE + MEASURED; i++) {
      double square = 0;
      for (int u = 0; u < units; u++) {
        double sum = 0;
        for (int c = u * weights.numCols; c < (u + 1) * weights.numCols; c++) {
          sum += weights.data[c] * vector[(int) sources.data[c]];
        }
        next[u] = sum;
        square += sum * sum;
      }
      double length = Math.sqrt(square);
      if (length < Double.MIN_NORMAL) {
        return 0;
      }
      logs += i < BEFORE ? 0 : StrictMath.log(length);
      for (int u = 0; u < units; u++) {
        vector[u] = next[u] / length;
      }
    }
    return StrictMath.exp(logs / MEASURED);
  }
}
