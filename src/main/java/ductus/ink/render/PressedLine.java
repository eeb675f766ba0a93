package ductus.ink.render;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.curve.CurveFit;
import java.util.Arrays;

/**
 * The middle of a stroke in short steps, and half of how wide it is there: thinner at its tips; as
 * wide as the pen felt it or, where that is not known, thinner upwards and thicker downwards. The
 * width changes slowly, as a hand's pressure does.
 */
final class PressedLine {
  /** Largest width, as a share of the nib's. */
  static final double WIDEST = 1.5;

  /** Length of a step, in mm. */
  private static final double STEP = 0.08;

  /** Length of the way over which a stroke grows from its tip to its width, in mm. */
  private static final double TIP = 0.9;

  private static final double TIP_SHARE = 0.55;
  private static final double DOWNWARDS = 0.32;

  /** Length of the way before and behind a place over which widths are averaged, twice, in mm. */
  private static final double SMOOTH = 0.45;

  private final double[] x;
  private final double[] y;
  private final double[] half;

  private PressedLine(double[] x, double[] y, double[] half) {
    this.x = x;
    this.y = y;
    this.half = half;
  }

  /**
   * Follows a stroke.
   *
   * @param stroke in mm
   * @param nibWidth in mm
   */
  static PressedLine of(Stroke stroke, double nibWidth) {
    PressedLine line = followed(stroke);
    double[] way = line.way();
    double[] shares = felt(stroke, way);
    if (Arrays.stream(shares).anyMatch(Double::isNaN)) {
      shares = line.downwards();
    }
    int reach = (int) Math.round(SMOOTH / STEP);
    double[] smooth = averaged(averaged(shares, reach), reach);
    double whole = way[way.length - 1];
    for (int i = 0; i < way.length; i++) {
      line.half[i] = nibWidth / 2 * smooth[i] * tip(Math.min(way[i], whole - way[i]), whole);
    }
    return line;
  }

  private static PressedLine followed(Stroke stroke) {
    double[] x = {stroke.first().x()};
    double[] y = {stroke.first().y()};
    for (CubicBezier curve : CurveFit.onPaper(stroke)) {
      if (!curve.isDot()) {
        int steps = (int) Math.ceil(curve.length(16) / STEP);
        int from = x.length;
        x = Arrays.copyOf(x, from + steps);
        y = Arrays.copyOf(y, from + steps);
        for (int i = 1; i <= steps; i++) {
          x[from + i - 1] = curve.x((double) i / steps);
          y[from + i - 1] = curve.y((double) i / steps);
        }
      }
    }
    return new PressedLine(x, y, new double[x.length]);
  }

  /** Number of points, one or more. */
  int size() {
    return x.length;
  }

  double x(int point) {
    return x[point];
  }

  double y(int point) {
    return y[point];
  }

  /** Half of the width at a point, in mm. */
  double half(int point) {
    return half[point];
  }

  /** The way from the first point to each, in mm. */
  double[] way() {
    double[] way = new double[x.length];
    for (int i = 1; i < way.length; i++) {
      way[i] = way[i - 1] + StrictMath.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
    return way;
  }

  /** Shares of the nib's width by measured pressure; NaN where it is unknown. */
  private static double[] felt(Stroke stroke, double[] way) {
    double stretch = stroke.length() > 0 ? way[way.length - 1] / stroke.length() : 0;
    double[] shares = new double[way.length];
    int next = 0;
    PenPoint before = stroke.first();
    double from = 0;
    double to = 0;
    for (int i = 0; i < shares.length; i++) {
      while (to < way[i] && next < stroke.points().size() - 1) {
        before = stroke.points().get(next);
        from = to;
        next++;
        to = from + stretch * stroke.points().get(next).distance(before);
      }
      double part = to > from ? Math.min(1, (way[i] - from) / (to - from)) : 1;
      shares[i] = 0.5 + before.towards(stroke.points().get(next), part).pressure();
    }
    return shares;
  }

  private double[] downwards() {
    double[] shares = new double[x.length];
    for (int i = 0; i < shares.length; i++) {
      int before = Math.max(0, i - 1);
      int next = Math.min(shares.length - 1, i + 1);
      double length = StrictMath.hypot(x[next] - x[before], y[next] - y[before]);
      shares[i] = length > 0 ? 1 - DOWNWARDS * (y[next] - y[before]) / length : 1;
    }
    return shares;
  }

  private static double[] averaged(double[] values, int reach) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    double[] means = new double[values.length];
    for (int i = 0; i < means.length; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(values.length, i + reach + 1);
      means[i] = (sums[to] - sums[from]) / (to - from);
    }
    return means;
  }

  private static double tip(double fromEnd, double whole) {
    double ramp = Math.min(TIP, whole / 3);
    if (ramp <= 0 || fromEnd >= ramp) {
      return 1;
    }
    double part = fromEnd / ramp;
    return TIP_SHARE + (1 - TIP_SHARE) * part * part * (3 - 2 * part);
  }
}
