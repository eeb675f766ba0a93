package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.plotter.PlotterSettings.Origin;
import java.util.List;
import java.util.Locale;

/**
 * How far a plotter's pen goes, in mm.
 *
 * @param lifted in the air, from the origin and back to it for each page
 * @param drawn on the paper
 */
public record PenTravel(double lifted, double drawn) {
  private static final double MILLIMETERS = 1000;

  /**
   * The way over some pages.
   *
   * @throws IllegalArgumentException if one leaves its paper
   */
  public static PenTravel of(List<Page> pages, Origin origin) {
    double lifted = 0;
    double drawn = 0;
    for (Page page : pages) {
      PenPoint start = origin.on(page.paper());
      PenTravel way = along(PenPath.of(page, start), start);
      lifted += way.lifted;
      drawn += way.drawn;
    }
    return new PenTravel(lifted, drawn);
  }

  /** The way along paths, one after another, from a place and back to it. */
  static PenTravel along(List<List<PenPoint>> paths, PenPoint start) {
    double lifted = 0;
    double drawn = 0;
    PenPoint at = start;
    for (List<PenPoint> path : paths) {
      lifted += at.distance(path.get(0));
      for (int i = 1; i < path.size(); i++) {
        drawn += path.get(i).distance(path.get(i - 1));
      }
      at = path.get(path.size() - 1);
    }
    return new PenTravel(lifted + at.distance(start), drawn);
  }

  /** How far, for people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "The pen travels %.2f m in the air and draws %.2f m",
        lifted / MILLIMETERS,
        drawn / MILLIMETERS);
  }
}
