package ductus.picture.chart;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.util.List;

/** The frame of a chart around its values: title, legend, axes with labels, grid. */
final class Plot {
  static final double WIDTH = 800;
  static final double HEIGHT = 460;
  static final double LEFT = 76;
  static final double RIGHT = WIDTH - 24;
  static final double BOTTOM = HEIGHT - 56;

  /** Mean width of a letter, in ems, roughly: text has no measure without fonts. */
  private static final double LETTER = 0.56;

  private static final double LEGEND_TOP = 41;

  private final SvgDocument svg;
  private final double top;

  Plot(String title, String description, List<String> legend) {
    svg = new SvgDocument(WIDTH, HEIGHT, "px", title, description);
    svg.rectangle(0, 0, WIDTH, HEIGHT, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(LEFT, 30, title, "font-size", "17", "font-weight", "bold");
    Legend names = new Legend(legend, RIGHT - LEFT);
    names.draw(svg, LEFT, LEGEND_TOP);
    top = LEGEND_TOP + names.height() + 13;
  }

  SvgDocument svg() {
    return svg;
  }

  double top() {
    return top;
  }

  /** Draws the vertical axis with a grid line at each label. */
  void vertical(Axis axis, String label) {
    svg.open("font-size", "12", "fill", Palette.PALE_INK, "text-anchor", "end");
    for (double mark : axis.marks()) {
      double y = axis.place(mark, BOTTOM, top);
      svg.line(LEFT, y, RIGHT, y, "stroke", Palette.PALE_GRID);
      svg.text(LEFT - 8, y + 4, axis.label(mark));
    }
    svg.close();
    double middle = (top + BOTTOM) / 2;
    svg.text(
        20,
        middle,
        label,
        "font-size",
        "13",
        "text-anchor",
        "middle",
        "transform",
        "rotate(-90 20 " + SvgDocument.number(middle) + ")");
  }

  /** Draws the line below the values, and what they stand over. */
  void horizontal(String label) {
    svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "stroke", Palette.GRID);
    svg.text((LEFT + RIGHT) / 2, HEIGHT - 14, label, "font-size", "13", "text-anchor", "middle");
  }

  /** How many labels of so many letters fit below the values. */
  static int labelsThatFit(int letters) {
    return (int) Math.max(1, (RIGHT - LEFT) / (12 * LETTER * letters + 10));
  }

  byte[] bytes() {
    svg.close();
    return svg.bytes();
  }
}
