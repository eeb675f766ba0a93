package ductus.picture.chart;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chart of lines over a common axis, such as losses over epochs. */
public final class LineChart {
  /** Most points of a line that are shown as dots. */
  private static final int MOST_DOTS = 40;

  private LineChart() {}

  /**
   * Draws an SVG document, 800 by 460 pixels. The same values give the same bytes. Points that are
   * not finite leave a gap.
   */
  public static byte[] svg(String title, String xLabel, String yLabel, List<Series> series) {
    List<String> names = series.stream().map(Series::name).toList();
    Plot plot = new Plot(title, describe(xLabel, yLabel, series), names);
    List<Double> xs = series.stream().flatMap(s -> finite(s.x())).toList();
    List<Double> ys = series.stream().flatMap(s -> finite(s.y())).toList();
    if (xs.isEmpty() || ys.isEmpty()) {
      plot.horizontal("no values");
      return plot.bytes();
    }
    boolean whole = xs.stream().allMatch(x -> x == Math.rint(x));
    Axis xAxis = fit(low(xs), high(xs), 10, whole);
    Axis yAxis = Axis.over(low(ys), high(ys), 6, false);
    plot.vertical(yAxis, yLabel);
    plot.horizontal(xLabel);
    marks(plot, xAxis);
    for (int i = 0; i < series.size(); i++) {
      draw(plot, series.get(i), Palette.series(i), xAxis, yAxis);
    }
    return plot.bytes();
  }

  /** An axis whose ends are the data's own, so that no room is lost beside the lines. */
  private static Axis fit(double low, double high, int labels, boolean whole) {
    Axis round = Axis.over(low, high, labels, whole);
    return low < high ? new Axis(low, high, round.step()) : round;
  }

  private static void marks(Plot plot, Axis axis) {
    SvgDocument svg = plot.svg();
    svg.open("font-size", "12", "fill", Palette.PALE_INK, "text-anchor", "middle");
    double first = Math.ceil(axis.min() / axis.step() - 1e-9) * axis.step();
    for (int i = 0; first + i * axis.step() <= axis.max() + axis.step() * 1e-6; i++) {
      double mark = first + i * axis.step();
      double x = axis.place(mark, Plot.LEFT, Plot.RIGHT);
      svg.line(x, Plot.BOTTOM, x, Plot.BOTTOM + 5, "stroke", Palette.GRID);
      svg.text(x, Plot.BOTTOM + 19, axis.label(mark));
    }
    svg.close();
  }

  private static void draw(Plot plot, Series series, String color, Axis xAxis, Axis yAxis) {
    Path2D line = new Path2D.Double();
    boolean pen = false;
    boolean dots = series.x().size() <= MOST_DOTS;
    plot.svg().open("fill", color, "stroke", "none");
    for (int i = 0; i < series.x().size(); i++) {
      if (!Double.isFinite(series.x().get(i)) || !Double.isFinite(series.y().get(i))) {
        pen = false;
        continue;
      }
      double x = xAxis.place(series.x().get(i), Plot.LEFT, Plot.RIGHT);
      double y = yAxis.place(series.y().get(i), Plot.BOTTOM, plot.top());
      if (pen) {
        line.lineTo(x, y);
      } else {
        line.moveTo(x, y);
      }
      pen = true;
      if (dots) {
        plot.svg().circle(x, y, 3);
      }
    }
    plot.svg().close();
    if (line.getCurrentPoint() != null) {
      plot.svg()
          .path(
              line,
              "fill",
              "none",
              "stroke",
              color,
              "stroke-width",
              "2",
              "stroke-linejoin",
              "round");
    }
  }

  private static String describe(String xLabel, String yLabel, List<Series> series) {
    return series.stream()
        .map(s -> s.name() + finite(s.y()).reduce((a, b) -> b).map(LineChart::last).orElse(""))
        .collect(Collectors.joining("; ", yLabel + " over " + xLabel + ". ", "."));
  }

  private static String last(double value) {
    return " ends at " + SvgDocument.number(value);
  }

  private static Stream<Double> finite(List<Double> values) {
    return values.stream().filter(Double::isFinite);
  }

  private static double low(List<Double> values) {
    return values.stream().mapToDouble(v -> v).min().orElse(0);
  }

  private static double high(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElse(0);
  }
}
