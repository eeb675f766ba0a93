package ductus.picture.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a chart: points by x. A y that is not finite leaves a gap.
 *
 * @param name for the legend
 * @param x where each point lies, ascending
 * @param y its value
 * @param spread how far the values behind each point lie from it, drawn as a band by panels; empty
 *     for none
 */
public record Series(String name, List<Double> x, List<Double> y, List<Double> spread) {
  public Series {
    x = List.copyOf(x);
    y = List.copyOf(y);
    spread = List.copyOf(spread);
    if (x.size() != y.size()) {
      throw new IllegalArgumentException(
          name + ": x and y must be as many but were " + x.size() + " and " + y.size());
    }
    if (!spread.isEmpty() && spread.size() != y.size()) {
      throw new IllegalArgumentException(
          "%s: y and spread must be as many but were %d and %d"
              .formatted(name, y.size(), spread.size()));
    }
  }

  /** Creates a line without a band. */
  public Series(String name, List<Double> x, List<Double> y) {
    this(name, x, y, List.of());
  }

  /** Creates a line of values at 1, 2, 3 and so on, such as one an epoch. */
  public static Series ofValues(String name, List<Double> y) {
    List<Double> x = IntStream.rangeClosed(1, y.size()).mapToObj(i -> (double) i).toList();
    return new Series(name, x, y);
  }
}
