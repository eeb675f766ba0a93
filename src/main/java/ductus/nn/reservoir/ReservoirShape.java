package ductus.nn.reservoir;

import ductus.nn.Sizes;

/**
 * The settings by which a reservoir is drawn.
 *
 * @param spectralRadius largest magnitude of the recurrent weights' eigenvalues; from 1 on what
 *     came in long ago need not fade, and the states may depend on how they began for ever
 * @param leak share of a state that is new at each time step, above 0 to 1
 * @param inputScaling bound of the input weights, above 0
 * @param connections that come into a unit, C; all units where there are fewer
 */
public record ReservoirShape(
    double spectralRadius, double leak, double inputScaling, int connections) {
  /** What suits most streams of tokens and of numbers of about unit size. */
  public static final ReservoirShape USUAL = new ReservoirShape(0.95, 0.5, 0.5, 10);

  private static final double WILDEST = 10;
  private static final int MOST_CONNECTIONS = 4096;

  public ReservoirShape {
    require("spectral radius", spectralRadius, WILDEST);
    require("leak", leak, 1);
    require("input scaling", inputScaling, 1000);
    Sizes.require("connections of a unit", connections, 1, MOST_CONNECTIONS);
  }

  private static void require(String what, double value, double most) {
    if (!(value > 0 && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be above 0 and at most %s but was %s".formatted(what, most, value));
    }
  }

  /** Whether states may never forget how they began: a spectral radius of 1 or more. */
  public boolean mayNotForget() {
    return spectralRadius >= 1;
  }
}
