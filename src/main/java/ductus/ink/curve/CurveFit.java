package ductus.ink.curve;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits cubic Bézier curves to the points of a stroke, after Schneider 1990, "An algorithm for
 * automatically fitting digitized curves" (Graphics Gems): least squares for one curve between two
 * tangents, the points' parameters moved to where the curve comes nearest, and where that is not
 * enough two curves that share the tangent at the worst point.
 *
 * <p>Every point lies within the tolerance of the curves; they begin and end in the stroke's own
 * points, and meet with one tangent except at corners.
 */
public final class CurveFit {
  /** Largest distance of a point from the curves of its stroke on paper, in mm. */
  public static final double PAPER_TOLERANCE = 0.05;

  private static final double ROUNDING = 0.001;
  private static final int MOST_ROUNDS = 12;

  /** Number of tolerances beyond which moving parameters does not help. */
  private static final double HOPELESS = 6;

  /** Longest distance of a control point from its end, in lengths of the points' way. */
  private static final double LONGEST_HANDLE = 1;

  /** Cosine of half the turn up to which an end is an arc. */
  private static final double LEAST_COSINE_OF_ARC = StrictMath.cos(Math.toRadians(50));

  private final List<Vector> points;
  private final double tolerance;
  private final List<CubicBezier> curves = new ArrayList<>();

  private CurveFit(List<Vector> points, double tolerance) {
    this.points = points;
    this.tolerance = tolerance;
  }

  /**
   * Fits the curves of a stroke, in its order; of a dot one curve without extent.
   *
   * @param tolerance largest distance of a point from the curves, above 0
   */
  public static List<CubicBezier> fit(Stroke stroke, double tolerance) {
    if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException(
          "the tolerance of a curve must be above 0 but was " + tolerance);
    }
    List<Vector> points = withoutRepeats(stroke);
    if (points.size() == 1) {
      return List.of(CubicBezier.dot(points.get(0)));
    }
    CurveFit fit = new CurveFit(points, tolerance);
    List<Integer> corners = CurveCorners.of(points, 4 * tolerance);
    for (int i = 1; i < corners.size(); i++) {
      int first = corners.get(i - 1);
      int last = corners.get(i);
      fit.fit(first, last, fit.endTangent(first, last), fit.endTangent(last, first));
    }
    return List.copyOf(fit.curves);
  }

  /**
   * Fits the curves of a stroke on paper: within {@value #PAPER_TOLERANCE} mm of its points even
   * when their numbers are then rounded to micrometers.
   *
   * @param stroke in mm
   */
  public static List<CubicBezier> onPaper(Stroke stroke) {
    return fit(stroke, PAPER_TOLERANCE - ROUNDING);
  }

  private static List<Vector> withoutRepeats(Stroke stroke) {
    List<Vector> points = new ArrayList<>();
    for (PenPoint point : stroke.points()) {
      Vector next = Vector.of(point);
      if (points.isEmpty() || !next.equals(points.get(points.size() - 1))) {
        points.add(next);
      }
    }
    return points;
  }

  /** Fits the points from first to last between two tangents, both pointing inwards. */
  private void fit(int first, int last, Vector startTangent, Vector endTangent) {
    if (last == first + 1) {
      double third = points.get(last).minus(points.get(first)).length() / 3;
      curves.add(curve(first, last, startTangent, endTangent, third, third));
      return;
    }
    double[] places = chordLengths(first, last);
    CubicBezier curve = leastSquares(first, last, places, startTangent, endTangent);
    int worst = worst(first, places, curve);
    double error = error(first, worst, places, curve);
    for (int round = 0;
        round < MOST_ROUNDS && error > tolerance && error < HOPELESS * tolerance;
        round++) {
      moveToNearest(first, places, curve);
      curve = leastSquares(first, last, places, startTangent, endTangent);
      worst = worst(first, places, curve);
      error = error(first, worst, places, curve);
    }
    if (error <= tolerance) {
      curves.add(curve);
      return;
    }
    int split = first + worst;
    Vector tangent = tangentThrough(split, first, last);
    fit(first, split, startTangent, tangent.times(-1));
    fit(split, last, tangent, endTangent);
  }

  /** Share of the way at each point, 0 to 1. */
  private double[] chordLengths(int first, int last) {
    double[] places = new double[last - first + 1];
    for (int i = 1; i < places.length; i++) {
      places[i] = places[i - 1] + points.get(first + i).minus(points.get(first + i - 1)).length();
    }
    double length = places[places.length - 1];
    for (int i = 1; i < places.length; i++) {
      places[i] /= length;
    }
    return places;
  }

  /** The curve with these tangents that comes nearest to the points at their places. */
  private CubicBezier leastSquares(
      int first, int last, double[] places, Vector startTangent, Vector endTangent) {
    Vector from = points.get(first);
    Vector to = points.get(last);
    double c00 = 0;
    double c01 = 0;
    double c11 = 0;
    double x0 = 0;
    double x1 = 0;
    for (int i = 0; i < places.length; i++) {
      double t = places[i];
      double s = 1 - t;
      double b1 = 3 * t * s * s;
      double b2 = 3 * t * t * s;
      Vector a0 = startTangent.times(b1);
      Vector a1 = endTangent.times(b2);
      Vector straight = from.times(s * s * s + b1).plus(to.times(t * t * t + b2));
      Vector rest = points.get(first + i).minus(straight);
      c00 += a0.dot(a0);
      c01 += a0.dot(a1);
      c11 += a1.dot(a1);
      x0 += a0.dot(rest);
      x1 += a1.dot(rest);
    }
    double determinant = c00 * c11 - c01 * c01;
    double way = way(first, last);
    double shortest = 1e-3 * to.minus(from).length();
    if (Math.abs(determinant) > 1e-12 * c00 * c11) {
      double start = (x0 * c11 - x1 * c01) / determinant;
      double end = (c00 * x1 - c01 * x0) / determinant;
      if (start > shortest
          && end > shortest
          && start <= LONGEST_HANDLE * way
          && end <= LONGEST_HANDLE * way) {
        return curve(first, last, startTangent, endTangent, start, end);
      }
    }
    // Where least squares give a loop or a cusp, the rule of Wu and Barsky.
    double third = to.minus(from).length() / 3;
    return curve(first, last, startTangent, endTangent, third, third);
  }

  private double way(int first, int last) {
    double way = 0;
    for (int i = first + 1; i <= last; i++) {
      way += points.get(i).minus(points.get(i - 1)).length();
    }
    return way;
  }

  private CubicBezier curve(
      int first, int last, Vector startTangent, Vector endTangent, double start, double end) {
    Vector from = points.get(first);
    Vector to = points.get(last);
    return CubicBezier.of(
        from, from.plus(startTangent.times(start)), to.plus(endTangent.times(end)), to);
  }

  /** The inner point farthest from its place on the curve, counted from the first. */
  private int worst(int first, double[] places, CubicBezier curve) {
    int worst = 1;
    for (int i = 2; i < places.length - 1; i++) {
      if (error(first, i, places, curve) > error(first, worst, places, curve)) {
        worst = i;
      }
    }
    return worst;
  }

  private double error(int first, int index, double[] places, CubicBezier curve) {
    return curve.at(places[index]).minus(points.get(first + index)).length();
  }

  /** One step of Newton's method towards each point's nearest place on the curve. */
  private void moveToNearest(int first, double[] places, CubicBezier curve) {
    for (int i = 1; i < places.length - 1; i++) {
      double t = places[i];
      Vector miss = curve.at(t).minus(points.get(first + i));
      Vector velocity = curve.velocity(t);
      double slope = velocity.dot(velocity) + miss.dot(curve.acceleration(t));
      if (slope > 0) {
        places[i] = Math.max(0, Math.min(1, t - miss.dot(velocity) / slope));
      }
    }
  }

  /**
   * Direction in which the way from one end of a smooth run to the other begins. Where points are
   * so far apart that the first two alone tell it, the run turns on between them as it does behind
   * them: the end is an arc, not a straight line.
   */
  private Vector endTangent(int end, int other) {
    int step = Integer.signum(other - end);
    Vector chord = step > 0 ? tangentAfter(end, other) : tangentBefore(end, other);
    int next = end + step;
    if (next == other || points.get(next).minus(points.get(end)).length() < 2 * tolerance) {
      return chord;
    }
    int first = Math.min(end, other);
    int last = Math.max(end, other);
    Vector through = tangentThrough(next, first, last).times(step);
    double cosine = through.dot(chord);
    return cosine < LEAST_COSINE_OF_ARC ? chord : chord.times(2 * cosine).minus(through);
  }

  /** Direction in which the stroke leaves a point, seen over a few tolerances. */
  private Vector tangentAfter(int from, int last) {
    int to = from + 1;
    while (to < last && points.get(to).minus(points.get(from)).length() < 2 * tolerance) {
      to++;
    }
    return points.get(to).minus(points.get(from)).unit();
  }

  /** Direction back along the way on which the stroke arrives at a point. */
  private Vector tangentBefore(int from, int first) {
    int to = from - 1;
    while (to > first && points.get(to).minus(points.get(from)).length() < 2 * tolerance) {
      to--;
    }
    return points.get(to).minus(points.get(from)).unit();
  }

  /** Direction of the stroke at a point inside it. */
  private Vector tangentThrough(int at, int first, int last) {
    Vector in = tangentBefore(at, first).times(-1);
    Vector out = tangentAfter(at, last);
    Vector both = in.plus(out);
    return both.length() > 1e-6 ? both.unit() : out;
  }
}
