package ductus.ink.prepare;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Drops single points that jump away from their stroke and back, as disturbed tablets give them.
 * Ink with many long steps is no tablet's but drawn in lines; there a jump is meant, and stays.
 *
 * @param factor how many times longer than nearly all steps of the ink both steps of a jump are
 */
public record OutlierRemoval(double factor) implements PreparationStep {
  private static final double NEARLY_ALL = 0.9;
  private static final double MOST_JUMPS = 0.05;

  /** Part of a jump's length within which the way back ends near to where it began. */
  private static final double NEAR = 0.3;

  public OutlierRemoval {
    if (!(factor > 1)) {
      throw new IllegalArgumentException("outlier factor must be above 1 but was " + factor);
    }
  }

  /** Returns the step with a factor that real writing, however hasty, does not reach. */
  public static OutlierRemoval usual() {
    return new OutlierRemoval(4);
  }

  @Override
  public PreparedInk apply(Handwriting ink) {
    double[] steps =
        ink.strokes().stream()
            .flatMapToDouble(
                stroke ->
                    IntStream.range(1, stroke.points().size())
                        .mapToDouble(i -> step(stroke.points(), i)))
            .sorted()
            .toArray();
    if (steps.length < 3) {
      return PreparedInk.of(ink);
    }
    double longest = factor * steps[(int) (NEARLY_ALL * (steps.length - 1))];
    int jumps = 0;
    for (double step : steps) {
      jumps += step > longest ? 1 : 0;
    }
    if (jumps == 0 || jumps > Math.max(2, MOST_JUMPS * steps.length)) {
      return PreparedInk.of(ink);
    }
    Handwriting cleaned =
        ink.withStrokes(
            ink.strokes().stream().map(stroke -> withoutJumps(stroke, longest)).toList());
    return new PreparedInk(
        cleaned,
        List.of(
            new PreparedInk.Estimate(
                "outliers", (double) ink.points() - cleaned.points(), "points")));
  }

  private static Stroke withoutJumps(Stroke stroke, double longest) {
    List<PenPoint> points = stroke.points();
    List<PenPoint> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (i == 0 || i == points.size() - 1 || !isJump(points, i, longest)) {
        kept.add(points.get(i));
      }
    }
    return new Stroke(kept);
  }

  private static boolean isJump(List<PenPoint> points, int i, double longest) {
    double away = step(points, i);
    double back = step(points, i + 1);
    return Math.min(away, back) > longest
        && points.get(i - 1).distance(points.get(i + 1)) < NEAR * Math.min(away, back);
  }

  private static double step(List<PenPoint> points, int i) {
    return points.get(i).distance(points.get(i - 1));
  }
}
