package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.curve.CurveFit;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Paper;
import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The way of a plotter's pen over a page: straight lines so short that they look like curves, in an
 * order in which the pen travels little in the air.
 */
final class PenPath {
  /**
   * Largest distance of a straight line from its curve, in mm. Together with the curves' own
   * tolerance well below the width of a pen.
   */
  private static final double FLATNESS = 0.01;

  private PenPath() {}

  /**
   * The ways of the pen from pen-down to pen-up, one list of points a stroke, in mm on the paper.
   * They come in an order of their own, some from their end: the line on the paper is the same.
   *
   * @param start from where the pen comes, and to where it goes in the end
   * @throws IllegalArgumentException if a stroke leaves the paper
   */
  static List<List<PenPoint>> of(Page page, PenPoint start) {
    return ordered(written(page), start);
  }

  /** The ways of the pen in the order of writing. */
  static List<List<PenPoint>> written(Page page) {
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

  /** Puts paths in an order in which the way between them is never longer than as they are. */
  static List<List<PenPoint>> ordered(List<List<PenPoint>> paths, PenPoint start) {
    return ordered(paths, start, 0);
  }

  /**
   * Puts paths in such an order.
   *
   * @param tries how often something else is tried where no small change shortens the way
   */
  static List<List<PenPoint>> ordered(List<List<PenPoint>> paths, PenPoint start, int tries) {
    double[] x = new double[2 * paths.size() + 2];
    double[] y = new double[x.length];
    for (int i = 0; i <= paths.size(); i++) {
      List<PenPoint> path = i < paths.size() ? paths.get(i) : List.of(start);
      PenPoint last = path.get(path.size() - 1);
      x[2 * i] = path.get(0).x();
      y[2 * i] = path.get(0).y();
      x[2 * i + 1] = last.x();
      y[2 * i + 1] = last.y();
    }
    StrokeTour given = new StrokeTour(x, y);
    StrokeTour greedy = StrokeTour.greedy(x, y);
    StrokeTour tour = greedy.length() < given.length() ? greedy : given;
    tour.shorten();
    tour.shortenFurther(Randomness.of(1), tries);
    List<List<PenPoint>> ordered = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      List<PenPoint> path = new ArrayList<>(paths.get(tour.stroke(i)));
      if (tour.isBackwards(i)) {
        Collections.reverse(path);
      }
      ordered.add(path);
    }
    return ordered;
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
