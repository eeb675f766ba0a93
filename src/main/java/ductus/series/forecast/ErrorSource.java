package ductus.series.forecast;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws what a network will be wrong by, in standard deviations that it foretells: as on held-out
 * steps, all columns of the same one; where there are too few of those, from a normal distribution.
 */
final class ErrorSource {
  private static final int ENOUGH = 40;

  private final List<List<Double>> errors;

  ErrorSource(List<List<Double>> errors) {
    this.errors = List.copyOf(errors);
  }

  /**
   * Draws a step's errors.
   *
   * @param into [C], modified
   */
  void draw(double[] into, RandomGenerator random) {
    if (errors.size() < ENOUGH) {
      for (int c = 0; c < into.length; c++) {
        into[c] = random.nextGaussian();
      }
      return;
    }
    List<Double> row = errors.get(random.nextInt(errors.size()));
    for (int c = 0; c < into.length; c++) {
      into[c] = row.get(c);
    }
  }
}
