package ductus.ink.render;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.curve.CurveFit;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a stroke that has one width; the whole stroke unless ink shows pressure.
 *
 * @param width in mm
 * @param begin share of the stroke's way at which it begins, 0 to 1
 * @param end where it ends, likewise
 */
record StrokePiece(double width, double begin, double end, List<CubicBezier> curves) {
  /** Step in which widths go, as a share of the nib's, too small to be seen. */
  private static final double STEP = 0.07;

  /** Length of the parts into which a stroke is cut where its width changes, in mm. */
  private static final double CUT = 0.4;

  /** Length of the way over which a stroke grows from its tip to its width, in mm. */
  private static final double TIP = 0.9;

  private static final double TIP_SHARE = 0.55;
  private static final double DOWNWARDS = 0.32;

  /**
   * Length of the line that stands for a dot, in mm; some programs do not draw a line of no length.
   */
  private static final double DOT = 0.01;

  StrokePiece {
    curves = List.copyOf(curves);
  }

  /** Cuts a stroke on paper into pieces, in the order of writing. */
  static List<StrokePiece> of(Stroke stroke, Ink ink) {
    List<CubicBezier> curves = CurveFit.onPaper(stroke);
    return ink.pressure()
        ? pressed(stroke, curves, ink.nibWidth())
        : List.of(new StrokePiece(ink.nibWidth(), 0, 1, curves));
  }

  /** The curves of the piece as one path. */
  Path2D path() {
    CubicBezier first = curves.get(0);
    Path2D path = new Path2D.Double();
    path.moveTo(first.x0(), first.y0());
    for (CubicBezier curve : curves) {
      if (curve.isDot()) {
        path.lineTo(curve.x0() + DOT, curve.y0());
      } else {
        path.curveTo(curve.x1(), curve.y1(), curve.x2(), curve.y2(), curve.x3(), curve.y3());
      }
    }
    return path;
  }

  /**
   * Cuts a stroke into pieces, thinner at its tips; wide as the pen felt it or, where that is not
   * known, thinner upwards and thicker downwards.
   */
  private static List<StrokePiece> pressed(
      Stroke stroke, List<CubicBezier> curves, double nibWidth) {
    double whole = CubicBezier.length(curves);
    List<StrokePiece> pieces = new ArrayList<>();
    List<CubicBezier> run = new ArrayList<>();
    int runLevel = 0;
    double begin = 0;
    double way = 0;
    for (CubicBezier curve : curves) {
      double length = CubicBezier.length(List.of(curve));
      int cuts = (int) Math.ceil(Math.max(1, length / CUT));
      for (int i = 0; i < cuts; i++) {
        CubicBezier part = curve.isDot() ? curve : curve.part((double) i / cuts, (i + 1.0) / cuts);
        double middle = way + (i + 0.5) / cuts * length;
        double share =
            feltPressure(stroke, whole > 0 ? middle / whole : 0)
                * tip(Math.min(middle, whole - middle), whole);
        if (Double.isNaN(share)) {
          share = downwards(part) * tip(Math.min(middle, whole - middle), whole);
        }
        int level = (int) Math.round(share / STEP);
        if (!run.isEmpty() && level != runLevel) {
          double end = (way + (double) i / cuts * length) / whole;
          pieces.add(new StrokePiece(runLevel * STEP * nibWidth, begin, end, run));
          run = new ArrayList<>();
          begin = end;
        }
        runLevel = level;
        run.add(part);
      }
      way += length;
    }
    pieces.add(new StrokePiece(runLevel * STEP * nibWidth, begin, 1, run));
    return pieces;
  }

  private static double downwards(CubicBezier part) {
    double deltaX = part.x3() - part.x0();
    double deltaY = part.y3() - part.y0();
    double length = Math.hypot(deltaX, deltaY);
    return length > 0 ? 1 - DOWNWARDS * deltaY / length : 1;
  }

  private static double tip(double fromEnd, double whole) {
    double ramp = Math.min(TIP, whole / 3);
    if (ramp <= 0 || fromEnd >= ramp) {
      return 1;
    }
    return TIP_SHARE + (1 - TIP_SHARE) * Math.sqrt(Math.max(0, fromEnd / ramp));
  }

  /** Width of a stroke by measured pressure, as a share of the nib's; NaN where it is unknown. */
  private static double feltPressure(Stroke stroke, double place) {
    int last = stroke.points().size() - 1;
    PenPoint point = stroke.points().get((int) Math.round(place * last));
    return 0.5 + point.pressure();
  }
}
