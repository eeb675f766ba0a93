package ductus.task.handwriting.evaluation;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The distance of two drawings of one letter from each other, by dynamic time warping (Sakoe and
 * Chiba 1978): the mean distance of the points that it puts together, in x-heights. Drawings are
 * laid with their left ends over each other; heights stay.
 */
public final class LetterDistance {
  /** Distance of points along the pen's way, x-heights. */
  private static final double SPACING = 0.1;

  private LetterDistance() {}

  /** The distance of two drawings, each one point or more; pen-ups count as ways. */
  public static double of(List<PenPoint> first, List<PenPoint> second) {
    List<PenPoint> a = even(first);
    List<PenPoint> b = even(second);
    double[] cost = new double[b.size()];
    int[] steps = new int[b.size()];
    for (int i = 0; i < a.size(); i++) {
      double diagonal = Double.POSITIVE_INFINITY;
      int diagonalSteps = 0;
      for (int j = 0; j < b.size(); j++) {
        double above = i == 0 ? Double.POSITIVE_INFINITY : cost[j];
        int aboveSteps = steps[j];
        double left = j == 0 ? Double.POSITIVE_INFINITY : cost[j - 1];
        double before = Math.min(diagonal, Math.min(above, left));
        int beforeSteps =
            before == diagonal
                ? diagonalSteps
                : before == above ? aboveSteps : j == 0 ? 0 : steps[j - 1];
        double distance = a.get(i).distance(b.get(j));
        boolean start = i == 0 && j == 0;
        cost[j] = distance + (start ? 0 : before);
        steps[j] = 1 + (start ? 0 : beforeSteps);
        diagonal = above;
        diagonalSteps = aboveSteps;
      }
    }
    return cost[b.size() - 1] / steps[b.size() - 1];
  }

  /** Points at even distances, from x = 0 on. */
  private static List<PenPoint> even(List<PenPoint> points) {
    double left = points.stream().mapToDouble(PenPoint::x).min().orElse(0);
    List<PenPoint> even = new ArrayList<>();
    even.add(points.get(0).moved(points.get(0).x() - left, points.get(0).y()));
    double gone = 0;
    for (int i = 1; i < points.size(); i++) {
      PenPoint from = points.get(i - 1);
      PenPoint to = points.get(i);
      double length = from.distance(to);
      double next = SPACING - gone;
      while (next <= length) {
        double share = next / length;
        even.add(
            PenPoint.at(
                from.x() + share * (to.x() - from.x()) - left,
                from.y() + share * (to.y() - from.y())));
        next += SPACING;
      }
      gone = length - (next - SPACING);
    }
    return even;
  }
}
