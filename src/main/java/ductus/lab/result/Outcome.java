package ductus.lab.result;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one trial with one seed has come to.
 *
 * @param figures one for each of the examination's measures, NaN for none
 * @param curves maybe none
 */
public record Outcome(List<Double> figures, List<Curve> curves) {
  /**
   * How something went in a trial, such as the loss over the updates.
   *
   * @param name what it is, such as {@code held out}
   * @param x where, ascending
   * @param y what, NaN for nothing
   */
  public record Curve(String name, List<Double> x, List<Double> y) {
    public Curve {
      x = List.copyOf(x);
      y = List.copyOf(y);
      if (x.size() != y.size()) {
        throw new IllegalArgumentException(
            "%s: x and y must be as many but were %d and %d".formatted(name, x.size(), y.size()));
      }
    }

    /** Values over their numbers 1, 2, 3 and so on. */
    public static Curve ofValues(String name, List<Double> y) {
      List<Double> x = IntStream.rangeClosed(1, y.size()).mapToObj(i -> (double) i).toList();
      return new Curve(name, x, y);
    }
  }

  public Outcome {
    figures = List.copyOf(figures);
    curves = List.copyOf(curves);
  }

  /** Nothing that could be measured, as of a network whose loss was no number any more. */
  public static Outcome none(int figures) {
    return new Outcome(Collections.nCopies(figures, Double.NaN), List.of());
  }
}
