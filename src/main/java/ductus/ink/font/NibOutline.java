package ductus.ink.font;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.curve.CurveFit;
import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * The edge of what a round pen leaves of some strokes: closed curves that nowhere cross. Where
 * strokes lie on one another their ink is one, so that no program leaves a hole there.
 */
final class NibOutline {
  /** Largest distance of the straight pieces from the edge. */
  private static final double FLATNESS = 0.0015;

  /** Largest distance of the curves from the straight pieces. */
  private static final double TOLERANCE = 0.004;

  /** Farthest that points to fit curves to are from one another. */
  private static final double FARTHEST = 0.08;

  /**
   * Ink, and holes, smaller than this many squares of the tolerance are crumbs of the reckoning.
   */
  private static final double CRUMB = 30;

  private NibOutline() {}

  /**
   * A part of a curve of second degree, from where the last one ended.
   *
   * @param x1 control point
   * @param x2 end
   */
  record Quadratic(double x1, double y1, double x2, double y2) {}

  /**
   * The edge as curves: of ink clockwise, of holes in it the other way.
   *
   * @param nib width of the pen
   */
  static List<List<Quadratic>> of(List<Stroke> strokes, double nib) {
    Area ink = new Area();
    BasicStroke pen = new BasicStroke((float) nib, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    for (Stroke stroke : strokes) {
      // Straight pieces are united without slips; curves are not always.
      ink.add(
          new Area(flat(pen.createStrokedShape(middle(stroke)).getPathIterator(null, FLATNESS))));
    }
    List<List<PenPoint>> rings = rings(ink);
    List<List<Quadratic>> curves = new ArrayList<>();
    for (List<PenPoint> ring : rings) {
      if (Math.abs(area(ring)) > CRUMB * TOLERANCE * TOLERANCE) {
        boolean isHole = isWithinOddly(ring, rings);
        curves.add(curves(area(ring) > 0 == isHole ? ring : reversed(ring)));
      }
    }
    return curves;
  }

  private static Path2D middle(Stroke stroke) {
    Path2D path = new Path2D.Double();
    List<CubicBezier> curves = CurveFit.fit(stroke, TOLERANCE);
    CubicBezier first = curves.get(0);
    path.moveTo(first.x0(), first.y0());
    for (CubicBezier curve : curves) {
      path.curveTo(curve.x1(), curve.y1(), curve.x2(), curve.y2(), curve.x3(), curve.y3());
    }
    return path;
  }

  private static Path2D flat(PathIterator edge) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.append(edge, false);
    return path;
  }

  private static List<List<PenPoint>> rings(Area ink) {
    List<List<PenPoint>> rings = new ArrayList<>();
    double[] at = new double[6];
    for (PathIterator edge = ink.getPathIterator(null, FLATNESS); !edge.isDone(); edge.next()) {
      int kind = edge.currentSegment(at);
      if (kind == PathIterator.SEG_MOVETO) {
        rings.add(new ArrayList<>());
      }
      if (kind != PathIterator.SEG_CLOSE) {
        rings.get(rings.size() - 1).add(PenPoint.at(at[0], at[1]));
      }
    }
    return rings;
  }

  /** The area that a ring goes around, positive against the clock. */
  private static double area(List<PenPoint> ring) {
    double area = 0;
    PenPoint before = ring.get(ring.size() - 1);
    for (PenPoint point : ring) {
      area += before.x() * point.y() - point.x() * before.y();
      before = point;
    }
    return area / 2;
  }

  private static boolean isWithinOddly(List<PenPoint> ring, List<List<PenPoint>> all) {
    PenPoint point = ring.get(0).towards(ring.get(1), 0.5);
    boolean odd = false;
    for (List<PenPoint> other : all) {
      odd ^= other != ring && isWithin(point, other);
    }
    return odd;
  }

  private static boolean isWithin(PenPoint point, List<PenPoint> ring) {
    boolean within = false;
    PenPoint before = ring.get(ring.size() - 1);
    for (PenPoint next : ring) {
      if (before.y() > point.y() != next.y() > point.y()) {
        double part = (point.y() - before.y()) / (next.y() - before.y());
        within ^= point.x() < before.x() + part * (next.x() - before.x());
      }
      before = next;
    }
    return within;
  }

  private static List<PenPoint> reversed(List<PenPoint> ring) {
    return new Stroke(ring).backwards().points();
  }

  /** The ring as curves that begin and end in its first point. */
  private static List<Quadratic> curves(List<PenPoint> ring) {
    List<PenPoint> closed = new ArrayList<>(List.of(ring.get(0)));
    for (int i = 0; i < ring.size(); i++) {
      PenPoint from = ring.get(i);
      PenPoint to = ring.get((i + 1) % ring.size());
      // Where points are far from one another nothing would hold a curve to the line between them.
      int pieces = (int) Math.ceil(from.distance(to) / FARTHEST);
      for (int piece = 1; piece <= pieces; piece++) {
        closed.add(from.towards(to, (double) piece / pieces));
      }
    }
    List<Quadratic> curves = new ArrayList<>();
    for (CubicBezier cubic : CurveFit.fit(new Stroke(closed), TOLERANCE)) {
      int pieces = pieces(cubic);
      for (int piece = 0; piece < pieces; piece++) {
        CubicBezier part = cubic.part((double) piece / pieces, (double) (piece + 1) / pieces);
        curves.add(
            new Quadratic(
                (3 * (part.x1() + part.x2()) - part.x0() - part.x3()) / 4,
                (3 * (part.y1() + part.y2()) - part.y0() - part.y3()) / 4,
                part.x3(),
                part.y3()));
      }
    }
    return curves;
  }

  /**
   * How many curves of second degree come near enough to one of the third: that in the middle of
   * both ends is away by √3/36 times its third difference, and by the cube of their number less.
   */
  private static int pieces(CubicBezier cubic) {
    double x = cubic.x3() - 3 * cubic.x2() + 3 * cubic.x1() - cubic.x0();
    double y = cubic.y3() - 3 * cubic.y2() + 3 * cubic.y1() - cubic.y0();
    double away = Math.sqrt(3) / 36 * Math.sqrt(x * x + y * y);
    return Math.max(1, (int) Math.ceil(StrictMath.cbrt(away / TOLERANCE)));
  }
}
