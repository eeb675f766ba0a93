package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.curve.CurveFit;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Paper;
import java.util.ArrayList;
import java.util.List;

/** The way of a plotter's pen over a page: straight lines so short that they look like curves. */
final class PenPath {
  /**
   * Largest distance of a straight line from its curve, in mm. Together with the curves' own
   * tolerance well below the width of a pen.
   */
  private static final double FLATNESS = 0.01;

  private PenPath() {}

  /**
   * The ways of the pen from pen-down to pen-up, one list of points a stroke, in mm on the paper.
   *
   * @throws IllegalArgumentException if a stroke leaves the paper
   */
  static List<List<PenPoint>> of(Page page) {
    List<List<PenPoint>> paths = new ArrayList<>();
    for (int i = 0; i < page.lines().size(); i++) {
      PlacedLine line = page.lines().get(i);
      for (Stroke stroke : line.strokes().toList()) {
        List<PenPoint> path = path(stroke);
        for (PenPoint point : path) {
          requireOnPaper(point, page, i + 1);
        }
        paths.add(path);
      }
    }
    return paths;
  }

  private static List<PenPoint> path(Stroke stroke) {
    List<PenPoint> path = new ArrayList<>();
    path.add(stroke.first());
    for (CubicBezier curve : CurveFit.onPaper(stroke)) {
      if (!curve.isDot()) {
        int pieces = curve.pieces(FLATNESS);
        for (int i = 1; i <= pieces; i++) {
          double t = (double) i / pieces;
          path.add(PenPoint.at(curve.x(t), curve.y(t)));
        }
      }
    }
    return path;
  }

  private static void requireOnPaper(PenPoint point, Page page, int line) {
    Paper paper = page.paper();
    if (point.x() < 0 || point.x() > paper.width() || point.y() < 0 || point.y() > paper.height()) {
      throw new IllegalArgumentException(
          "page %d, line %d must stay on the paper of %.1f by %.1f mm but goes to %.1f, %.1f mm"
                  .formatted(
                      page.number(), line, paper.width(), paper.height(), point.x(), point.y())
              + ": take wider margins or write smaller");
    }
  }
}
