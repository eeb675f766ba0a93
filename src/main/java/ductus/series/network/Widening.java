package ductus.series.network;

import java.util.List;

/**
 * The widening of the intervals of forecasts beyond those of the paths that a network draws, which
 * do not know how wrong the network itself is: not at all one step ahead, then evenly more up to
 * some steps, and no more behind them.
 *
 * @param steps that it was found with, 1 or more
 * @param factors at that step, 1 or more, one for each share that intervals hold
 */
public record Widening(int steps, List<Double> factors) {
  /** No widening: intervals as the paths have them. */
  public static final Widening NONE = new Widening(1, List.of());

  public Widening {
    factors = List.copyOf(factors);
    if (steps < 1 || factors.stream().anyMatch(factor -> !(factor >= 1))) {
      throw new IllegalArgumentException(
          "steps and factors must be 1 or more but were %d and %s".formatted(steps, factors));
    }
  }

  /**
   * The factor by which an interval is wider at a step.
   *
   * @param step ahead, from 0
   * @param share index of the share that it holds
   */
  public double factor(int step, int share) {
    if (factors.isEmpty()) {
      return 1;
    }
    double way = steps == 1 ? 1 : Math.min(1, step / (steps - 1.0));
    return 1 + (factors.get(share) - 1) * way;
  }
}
