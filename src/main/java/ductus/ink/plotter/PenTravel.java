package ductus.ink.plotter;

import ductus.format.NumberText;
import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.plotter.PagePlot.Layer;
import ductus.ink.plotter.PlotterProfile.Language;
import java.util.List;
import java.util.Locale;

/**
 * How far a plotter's pen goes, and how long that takes.
 *
 * @param lifted in the air, in mm, for each pen of a page from the origin and back to it
 * @param drawn on the paper, in mm
 * @param lifts of the pen
 * @param changes of pens, for which the plotter waits
 * @param seconds that it takes, but for changes of pens: by speeds and acceleration
 */
public record PenTravel(double lifted, double drawn, int lifts, int changes, double seconds) {
  private static final double MILLIMETERS = 1000;
  private static final double SECONDS = 60;

  /**
   * The way over some pages.
   *
   * @param language in which the plotter is told
   * @throws IllegalArgumentException if a page leaves its paper, or does not fit the plotter
   */
  public static PenTravel of(List<Page> pages, PlotterSettings settings, Language language) {
    PlotterSettings driven = settings.in(language);
    PenTravel sum = new PenTravel(0, 0, 0, 0, 0);
    for (Page page : pages) {
      PagePlot plot = PagePlot.of(page, driven);
      for (Layer layer : plot.layers()) {
        sum = sum.and(along(layer.paths(), plot.start(), driven));
      }
      sum = sum.and(new PenTravel(0, 0, 0, plot.layers().size() - 1, 0));
    }
    return sum;
  }

  private PenTravel and(PenTravel other) {
    return new PenTravel(
        lifted + other.lifted,
        drawn + other.drawn,
        lifts + other.lifts,
        changes + other.changes,
        seconds + other.seconds);
  }

  /** The way along paths, one after another, from a place and back to it. */
  static PenTravel along(List<List<PenPoint>> paths, PenPoint start, PlotterSettings settings) {
    PlotterMachine machine = settings.driven();
    double lifted = 0;
    double drawn = 0;
    double seconds = 2 * machine.penSeconds() * paths.size();
    PenPoint at = start;
    for (int i = 0; i <= paths.size(); i++) {
      List<PenPoint> path = i < paths.size() ? paths.get(i) : List.of(start);
      lifted += at.distance(path.get(0));
      seconds += seconds(List.of(at, path.get(0)), settings.travel(), machine);
      seconds += seconds(path, settings.feed(), machine);
      for (int j = 1; j < path.size(); j++) {
        drawn += path.get(j).distance(path.get(j - 1));
      }
      at = path.get(path.size() - 1);
    }
    return new PenTravel(lifted, drawn, paths.size(), 0, seconds);
  }

  private static double seconds(List<PenPoint> way, double speed, PlotterMachine machine) {
    return new MotionPlan(way, speed / SECONDS, machine.acceleration()).seconds();
  }

  /** How far, for people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "The pen travels %.2f m in the air and draws %.2f m, in %s: about %s%s",
        lifted / MILLIMETERS,
        drawn / MILLIMETERS,
        NumberText.count(lifts, "lift"),
        NumberText.seconds(seconds),
        changes == 0 ? "" : ", and " + NumberText.count(changes, "change") + " of pens");
  }
}
