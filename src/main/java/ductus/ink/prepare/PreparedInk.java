package ductus.ink.prepare;

import ductus.ink.Handwriting;
import java.util.List;
import java.util.Optional;

/**
 * Ink after a step or several.
 *
 * @param estimates what was found in it, in the order of finding
 */
public record PreparedInk(Handwriting ink, List<Estimate> estimates) {
  /** Name of an estimate: height of the lower-case letters without ascenders, in source units. */
  public static final String X_HEIGHT = "x-height";

  /**
   * Name of an estimate: where the line of writing stood before it was set on 0, in source units.
   */
  public static final String BASELINE = "baseline";

  /** Name of an estimate: by how much the line rose, in degrees. */
  public static final String BASELINE_ANGLE = "baseline angle";

  /** Name of an estimate: lean of the down-strokes to the right, in degrees from the upright. */
  public static final String SLANT = "slant";

  /**
   * A figure that a step found.
   *
   * @param what its name
   * @param unit such as {@code degrees}
   */
  public record Estimate(String what, double value, String unit) {}

  public PreparedInk {
    estimates = List.copyOf(estimates);
  }

  /** Ink of which nothing was estimated. */
  static PreparedInk of(Handwriting ink) {
    return new PreparedInk(ink, List.of());
  }

  /** The value of an estimate; empty if no step made it. */
  public Optional<Double> value(String what) {
    return estimates.stream()
        .filter(estimate -> estimate.what().equals(what))
        .map(Estimate::value)
        .findFirst();
  }
}
