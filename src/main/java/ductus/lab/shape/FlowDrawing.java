package ductus.lab.shape;

import ductus.lab.shape.Exercise.Flow;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Path2D;

/**
 * Draws the data flow of an example, unrolled in time: below what is read, above it the hidden
 * layer, on top what is said.
 */
final class FlowDrawing {
  /** Height of a drawing, in pixels. */
  static final double HEIGHT = 132;

  private static final double BOX_HEIGHT = 24;
  private static final double WIDEST_STEP = 64;
  private static final double ROWS_APART = 46;
  private static final double HEAD = 5;

  private final SvgDocument svg;
  private final Flow flow;
  private final double left;
  private final double top;
  private final double step;
  private final double box;

  /** Creates the drawing of a flow that is so wide at most. */
  FlowDrawing(SvgDocument svg, Flow flow, double left, double top, double width) {
    this.svg = svg;
    this.flow = flow;
    this.left = left;
    this.top = top;
    step = Math.min(WIDEST_STEP, width / flow.read().size());
    box = step - 18;
  }

  void draw() {
    for (int t = 0; t < flow.read().size(); t++) {
      double middle = left + (t + 0.5) * step;
      boolean reads = !flow.read().get(t).isEmpty();
      boolean says = !flow.said().get(t).isEmpty();
      if (says) {
        box(middle, 0, flow.said().get(t), Palette.series(1));
        arrow(middle, top + ROWS_APART, middle, top + BOX_HEIGHT);
      }
      box(middle, 1, "", Palette.series(2));
      if (reads) {
        box(middle, 2, flow.read().get(t), Palette.series(0));
        arrow(middle, top + 2 * ROWS_APART, middle, top + ROWS_APART + BOX_HEIGHT);
      }
      if (flow.recurrent() && t > 0) {
        double height = top + ROWS_APART + BOX_HEIGHT / 2;
        arrow(middle - step + box / 2, height, middle - box / 2, height);
      }
    }
  }

  private void box(double middle, int row, String words, String color) {
    double y = top + row * ROWS_APART;
    svg.rectangle(
        middle - box / 2,
        y,
        box,
        BOX_HEIGHT,
        "rx",
        "4",
        "fill",
        color,
        "fill-opacity",
        "0.18",
        "stroke",
        color);
    if (!words.isEmpty()) {
      svg.text(middle, y + 16, words, "font-size", "12", "text-anchor", "middle");
    }
  }

  private void arrow(double fromX, double fromY, double toX, double toY) {
    double length = StrictMath.hypot(toX - fromX, toY - fromY);
    double x = (toX - fromX) / length * HEAD;
    double y = (toY - fromY) / length * HEAD;
    svg.line(fromX, fromY, toX - x, toY - y, "stroke", Palette.INK);
    Path2D head = new Path2D.Double();
    head.moveTo(toX, toY);
    head.lineTo(toX - x - y / 2, toY - y + x / 2);
    head.lineTo(toX - x + y / 2, toY - y - x / 2);
    head.closePath();
    svg.path(head, "fill", Palette.INK);
  }
}
