package ductus.analysis.surprise;

import java.util.List;

/**
 * The surprise from which on a part is odd.
 *
 * @param rate share of sound parts that are taken for odd
 * @param sound parts that it was set by
 * @param limit nats; a part that surprises more is odd
 */
public record AnomalyThreshold(double rate, int sound, double limit) {
  /**
   * An alarm that rings for a share of sound parts, rounded down to whole ones.
   *
   * @param surprises of sound parts, one or more
   * @param rate 0 to below 1
   */
  public static AnomalyThreshold of(List<Double> surprises, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be 0 to below 1 but was " + rate);
    }
    double[] sorted =
        surprises.stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("an alarm must be set by one sound part or more");
    }
    int falseAlarms = (int) Math.floor(rate * sorted.length + 1e-9);
    return new AnomalyThreshold(rate, sorted.length, sorted[sorted.length - 1 - falseAlarms]);
  }

  /** Whether a part is odd. */
  public boolean ringsAt(double surprise) {
    return surprise > limit;
  }
}
