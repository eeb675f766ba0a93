package ductus.lab.inside;

import ductus.lab.result.Outcome.Curve;
import ductus.picture.chart.ColoredPath;
import ductus.picture.chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The way of a piece over the paper, a straight piece of it for each step; curves can hold it. */
final class PiecePath {
  private static final List<String> NAMES = List.of("from x", "from y", "to x", "to y");

  private final List<List<Double>> places =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

  /** Adds a step; NaN for one at which nothing is drawn. */
  void add(double fromX, double fromY, double toX, double toY) {
    places.get(0).add(fromX);
    places.get(1).add(fromY);
    places.get(2).add(toX);
    places.get(3).add(toY);
  }

  /** Adds a step at which nothing is drawn. */
  void rest() {
    add(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  List<Curve> curves() {
    return IntStream.range(0, NAMES.size())
        .mapToObj(i -> Curve.ofValues(NAMES.get(i), places.get(i)))
        .toList();
  }

  /** What a unit did on the way, where something is drawn. */
  static List<ColoredPath.Step> steps(CurveSource route, List<Double> states) {
    List<List<Double>> sides = NAMES.stream().map(name -> route.curve(name).y()).toList();
    List<ColoredPath.Step> steps = new ArrayList<>();
    for (int t = 0; t < Math.min(states.size(), sides.get(0).size()); t++) {
      double fromX = sides.get(0).get(t);
      if (Double.isFinite(fromX)) {
        steps.add(
            new ColoredPath.Step(
                fromX,
                sides.get(1).get(t),
                sides.get(2).get(t),
                sides.get(3).get(t),
                states.get(t)));
      }
    }
    return steps;
  }

  /** Where curves are found by name. */
  @FunctionalInterface
  interface CurveSource {
    Series curve(String name);
  }
}
