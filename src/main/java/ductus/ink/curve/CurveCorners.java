package ductus.ink.curve;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a pen really turned: points at which the direction changes by more than 95°, seen
 * over a short reach so that the shake of a hand or a tablet is not taken for a corner.
 */
final class CurveCorners {
  private static final double MOST_COSINE = StrictMath.cos(Math.toRadians(95));

  private CurveCorners() {}

  /**
   * Indices of the corners, the first and last point among them.
   *
   * @param points two or more, no two neighbors the same
   * @param reach how far direction is looked at, before and after a point
   */
  static List<Integer> of(List<Vector> points, double reach) {
    int last = points.size() - 1;
    List<Integer> corners = new ArrayList<>(List.of(0));
    int sharpest = -1;
    double least = MOST_COSINE;
    for (int i = 1; i < last; i++) {
      double cosine = cosineOfTurn(points, i, reach);
      boolean near = sharpest > 0 && points.get(i).minus(points.get(sharpest)).length() <= reach;
      if (sharpest > 0 && !near) {
        corners.add(sharpest);
        sharpest = -1;
        least = MOST_COSINE;
      }
      if (cosine < least) {
        sharpest = i;
        least = cosine;
      }
    }
    if (sharpest > 0) {
      corners.add(sharpest);
    }
    corners.add(last);
    return corners;
  }

  private static double cosineOfTurn(List<Vector> points, int at, double reach) {
    Vector point = points.get(at);
    Vector in = point.minus(points.get(away(points, at, -1, reach))).unit();
    Vector out = points.get(away(points, at, 1, reach)).minus(point).unit();
    return in.dot(out);
  }

  /** Index of the first point at least so far away, or of the last one on that side. */
  private static int away(List<Vector> points, int from, int step, double reach) {
    int at = from + step;
    while (at > 0
        && at < points.size() - 1
        && points.get(at).minus(points.get(from)).length() < reach) {
      at += step;
    }
    return at;
  }
}
