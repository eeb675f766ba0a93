package ductus.ink.prepare;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.List;

/** Finds where a pen turns so sharply that points at a distance would cut the corner. */
final class ResamplingCorners {
  /** Cosine of 55°, the same as the line composer's: a sharper turn is a corner. */
  private static final double SHARP = 0.574;

  private final List<PenPoint> points;
  private final double reach;

  private ResamplingCorners(List<PenPoint> points, double reach) {
    this.points = points;
    this.reach = reach;
  }

  /**
   * Indices of corners, the ends of the stroke left out.
   *
   * @param points a fine trace
   * @param reach the way before and after a point over which its turn is measured
   */
  static List<Integer> of(List<PenPoint> points, double reach) {
    ResamplingCorners corners = new ResamplingCorners(points, reach);
    double[] cosines = new double[points.size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = corners.cosine(i);
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 1; i < points.size() - 1; i++) {
      if (cosines[i] < SHARP && corners.isSharpest(i, cosines)) {
        found.add(i);
      }
    }
    return found;
  }

  /**
   * Whether a point turns most sharply of those near it; of points that turn alike the first
   * counts.
   */
  private boolean isSharpest(int at, double[] cosines) {
    for (int i = at - 1; i >= 0 && isNear(at, i); i--) {
      if (cosines[i] <= cosines[at]) {
        return false;
      }
    }
    for (int i = at + 1; i < cosines.length && isNear(at, i); i++) {
      if (cosines[i] < cosines[at]) {
        return false;
      }
    }
    return true;
  }

  /** Cosine of the turn at a point; 1 where the stroke is too short to tell. */
  private double cosine(int at) {
    int before = at;
    while (before > 0 && isNear(at, before)) {
      before--;
    }
    int after = at;
    while (after < points.size() - 1 && isNear(at, after)) {
      after++;
    }
    PenPoint here = points.get(at);
    PenPoint from = points.get(before);
    PenPoint to = points.get(after);
    double lengths = here.distance(from) * here.distance(to);
    return lengths == 0
        ? 1
        : ((here.x() - from.x()) * (to.x() - here.x())
                + (here.y() - from.y()) * (to.y() - here.y()))
            / lengths;
  }

  private boolean isNear(int a, int b) {
    return points.get(a).distance(points.get(b)) < reach;
  }
}
