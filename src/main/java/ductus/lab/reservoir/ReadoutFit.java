package ductus.lab.reservoir;

/**
 * What a readout is solved from.
 *
 * @param steps of the series that is learned from, the washout among them
 * @param washout first steps that are not learned from, until the states have forgotten how they
 *     began
 * @param penalty of large weights, as a share of the states' mean square; above 0
 */
public record ReadoutFit(int steps, int washout, double penalty) {
  private static final int MOST = 100_000;

  public ReadoutFit {
    if (washout < 0 || steps <= washout || steps > MOST) {
      throw new IllegalArgumentException(
          "steps of a lesson must be more than its washout, and at most %d, but were %d with a"
                  .formatted(MOST, steps)
              + " washout of "
              + washout);
    }
    if (!(penalty > 0)) {
      throw new IllegalArgumentException("penalty must be above 0 but was " + penalty);
    }
  }
}
