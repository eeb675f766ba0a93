package ductus.ink.prepare;

/** Finds where most of some weighted values lie: the peak of their sum of Gaussian bells. */
final class DensityPeak {
  private static final int GRID = 400;

  private DensityPeak() {}

  /**
   * The value with most weight around it.
   *
   * @param values one or more
   * @param weights one a value, 0 or more
   * @param width standard deviation of a bell
   */
  static double peak(double[] values, double[] weights, double width) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double best = least;
    double highest = -1;
    for (int i = 0; i <= GRID; i++) {
      double place = least + (most - least) * i / GRID;
      double sum = at(place, values, weights, width);
      if (sum > highest) {
        highest = sum;
        best = place;
      }
    }
    return best;
  }

  /** The density at a place; a single value of weight 1 there gives 1. */
  static double at(double place, double[] values, double[] weights, double width) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double away = (values[i] - place) / width;
      sum += weights[i] * StrictMath.exp(-away * away / 2);
    }
    return sum;
  }
}
