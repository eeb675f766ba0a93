package ductus.picture;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One line of a chart: points by x. A y that is not finite leaves a gap.
 *
 * @param name for the legend
 * @param x where each point lies, ascending
 * @param y its value
 */
public record Series(String name, List<Double> x, List<Double> y) {
  public Series {
    x = List.copyOf(x);
    y = List.copyOf(y);
    if (x.size() != y.size()) {
      throw new IllegalArgumentException(
          name + ": x and y must be as many but were " + x.size() + " and " + y.size());
    }
  }

  /** Values at 1, 2, 3 and so on, such as one an epoch. */
  public static Series ofValues(String name, List<Double> y) {
    List<Double> x = IntStream.rangeClosed(1, y.size()).mapToObj(i -> (double) i).toList();
    return new Series(name, x, y);
  }
}
