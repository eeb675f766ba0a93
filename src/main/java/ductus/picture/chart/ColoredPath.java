package ductus.picture.chart;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * A path whose steps are colored by a number: a line of handwriting or a melody, and how a unit
 * stood at each of its points. Blue is above 0, orange below, gray about 0.
 *
 * @param title of it
 * @param steps in order
 * @param largest magnitude of the full color
 */
public record ColoredPath(String title, List<Step> steps, double largest)
    implements StackedFigure.Part {
  private static final double TITLE = 20;
  private static final double PAD = 8;
  private static final double LEAST_HEIGHT = 40;
  private static final double MOST_HEIGHT = 110;

  /** Number of colors on either side of the middle one. */
  private static final int LEVELS = 8;

  /** A straight piece of the path; y upwards. */
  public record Step(double fromX, double fromY, double toX, double toY, double value) {
    private boolean follows(Step before) {
      return fromX == before.toX && fromY == before.toY;
    }
  }

  public ColoredPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !(largest > 0)) {
      throw new IllegalArgumentException(
          "steps must be 1 or more and largest above 0 but were %d and %s"
              .formatted(steps.size(), largest));
    }
  }

  private double left() {
    return steps.stream().mapToDouble(each -> Math.min(each.fromX, each.toX)).min().orElse(0);
  }

  private double right() {
    return steps.stream().mapToDouble(each -> Math.max(each.fromX, each.toX)).max().orElse(1);
  }

  private double bottom() {
    return steps.stream().mapToDouble(each -> Math.min(each.fromY, each.toY)).min().orElse(0);
  }

  private double top() {
    return steps.stream().mapToDouble(each -> Math.max(each.fromY, each.toY)).max().orElse(1);
  }

  /** Height of the path when it fills the width, within limits. */
  private double pathHeight() {
    double natural =
        (top() - bottom()) / (right() - left()) * (StackedFigure.WIDTH - 2 * StackedFigure.MARGIN);
    return Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, natural));
  }

  @Override
  public double height() {
    return TITLE + pathHeight() + 2 * PAD;
  }

  @Override
  public void draw(SvgDocument svg, double x, double y, double width) {
    svg.text(x, y + 14, title, "font-size", "12");
    double left = left();
    double bottom = bottom();
    double wide = width / (right() - left);
    double high = pathHeight() / Math.max(1e-9, top() - bottom);
    double floor = y + TITLE + PAD + pathHeight();
    svg.open("fill", "none", "stroke-width", "2.6", "stroke-linecap", "round");
    for (int level = -LEVELS; level <= LEVELS; level++) {
      Path2D path = new Path2D.Double();
      Step before = null;
      for (Step step : steps) {
        if (level(step) == level) {
          if (before == null || !step.follows(before)) {
            path.moveTo(
                fine(x + (step.fromX - left) * wide), fine(floor - (step.fromY - bottom) * high));
          }
          path.lineTo(fine(x + (step.toX - left) * wide), fine(floor - (step.toY - bottom) * high));
          before = step;
        }
      }
      if (before != null) {
        String color = Palette.signed(level / (double) LEVELS, Palette.NEUTRAL);
        svg.path(path, "stroke", color);
      }
    }
    svg.close();
  }

  /** A coordinate to a tenth of a pixel; more would only make the file longer. */
  private static double fine(double coordinate) {
    return Math.rint(coordinate * 10) / 10;
  }

  /** Number of the color of a step; steps of one color are drawn together. */
  private long level(Step step) {
    return Math.round(Math.max(-1, Math.min(1, step.value / largest)) * LEVELS);
  }

  @Override
  public String description() {
    return title + ".";
  }
}
