package ductus.lab.reservoir;

/** Squared errors over the variance of what was wanted. */
final class NormalizedSquaredError {
  private final double variance;
  private double squares;
  private int count;

  /**
   * Creates an error without any series yet.
   *
   * @param wanted whose variance is taken
   */
  NormalizedSquaredError(double[] wanted) {
    double mean = 0;
    for (double value : wanted) {
      mean += value / wanted.length;
    }
    double sum = 0;
    for (double value : wanted) {
      sum += (value - mean) * (value - mean);
    }
    variance = sum / wanted.length;
  }

  void add(double made, double wanted) {
    squares += (made - wanted) * (made - wanted);
    count++;
  }

  /** Normalized root of the mean squared error: 1 is what the mean alone would get. */
  double normalized() {
    return Math.sqrt(squares / count / variance);
  }
}
