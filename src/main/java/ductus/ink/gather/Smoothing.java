package ductus.ink.gather;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/** Ways to make a recorded stroke smooth. Lengths are x-heights. */
final class Smoothing {
  /** Distance of the points of a smoothed stroke, x-heights. */
  private static final double FINE = 0.03;

  /** Cosine of 72°: a polygon that turns more has a corner there. */
  private static final double CORNER = 0.309;

  private Smoothing() {}

  /**
   * Takes the grain of a tablet out: a moving average with Gaussian weights along the way, narrower
   * towards the ends, which stay where they are.
   *
   * @param deviation of the weights; 0 changes nothing but the spacing
   */
  static Stroke denoised(Stroke stroke, double deviation) {
    List<PenPoint> fine = fine(stroke.points());
    List<PenPoint> smooth = new ArrayList<>();
    int reach = (int) Math.ceil(2.5 * deviation / FINE);
    for (int i = 0; i < fine.size(); i++) {
      int most = Math.min(reach, Math.min(i, fine.size() - 1 - i));
      double sumX = 0;
      double sumY = 0;
      double weights = 0;
      for (int j = -most; j <= most; j++) {
        double far = j * FINE / Math.max(deviation, 1e-9);
        double weight = StrictMath.exp(-far * far / 2);
        sumX += weight * fine.get(i + j).x();
        sumY += weight * fine.get(i + j).y();
        weights += weight;
      }
      smooth.add(PenPoint.at(sumX / weights, sumY / weights));
    }
    return new Stroke(smooth);
  }

  /** Rounds a polygon: a centripetal Catmull–Rom curve through its points, corners kept. */
  static Stroke rounded(Stroke stroke) {
    List<PenPoint> points = distinct(stroke.points());
    List<PenPoint> curve = new ArrayList<>();
    curve.add(points.get(0));
    for (int i = 1; i < points.size(); i++) {
      PenPoint from = points.get(i - 1);
      PenPoint to = points.get(i);
      PenPoint before = i >= 2 && !corner(points, i - 1) ? points.get(i - 2) : mirrored(to, from);
      PenPoint after =
          i + 1 < points.size() && !corner(points, i) ? points.get(i + 1) : mirrored(from, to);
      int pieces = Math.max(1, (int) Math.ceil(from.distance(to) / FINE));
      for (int piece = 1; piece < pieces; piece++) {
        curve.add(between(before, from, to, after, (double) piece / pieces));
      }
      curve.add(to);
    }
    return new Stroke(curve);
  }

  private static boolean corner(List<PenPoint> points, int at) {
    PenPoint before = points.get(at - 1);
    PenPoint here = points.get(at);
    PenPoint after = points.get(at + 1);
    double product =
        (here.x() - before.x()) * (after.x() - here.x())
            + (here.y() - before.y()) * (after.y() - here.y());
    return product < CORNER * here.distance(before) * after.distance(here);
  }

  private static PenPoint mirrored(PenPoint point, PenPoint at) {
    return PenPoint.at(2 * at.x() - point.x(), 2 * at.y() - point.y());
  }

  /**
   * A point between b and c, by the algorithm of Barry and Goldman (1988), with knots at the roots
   * of the distances.
   */
  private static PenPoint between(PenPoint a, PenPoint b, PenPoint c, PenPoint d, double part) {
    double tb = Math.sqrt(a.distance(b));
    double tc = tb + Math.sqrt(b.distance(c));
    double td = tc + Math.sqrt(c.distance(d));
    double t = tb + part * (tc - tb);
    PenPoint ab = mixed(a, b, t / tb);
    PenPoint bc = mixed(b, c, (t - tb) / (tc - tb));
    PenPoint cd = mixed(c, d, (t - tc) / (td - tc));
    PenPoint abc = mixed(ab, bc, t / tc);
    PenPoint bcd = mixed(bc, cd, (t - tb) / (td - tb));
    return mixed(abc, bcd, (t - tb) / (tc - tb));
  }

  private static PenPoint mixed(PenPoint a, PenPoint b, double part) {
    return PenPoint.at(a.x() + part * (b.x() - a.x()), a.y() + part * (b.y() - a.y()));
  }

  /** The points at equal distances along the way; the last step may be shorter. */
  private static List<PenPoint> fine(List<PenPoint> points) {
    List<PenPoint> distinct = distinct(points);
    List<PenPoint> fine = new ArrayList<>();
    fine.add(distinct.get(0));
    double left = FINE;
    for (int i = 1; i < distinct.size(); i++) {
      PenPoint from = distinct.get(i - 1);
      PenPoint to = distinct.get(i);
      double length = from.distance(to);
      double at = left;
      for (; at < length; at += FINE) {
        fine.add(mixed(from, to, at / length));
      }
      left = at - length;
    }
    PenPoint last = distinct.get(distinct.size() - 1);
    if (distinct.size() > 1) {
      fine.add(last);
    }
    return fine;
  }

  /** The points without repetitions, which tablets record while the pen rests. */
  private static List<PenPoint> distinct(List<PenPoint> points) {
    List<PenPoint> distinct = new ArrayList<>();
    for (PenPoint point : points) {
      if (distinct.isEmpty() || distinct.get(distinct.size() - 1).distance(point) > 1e-6) {
        distinct.add(point);
      }
    }
    return distinct;
  }
}
