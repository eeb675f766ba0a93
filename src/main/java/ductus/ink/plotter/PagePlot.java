package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.page.Page.Rule;
import ductus.ink.page.Paper;
import ductus.ink.plotter.PlotterMachine.Bed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A page as it lies on a plotter: what each pen draws, pen by pen.
 *
 * @param paper as it lies there
 * @param turned whether it lies a quarter turn to the left, its top to the left
 * @param start the corner of the paper where X and Y are 0, and where each pen begins and ends
 * @param layers in the order of their pens
 */
record PagePlot(Paper paper, boolean turned, PenPoint start, List<Layer> layers) {
  /** Rounding apart, in mm. */
  private static final double TOLERANCE = 1e-6;

  /**
   * What one pen draws.
   *
   * @param pen its number, from 1
   * @param label what it is for
   * @param paths the pen's ways from pen-down to pen-up in mm from the paper's lower left corner,
   *     in the order of drawing
   */
  record Layer(int pen, String label, List<List<PenPoint>> paths) {
    Layer {
      paths = paths.stream().map(List::copyOf).toList();
    }

    /** What to do before this layer, for people. */
    String message() {
      return "Put in pen " + pen + ": " + label;
    }
  }

  PagePlot {
    layers = List.copyOf(layers);
  }

  /**
   * Lays a page onto a plotter. It is turned where it fits only so.
   *
   * @throws IllegalArgumentException if the page leaves its paper, or does not fit the plotter
   */
  static PagePlot of(Page page, PlotterSettings settings) {
    List<List<PenPoint>> ink = PenPath.written(page);
    List<List<PenPoint>> ruling = settings.drawsRuling() ? ruling(page) : List.of();
    List<List<PenPoint>> all = new ArrayList<>(ruling);
    all.addAll(ink);
    boolean turned = isTurned(page, all, settings);
    Paper paper = turned ? turned(page.paper()) : page.paper();
    PenPoint start = settings.origin().on(paper);
    int tries = settings.profile().tries();
    List<Layer> layers = new ArrayList<>();
    if (!ruling.isEmpty()) {
      layers.add(layer(1, "ruling", ruling, turned, page.paper(), start, tries));
    }
    layers.add(layer(layers.size() + 1, "ink", ink, turned, page.paper(), start, tries));
    return new PagePlot(paper, turned, start, layers);
  }

  private static Layer layer(
      int pen,
      String label,
      List<List<PenPoint>> paths,
      boolean turned,
      Paper paper,
      PenPoint start,
      int tries) {
    List<List<PenPoint>> lying = turned ? turned(paths, paper) : paths;
    return new Layer(pen, label, PenPath.ordered(lying, start, tries));
  }

  private static List<List<PenPoint>> ruling(Page page) {
    List<List<PenPoint>> paths = new ArrayList<>();
    for (Rule rule : page.rules()) {
      paths.add(List.of(PenPoint.at(rule.x1(), rule.y1()), PenPoint.at(rule.x2(), rule.y2())));
    }
    return paths;
  }

  private static Paper turned(Paper paper) {
    return new Paper(paper.name(), /* width= */ paper.height(), /* height= */ paper.width());
  }

  private static List<List<PenPoint>> turned(List<List<PenPoint>> paths, Paper paper) {
    return paths.stream()
        .map(
            path ->
                path.stream()
                    .map(point -> PenPoint.at(paper.height() - point.y(), point.x()))
                    .toList())
        .toList();
  }

  /** The whole paper goes before what is on it, and the upright page before the turned one. */
  private static boolean isTurned(Page page, List<List<PenPoint>> paths, PlotterSettings settings) {
    Bed bed = settings.driven().bed();
    Paper paper = page.paper();
    if (bed == null || fits(paper.width(), paper.height(), bed)) {
      return false;
    }
    if (fits(paper.height(), paper.width(), bed)) {
      return true;
    }
    PenPoint reach = reach(paths, settings.origin().on(paper));
    PenPoint turnedReach = reach(turned(paths, paper), settings.origin().on(turned(paper)));
    if (fits(reach.x(), reach.y(), bed)) {
      return false;
    }
    if (fits(turnedReach.x(), turnedReach.y(), bed)) {
      return true;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "page %d needs %.1f by %.1f mm of the plotter, or %.1f by %.1f turned, but %s reaches"
                + " %.1f by %.1f: take smaller paper, or say with --bed how far yours reaches",
            page.number(),
            reach.x(),
            reach.y(),
            turnedReach.x(),
            turnedReach.y(),
            settings.profile().label(),
            bed.width(),
            bed.height()));
  }

  private static boolean fits(double width, double height, Bed bed) {
    return width <= bed.width() + TOLERANCE && height <= bed.height() + TOLERANCE;
  }

  /** How far the pen goes from the corner, to the right and up or down. */
  private static PenPoint reach(List<List<PenPoint>> paths, PenPoint corner) {
    double x = 0;
    double y = 0;
    for (List<PenPoint> path : paths) {
      for (PenPoint point : path) {
        x = Math.max(x, Math.abs(point.x() - corner.x()));
        y = Math.max(y, Math.abs(point.y() - corner.y()));
      }
    }
    return PenPoint.at(x, y);
  }
}
