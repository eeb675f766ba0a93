package ductus.ink.render;

import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.curve.CurveFit;
import java.awt.geom.Path2D;
import java.util.List;

/** A stroke on paper as the curves that its pen follows. */
record StrokePath(List<CubicBezier> curves) {
  /**
   * Length of the line that stands for a dot, in mm; some programs do not draw a line of no length.
   */
  private static final double DOT = 0.01;

  StrokePath {
    curves = List.copyOf(curves);
  }

  /** Fits the curves of a stroke, in mm. */
  static StrokePath of(Stroke stroke) {
    return new StrokePath(CurveFit.onPaper(stroke));
  }

  /** The curves as one path. */
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
}
