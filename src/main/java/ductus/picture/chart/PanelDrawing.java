package ductus.picture.chart;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws one panel of a chart into its place. */
final class PanelDrawing {
  /** Room for labels to the left, above and below of the values. */
  static final double LEFT = 58;

  static final double ABOVE = 30;
  static final double BELOW = 46;

  /** Most points of a line that are shown as dots. */
  private static final int MOST_DOTS = 40;

  /** Share of a place that its bars take; the rest is the gap to the next one. */
  private static final double BAR_SHARE = 0.8;

  private final Panel panel;
  private final SvgDocument svg;
  private final double left;
  private final double right;
  private final double top;
  private final double legend;
  private final double upper;
  private final double lower;
  private final Axis xAxis;
  private final Axis yAxis;

  /**
   * Creates the drawing of a panel.
   *
   * @param place of the panel with its labels
   * @param legend height of its own legend; 0 for none
   */
  PanelDrawing(Panel panel, SvgDocument svg, Rectangle2D place, double legend) {
    this.panel = panel;
    this.svg = svg;
    left = place.getMinX() + LEFT;
    right = place.getMaxX();
    top = place.getMinY();
    this.legend = legend;
    upper = top + ABOVE + legend;
    lower = place.getMaxY() - BELOW;
    xAxis = horizontal();
    yAxis = vertical();
  }

  private Axis horizontal() {
    List<Double> xs = panel.lines().stream().flatMap(line -> line.x().stream()).toList();
    double low = xs.stream().mapToDouble(x -> x).min().orElse(0);
    double high = xs.stream().mapToDouble(x -> x).max().orElse(1);
    Axis round = Axis.over(low, high, 5, xs.stream().allMatch(x -> x == Math.rint(x)));
    if (isOfBars()) {
      return new Axis(low - 0.5, high + 0.5, round.step());
    }
    return low < high ? new Axis(low, high, round.step()) : round;
  }

  private boolean isOfBars() {
    return panel.mark() == Panel.Mark.BAR;
  }

  private Axis vertical() {
    List<Double> heights = new ArrayList<>();
    if (isOfBars()) {
      heights.add(0.0);
    }
    for (Series line : panel.lines()) {
      for (int i = 0; i < line.y().size(); i++) {
        if (Double.isFinite(height(line, i, 0))) {
          heights.add(height(line, i, -1));
          heights.add(height(line, i, 1));
        }
      }
    }
    return panel
        .scale()
        .axis(
            heights.stream().mapToDouble(y -> y).min().orElse(0),
            heights.stream().mapToDouble(y -> y).max().orElse(1));
  }

  /**
   * The height of a point moved by so many spreads, but not out of the panel's range; the point's
   * own where the moved one cannot be drawn.
   */
  private double height(Series line, int i, int spreads) {
    double value = line.y().get(i);
    double spread = line.spread().isEmpty() ? 0 : line.spread().get(i);
    double moved = spreads == 0 ? value : panel.range().nearest(value + spreads * spread);
    double height = panel.scale().height(moved);
    return Double.isFinite(height) ? height : panel.scale().height(value);
  }

  private double x(Series line, int i) {
    return xAxis.place(line.x().get(i), left, right);
  }

  private double y(double height) {
    return yAxis.place(height, lower, upper);
  }

  /** Draws title, legend, axes and lines. */
  void draw() {
    svg.text(left, top + 18, panel.title(), "font-size", "14", "font-weight", "bold");
    if (legend > 0) {
      new Legend(panel.names(), right - left).draw(svg, left, top + 24);
    }
    drawHeights();
    drawPlaces();
    if (isOfBars()) {
      drawBars();
      return;
    }
    for (int i = 0; i < panel.lines().size(); i++) {
      drawBand(panel.lines().get(i), Palette.series(i));
    }
    for (int i = 0; i < panel.lines().size(); i++) {
      drawLine(panel.lines().get(i), Palette.series(i));
    }
  }

  private void drawHeights() {
    svg.open("font-size", "11", "fill", Palette.PALE_INK, "text-anchor", "end");
    for (double mark : yAxis.marks()) {
      svg.line(left, y(mark), right, y(mark), "stroke", Palette.PALE_GRID);
      svg.text(left - 6, y(mark) + 4, panel.scale().label(yAxis, mark));
    }
    svg.close();
    double x = left - LEFT + 11;
    double middle = (upper + lower) / 2;
    String turn =
        String.format(
            Locale.ROOT, "rotate(-90 %s %s)", SvgDocument.number(x), SvgDocument.number(middle));
    svg.text(x, middle, panel.y(), "font-size", "12", "text-anchor", "middle", "transform", turn);
  }

  private void drawPlaces() {
    svg.line(left, lower, right, lower, "stroke", Palette.GRID);
    if (isOfBars() && panel.x().isEmpty()) {
      return;
    }
    svg.open("font-size", "11", "fill", Palette.PALE_INK, "text-anchor", "middle");
    double first = Math.ceil(xAxis.min() / xAxis.step() - 1e-9) * xAxis.step();
    for (int i = 0; first + i * xAxis.step() <= xAxis.max() + xAxis.step() * 1e-6; i++) {
      double mark = first + i * xAxis.step();
      double x = xAxis.place(mark, left, right);
      svg.line(x, lower, x, lower + 4, "stroke", Palette.GRID);
      svg.text(x, lower + 16, xAxis.label(mark));
    }
    svg.close();
    double middle = (left + right) / 2;
    svg.text(middle, lower + 34, panel.x(), "font-size", "12", "text-anchor", "middle");
  }

  /** Draws the bars; those of the same place share its room. */
  private void drawBars() {
    double room = (xAxis.place(1, left, right) - xAxis.place(0, left, right)) * BAR_SHARE;
    Map<Double, Integer> drawn = new HashMap<>();
    for (int n = 0; n < panel.lines().size(); n++) {
      Series bars = panel.lines().get(n);
      svg.open("fill", Palette.series(n), "stroke", "none");
      for (int i = 0; i < bars.x().size(); i++) {
        double place = bars.x().get(i);
        long together = panel.lines().stream().filter(each -> each.x().contains(place)).count();
        int before = drawn.merge(place, 1, Integer::sum) - 1;
        double width = room / together;
        if (Double.isFinite(bars.y().get(i))) {
          drawBar(bars, i, x(bars, i) - room / 2 + before * width, width);
        }
      }
      svg.close();
    }
  }

  private void drawBar(Series bars, int i, double from, double width) {
    double value = y(bars.y().get(i));
    double zero = y(0);
    svg.rectangle(from, Math.min(value, zero), width, Math.abs(value - zero));
    double spread = bars.spread().isEmpty() ? 0 : bars.spread().get(i);
    if (spread > 0) {
      double middle = from + width / 2;
      svg.line(
          middle, y(height(bars, i, -1)), middle, y(height(bars, i, 1)), "stroke", Palette.INK);
    }
  }

  /** Draws the spread around each stretch of a line. */
  private void drawBand(Series line, String color) {
    if (line.spread().isEmpty()) {
      return;
    }
    int from = 0;
    for (int i = 0; i <= line.y().size(); i++) {
      boolean drawn =
          i < line.y().size()
              && Double.isFinite(height(line, i, 0))
              && Double.isFinite(line.spread().get(i));
      if (!drawn) {
        drawBand(line, from, i, color);
        from = i + 1;
      }
    }
  }

  private void drawBand(Series line, int from, int to, String color) {
    if (to - from < 2) {
      return;
    }
    Path2D area = new Path2D.Double();
    area.moveTo(x(line, from), y(height(line, from, 1)));
    for (int i = from + 1; i < to; i++) {
      area.lineTo(x(line, i), y(height(line, i, 1)));
    }
    for (int i = to - 1; i >= from; i--) {
      area.lineTo(x(line, i), y(height(line, i, -1)));
    }
    area.closePath();
    svg.path(area, "fill", color, "fill-opacity", "0.15", "stroke", "none");
  }

  private void drawLine(Series line, String color) {
    Path2D path = new Path2D.Double();
    boolean pen = false;
    svg.open("fill", color, "stroke", "none");
    for (int i = 0; i < line.x().size(); i++) {
      double height = height(line, i, 0);
      if (!Double.isFinite(height)) {
        pen = false;
        continue;
      }
      if (pen) {
        path.lineTo(x(line, i), y(height));
      } else {
        path.moveTo(x(line, i), y(height));
      }
      pen = true;
      if (line.x().size() <= MOST_DOTS) {
        svg.circle(x(line, i), y(height), 2.5);
      }
    }
    svg.close();
    if (path.getCurrentPoint() != null) {
      svg.path(
          path, "fill", "none", "stroke", color, "stroke-width", "1.8", "stroke-linejoin", "round");
    }
  }
}
