package ductus.analysis.surprise;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Set;

/** A picture of lines of ink with some strokes in another color. */
final class MarkedInk {
  private static final double MARGIN = 24;
  private static final double HEAD = 60;
  private static final double WIDEST = 1200;
  private static final double MOST_PIXELS = 26;
  private static final double GAP = 1;
  private static final String MARK = "#c9301c";

  private MarkedInk() {}

  /**
   * An SVG document.
   *
   * @param lines at unit x-height, one above the other
   * @param marked numbers of strokes over all lines, from 0
   */
  static byte[] svg(String title, List<Handwriting> lines, Set<Integer> marked) {
    double width = 1;
    double height = 0;
    for (Handwriting line : lines) {
      Box box = line.box().orElseThrow();
      width = Math.max(width, box.width());
      height += box.height() + GAP;
    }
    height -= GAP;
    double pixels = Math.min(MOST_PIXELS, (WIDEST - 2 * MARGIN) / width);
    SvgDocument svg =
        new SvgDocument(
            Math.max(360, 2 * MARGIN + width * pixels),
            HEAD + height * pixels + MARGIN,
            "px",
            title,
            marked.size() + " strokes are odd, and red");
    svg.rectangle(
        0,
        0,
        Math.max(360, 2 * MARGIN + width * pixels),
        HEAD + height * pixels + MARGIN,
        "fill",
        "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(MARGIN, 30, title, "font-size", "17", "font-weight", "bold");
    svg.close();
    svg.open(
        "fill", "none", "stroke-width", "2", "stroke-linecap", "round", "stroke-linejoin", "round");
    double top = HEAD;
    int number = 0;
    for (Handwriting line : lines) {
      Box box = line.box().orElseThrow();
      for (Stroke stroke : line.strokes()) {
        String color = marked.contains(number++) ? MARK : "#1f2f6b";
        svg.path(path(stroke, box, pixels, top), "stroke", color);
      }
      top += (box.height() + GAP) * pixels;
    }
    svg.close();
    return svg.bytes();
  }

  /** Ink goes up where a picture's numbers go down. */
  private static Path2D path(Stroke stroke, Box box, double pixels, double top) {
    Path2D path = new Path2D.Double();
    for (PenPoint point : stroke.points()) {
      double x = MARGIN + (point.x() - box.left()) * pixels;
      double y = top + (box.top() - point.y()) * pixels;
      if (path.getCurrentPoint() == null) {
        path.moveTo(x, y);
      }
      path.lineTo(x, y);
    }
    return path;
  }
}
