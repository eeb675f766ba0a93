package ductus.ink.curve;

import java.util.List;

/**
 * A cubic Bézier curve from (x0, y0) to (x3, y3). One whose four points are the same is a dot.
 *
 * @param x1 first control point, on the tangent at the beginning
 * @param x2 second control point, on the tangent at the end
 */
public record CubicBezier(
    double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
  private static final int MOST_PIECES = 1000;

  /** Returns the curve that is a single point. */
  static CubicBezier dot(Vector point) {
    return of(point, point, point, point);
  }

  /** Returns the curve with these end and control points. */
  static CubicBezier of(Vector from, Vector control1, Vector control2, Vector to) {
    return new CubicBezier(
        from.x(), from.y(), control1.x(), control1.y(), control2.x(), control2.y(), to.x(), to.y());
  }

  /** Whether the curve has no extent. */
  public boolean isDot() {
    return x0 == x1 && x1 == x2 && x2 == x3 && y0 == y1 && y1 == y2 && y2 == y3;
  }

  /**
   * The x coordinate of the curve at t.
   *
   * @param t from 0 at the beginning to 1 at the end
   */
  public double x(double t) {
    return blend(x0, x1, x2, x3, t);
  }

  /**
   * The y coordinate of the curve at t.
   *
   * @param t from 0 at the beginning to 1 at the end
   */
  public double y(double t) {
    return blend(y0, y1, y2, y3, t);
  }

  /** The point of the curve at t. */
  Vector at(double t) {
    return new Vector(x(t), y(t));
  }

  /** First derivative of the curve by t. */
  Vector velocity(double t) {
    double s = 1 - t;
    return new Vector(
        3 * (s * s * (x1 - x0) + 2 * s * t * (x2 - x1) + t * t * (x3 - x2)),
        3 * (s * s * (y1 - y0) + 2 * s * t * (y2 - y1) + t * t * (y3 - y2)));
  }

  /** Second derivative of the curve by t. */
  Vector acceleration(double t) {
    double s = 1 - t;
    return new Vector(
        6 * (s * (x2 - 2 * x1 + x0) + t * (x3 - 2 * x2 + x1)),
        6 * (s * (y2 - 2 * y1 + y0) + t * (y3 - 2 * y2 + y1)));
  }

  /**
   * The part of the curve between two places.
   *
   * @param from 0 to 1
   * @param to from there to 1
   */
  public CubicBezier part(double from, double to) {
    double third = (to - from) / 3;
    return of(
        at(from),
        at(from).plus(velocity(from).times(third)),
        at(to).minus(velocity(to).times(third)),
        at(to));
  }

  /**
   * Number of equal steps of t in which straight lines between its points stay near the curve: the
   * deviation of a step is at most its second derivative / 8.
   *
   * @param tolerance above 0
   */
  public int pieces(double tolerance) {
    double bend = Math.max(acceleration(0).length(), acceleration(1).length());
    double pieces = Math.ceil(Math.sqrt(bend / (8 * tolerance)));
    return (int) Math.max(1, Math.min(MOST_PIECES, pieces));
  }

  /** Length of the curve, along a polygon of so many steps. */
  public double length(int steps) {
    double length = 0;
    Vector before = at(0);
    for (int i = 1; i <= steps; i++) {
      Vector next = at((double) i / steps);
      length += next.minus(before).length();
      before = next;
    }
    return length;
  }

  /** Sum of the lengths of some curves. */
  public static double length(List<CubicBezier> curves) {
    return curves.stream().mapToDouble(curve -> curve.length(16)).sum();
  }

  private static double blend(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }
}
