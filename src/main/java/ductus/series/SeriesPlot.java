package ductus.series;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A picture of columns over time, one below the other, each with an axis of its own. Gaps are left
 * open.
 */
public final class SeriesPlot {
  private static final double WIDTH = 920;
  private static final double LEFT = 84;
  private static final double RIGHT = WIDTH - 24;
  private static final double TITLE = 58;
  private static final double ROW = 206;
  private static final double PLOT = 150;
  private static final double BOTTOM = 10;
  private static final int MARKS = 4;
  private static final int LABELS = 6;
  private static final double ROOM = 0.06;

  private final SvgDocument svg;
  private final TimeAxis times;
  private final int from;
  private final int to;
  private double top;
  private double low;
  private double high;

  /**
   * Creates an empty picture.
   *
   * @param note a line below the title
   * @param columns that it has room for
   * @param from first step shown
   * @param to step behind the last, which may be to come
   */
  public SeriesPlot(String title, String note, int columns, TimeAxis times, int from, int to) {
    this.times = times;
    this.from = from;
    this.to = to;
    double height = TITLE + columns * ROW + BOTTOM;
    svg = new SvgDocument(WIDTH, height, "px", title, note);
    svg.rectangle(0, 0, WIDTH, height, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(24, 28, title, "font-size", "17", "font-weight", "bold");
    svg.text(24, 47, note, "font-size", "12", "fill", Palette.PALE_INK);
    svg.text(
        (LEFT + RIGHT) / 2,
        height - 9,
        times.name(),
        "font-size",
        "12",
        "text-anchor",
        "middle",
        "fill",
        Palette.PALE_INK);
  }

  /**
   * Begins the part of a column.
   *
   * @param index from 0, from the top down
   * @param lines all values that it is to show, by step; NaN for none
   */
  public void begin(int index, String name, List<IntToDoubleFunction> lines) {
    top = TITLE + index * ROW + 24;
    low = Double.POSITIVE_INFINITY;
    high = Double.NEGATIVE_INFINITY;
    for (IntToDoubleFunction line : lines) {
      for (int t = from; t < to; t++) {
        double value = line.applyAsDouble(t);
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (!(low < high)) {
      double middle = Double.isFinite(low) ? low : 0;
      double around = Math.max(Math.abs(middle) / 10, 1e-6);
      low = middle - around;
      high = middle + around;
    }
    double room = ROOM * (high - low);
    low -= room;
    high += room;
    svg.text(LEFT, top - 7, name, "font-size", "13", "font-weight", "bold");
    axes();
  }

  private void axes() {
    double step = roundStep((high - low) / MARKS);
    svg.open("font-size", "11", "fill", Palette.PALE_INK, "text-anchor", "end");
    for (double n = Math.ceil(low / step); n * step <= high; n++) {
      double value = n * step;
      svg.line(LEFT, y(value), RIGHT, y(value), "stroke", Palette.PALE_GRID);
      svg.text(LEFT - 7, y(value) + 4, label(value, step));
    }
    svg.close();
    svg.open("font-size", "11", "fill", Palette.PALE_INK, "text-anchor", "middle");
    int pace = Math.max(1, (to - from - 1) / LABELS);
    for (int t = from; t < to; t += pace) {
      svg.line(x(t), top + PLOT, x(t), top + PLOT + 4, "stroke", Palette.GRID);
      svg.text(x(t), top + PLOT + 16, times.label(t));
    }
    svg.close();
  }

  /** The smallest of 1, 2 or 5 times a power of ten that is not below a number. */
  private static double roundStep(double least) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
    double ratio = least / power;
    return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
  }

  /** The label of a value, with as many digits as tell marks apart. */
  private static String label(double value, double step) {
    BigDecimal rounded =
        new BigDecimal(value)
            .setScale(
                (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9)),
                RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private double x(double step) {
    return LEFT + (step - from) / Math.max(1, to - 1 - from) * (RIGHT - LEFT);
  }

  private double y(double value) {
    return top + PLOT * (high - value) / (high - low);
  }

  /** Draws a line by step; it is open where a value is NaN. */
  public void line(IntToDoubleFunction values, String color, double width) {
    Path2D path = new Path2D.Double();
    boolean pen = false;
    for (int t = from; t < to; t++) {
      double value = values.applyAsDouble(t);
      boolean known = Double.isFinite(value);
      boolean alone = known && !pen && (t + 1 == to || Double.isNaN(values.applyAsDouble(t + 1)));
      if (alone) {
        svg.circle(x(t), y(value), width, "fill", color);
      } else if (known && pen) {
        path.lineTo(x(t), y(value));
      } else if (known) {
        path.moveTo(x(t), y(value));
      }
      pen = known && !alone;
    }
    if (path.getCurrentPoint() != null) {
      svg.path(
          path,
          "fill",
          "none",
          "stroke",
          color,
          "stroke-width",
          SvgDocument.number(width),
          "stroke-linejoin",
          "round");
    }
  }

  /** Draws the area between two lines, where both are known. */
  public void band(IntToDoubleFunction lower, IntToDoubleFunction upper, String color) {
    Path2D area = new Path2D.Double();
    int begin = from;
    while (begin < to && !Double.isFinite(lower.applyAsDouble(begin))) {
      begin++;
    }
    int end = begin;
    while (end < to && Double.isFinite(lower.applyAsDouble(end))) {
      end++;
    }
    if (end - begin < 2) {
      return;
    }
    area.moveTo(x(begin), y(upper.applyAsDouble(begin)));
    for (int t = begin + 1; t < end; t++) {
      area.lineTo(x(t), y(upper.applyAsDouble(t)));
    }
    for (int t = end - 1; t >= begin; t--) {
      area.lineTo(x(t), y(lower.applyAsDouble(t)));
    }
    area.closePath();
    svg.path(area, "fill", color, "fill-opacity", "0.2", "stroke", "none");
  }

  /** Shades some steps from top to bottom of the column. */
  public void shade(int begin, int end, String color) {
    double left = Math.max(LEFT, x(begin - 0.5));
    double right = Math.min(RIGHT, Math.max(x(end - 0.5), left + 2));
    svg.rectangle(left, top, right - left, PLOT, "fill", color, "fill-opacity", "0.25");
  }

  /** The document as SVG. */
  public byte[] bytes() {
    svg.close();
    return svg.bytes();
  }
}
