package ductus.ink.path;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A path while it is read: its curves become points on them, none further from the chords than a
 * tolerance.
 */
final class Flattening {
  /**
   * Chords of a smooth curve turn by less than this (radians), so that they do not look like
   * corners.
   */
  private static final double LARGEST_TURN = 0.3;

  /** Most times that a curve is halved: 2¹² chords are enough for any. */
  private static final int DEEPEST = 12;

  private final double tolerance;
  private final List<PenPoint> points = new ArrayList<>();

  Flattening(double tolerance) {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("a tolerance must be positive but was " + tolerance);
    }
    this.tolerance = tolerance;
  }

  /** The points so far, repeated ones left out; empties the path. */
  List<PenPoint> take() {
    List<PenPoint> taken = List.copyOf(points);
    points.clear();
    return taken;
  }

  int size() {
    return points.size();
  }

  /** Draws a straight line to a point, or begins there. */
  void line(double x, double y) {
    if (points.isEmpty()
        || points.get(points.size() - 1).x() != x
        || points.get(points.size() - 1).y() != y) {
      points.add(PenPoint.at(x, y));
    }
  }

  /** Draws a quadratic Bézier curve from the last point. */
  void quadratic(double controlX, double controlY, double x, double y) {
    PenPoint start = points.get(points.size() - 1);
    cubic(
        start.x() + 2.0 / 3 * (controlX - start.x()),
        start.y() + 2.0 / 3 * (controlY - start.y()),
        x + 2.0 / 3 * (controlX - x),
        y + 2.0 / 3 * (controlY - y),
        x,
        y);
  }

  /** Draws a cubic Bézier curve from the last point. */
  void cubic(double x1, double y1, double x2, double y2, double x, double y) {
    PenPoint start = points.get(points.size() - 1);
    split(new double[] {start.x(), start.y(), x1, y1, x2, y2, x, y}, 0);
    line(x, y);
  }

  /** Adds the points of a curve but its last, halving it (De Casteljau) until it is flat. */
  private void split(double[] curve, int depth) {
    if (depth == DEEPEST || (depth > 0 && isFlat(curve))) {
      line(curve[0], curve[1]);
      return;
    }
    double[] left = new double[8];
    double[] right = new double[8];
    for (int axis = 0; axis < 2; axis++) {
      double a = curve[axis];
      double b = curve[axis + 2];
      double c = curve[axis + 4];
      double d = curve[axis + 6];
      double ab = (a + b) / 2;
      double bc = (b + c) / 2;
      double cd = (c + d) / 2;
      double abc = (ab + bc) / 2;
      double bcd = (bc + cd) / 2;
      left[axis] = a;
      left[axis + 2] = ab;
      left[axis + 4] = abc;
      left[axis + 6] = (abc + bcd) / 2;
      right[axis] = left[axis + 6];
      right[axis + 2] = bcd;
      right[axis + 4] = cd;
      right[axis + 6] = d;
    }
    split(left, depth + 1);
    split(right, depth + 1);
  }

  private boolean isFlat(double[] curve) {
    double chordX = curve[6] - curve[0];
    double chordY = curve[7] - curve[1];
    double chord = Math.sqrt(chordX * chordX + chordY * chordY);
    double far =
        Math.max(away(curve, 2, chordX, chordY, chord), away(curve, 4, chordX, chordY, chord));
    // The curve strays at most three quarters of its controls' distance.
    if (far * 0.75 > tolerance) {
      return false;
    }
    return chord <= tolerance || turn(curve) < LARGEST_TURN;
  }

  /** Distance of a control point from the chord (not from its extension). */
  private static double away(double[] curve, int at, double chordX, double chordY, double chord) {
    double x = curve[at] - curve[0];
    double y = curve[at + 1] - curve[1];
    double along = chord == 0 ? 0 : (x * chordX + y * chordY) / chord;
    double nearest = Math.min(Math.max(along, 0), chord);
    double across = chord == 0 ? Math.sqrt(x * x + y * y) : (y * chordX - x * chordY) / chord;
    return chord == 0 ? across : Math.sqrt(across * across + (along - nearest) * (along - nearest));
  }

  /** Sum of the angles at which a control polygon turns. */
  private static double turn(double[] curve) {
    double turn = 0;
    double lastX = 0;
    double lastY = 0;
    for (int i = 0; i < 6; i += 2) {
      double x = curve[i + 2] - curve[i];
      double y = curve[i + 3] - curve[i + 1];
      if (x == 0 && y == 0) {
        continue;
      }
      if (lastX != 0 || lastY != 0) {
        turn += Math.abs(StrictMath.atan2(lastX * y - lastY * x, lastX * x + lastY * y));
      }
      lastX = x;
      lastY = y;
    }
    return turn;
  }
}
