package ductus.ink.render;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.curve.CurveFit;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Draws the edge of a stroke whose width changes, with round ends and corners. What is inside it is
 * ink by the rule of windings that are not zero; where a stroke crosses itself its edge does so,
 * too.
 */
final class StrokeOutline {
  /** Largest distance of the curves from the edge, in mm. */
  private static final double TOLERANCE = 0.03;

  /** Turn from which on a corner of the middle is rounded, and the steps of that, in radians. */
  private static final double CORNER = 0.5;

  private static final double ARC = 0.4;

  /**
   * Share of the ink's half width at which a point of the edge lies within the ink. Not 1, since
   * where the width grows the edge lies a little within it.
   */
  private static final double WITHIN = 0.94;

  /** Length of the way before and behind a place whose ink may hide its edge, in half widths. */
  private static final double NEAR = 4;

  /** Turn from which on the ink on one side of it may hide the edge, in radians. */
  private static final double LEAST_TURN = 0.15;

  /** Share of the half width that must be ink around each point, and at how many places. */
  private static final double COVERED = 0.8;

  private static final int AROUND = 16;

  /** Length of the arms by which a cubic curve draws a quarter of a circle, in radii. */
  private static final double ARM = 0.5523;

  private final PressedLine line;
  private final double[] way;

  /** Turn of the middle from the first point to each, to the left, in radians. */
  private final double[] turned;

  private final double nibWidth;
  private final List<PenPoint> left = new ArrayList<>();
  private final List<PenPoint> right = new ArrayList<>();

  private StrokeOutline(PressedLine line, double nibWidth) {
    this.line = line;
    this.nibWidth = nibWidth;
    way = line.way();
    turned = turned(line);
  }

  /**
   * The edge of a stroke as curves, each from where the last one ended, the last to where the first
   * began.
   *
   * @param stroke in mm
   * @param nibWidth in mm
   */
  static List<CubicBezier> of(Stroke stroke, double nibWidth) {
    StrokeOutline outline = new StrokeOutline(PressedLine.of(stroke, nibWidth), nibWidth);
    outline.sides();
    return outline.covered(outline.curves());
  }

  /**
   * Adds a dot of ink, by a way there and back that has no width, wherever the edge leaves ink out:
   * it does where the way turns more sharply, and more often, than it is wide.
   */
  private List<CubicBezier> covered(List<CubicBezier> edge) {
    List<CubicBezier> covered = new ArrayList<>(edge);
    // What lies inside goes by windings that are not zero, as in a Path2D by default.
    Path2D path = new StrokePath(edge).path();
    CubicBezier first = edge.get(0);
    for (int i = 0; i < line.size(); i++) {
      if (isOpen(path, i)) {
        List<CubicBezier> dot = dot(i);
        CubicBezier begin = dot.get(0);
        covered.add(straight(first.x0(), first.y0(), begin.x0(), begin.y0()));
        covered.addAll(dot);
        covered.add(straight(begin.x0(), begin.y0(), first.x0(), first.y0()));
      }
    }
    return covered;
  }

  private boolean isOpen(Path2D path, int point) {
    double reach = COVERED * line.half(point);
    for (int i = 0; i < AROUND; i++) {
      double angle = 2 * Math.PI * i / AROUND;
      double x = line.x(point) + reach * StrictMath.cos(angle);
      double y = line.y(point) + reach * StrictMath.sin(angle);
      if (!path.contains(x, y)) {
        return true;
      }
    }
    return false;
  }

  /** A circle around a point, as its edge runs: clockwise. */
  private List<CubicBezier> dot(int point) {
    List<CubicBezier> quarters = new ArrayList<>();
    double x = line.x(point);
    double y = line.y(point);
    double cos = line.half(point);
    double sin = 0;
    for (int quarter = 0; quarter < 4; quarter++) {
      quarters.add(
          new CubicBezier(
              x + cos,
              y + sin,
              x + cos + ARM * sin,
              y + sin - ARM * cos,
              x + sin + ARM * cos,
              y - cos + ARM * sin,
              x + sin,
              y - cos));
      double next = -cos;
      cos = sin;
      sin = next;
    }
    return quarters;
  }

  private static CubicBezier straight(double x0, double y0, double x1, double y1) {
    return new CubicBezier(x0, y0, x0, y0, x1, y1, x1, y1);
  }

  private void sides() {
    int last = line.size() - 1;
    for (int i = 0; i <= last; i++) {
      double in = direction(Math.max(0, i - 1));
      double out = direction(Math.min(i, Math.max(0, last - 1)));
      double turn = Math.IEEEremainder(out - in, 2 * Math.PI);
      int steps = Math.abs(turn) < CORNER ? 0 : (int) Math.ceil(Math.abs(turn) / ARC);
      if (steps == 0) {
        add(i, in + turn / 2);
      }
      for (int step = 0; steps > 0 && step <= steps; step++) {
        add(i, in + turn * step / steps);
      }
    }
  }

  private static double[] turned(PressedLine line) {
    double[] turned = new double[line.size()];
    for (int i = 1; i < turned.length; i++) {
      double turn = direction(line, Math.min(i, turned.length - 2)) - direction(line, i - 1);
      turned[i] = turned[i - 1] + Math.IEEEremainder(turn, 2 * Math.PI);
    }
    return turned;
  }

  private double direction(int point) {
    return direction(line, point);
  }

  /** Direction of the way behind a point, as an angle. */
  private static double direction(PressedLine line, int point) {
    if (point + 1 >= line.size()) {
      return 0;
    }
    return StrictMath.atan2(line.y(point + 1) - line.y(point), line.x(point + 1) - line.x(point));
  }

  private void add(int point, double direction) {
    addTo(left, 1, point, at(point, direction + Math.PI / 2));
    addTo(right, -1, point, at(point, direction - Math.PI / 2));
  }

  private PenPoint at(int point, double angle) {
    return PenPoint.at(
        line.x(point) + line.half(point) * StrictMath.cos(angle),
        line.y(point) + line.half(point) * StrictMath.sin(angle));
  }

  /**
   * Adds a point to a side, unless it lies within ink nearby because the way turns to that side.
   *
   * @param sign 1 for the left side, −1 for the right one
   */
  private void addTo(List<PenPoint> side, int sign, int of, PenPoint edge) {
    double reach = NEAR * line.half(of);
    boolean isHidden = false;
    for (int i = of - 1; i >= 0 && way[of] - way[i] < reach && !isHidden; i--) {
      isHidden = sign * (turned[of] - turned[i]) > LEAST_TURN && isWithin(edge, i);
    }
    for (int i = of + 1; i < way.length && way[i] - way[of] < reach && !isHidden; i++) {
      isHidden = sign * (turned[i] - turned[of]) > LEAST_TURN && isWithin(edge, i);
    }
    if (!isHidden) {
      side.add(edge);
    }
  }

  private boolean isWithin(PenPoint edge, int point) {
    double half = WITHIN * line.half(point);
    double deltaX = edge.x() - line.x(point);
    double deltaY = edge.y() - line.y(point);
    return deltaX * deltaX + deltaY * deltaY < half * half;
  }

  private List<CubicBezier> curves() {
    int last = line.size() - 1;
    double back = direction(0) + Math.PI;
    double ahead = direction(Math.max(0, last - 1));
    List<PenPoint> there = new ArrayList<>(List.of(at(0, back)));
    for (int quarter = 1; quarter < 4; quarter++) {
      there.add(at(0, back - quarter * Math.PI / 8));
    }
    there.addAll(left);
    for (int quarter = 3; quarter >= 0; quarter--) {
      there.add(at(last, ahead + quarter * Math.PI / 8));
    }
    List<PenPoint> returned = new ArrayList<>(List.of(at(0, back)));
    for (int quarter = 1; quarter < 4; quarter++) {
      returned.add(at(0, back + quarter * Math.PI / 8));
    }
    returned.addAll(right);
    for (int quarter = 3; quarter >= 0; quarter--) {
      returned.add(at(last, ahead - quarter * Math.PI / 8));
    }
    Collections.reverse(returned);
    double tolerance = Math.min(TOLERANCE, nibWidth / 12);
    List<CubicBezier> curves = new ArrayList<>(CurveFit.fit(new Stroke(there), tolerance));
    curves.addAll(CurveFit.fit(new Stroke(returned), tolerance));
    return curves;
  }
}
