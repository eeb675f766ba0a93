package ductus.ink.sheet;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.prepare.Simplification;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Optional;

/** Draws one piece into its frame: its strokes, where each begins, and the way between them. */
final class PieceDrawing {
  private static final double PADDING = 8;
  private static final double CAPTION = 30;

  /** Widths of a letter of the caption's sizes, 11 and 9. */
  private static final double LETTER = 6.8;

  private static final double SMALL_LETTER = 4.5;

  /** Pixels of a tolerance that no eye sees. */
  private static final double TOLERANCE = 0.1;

  private final SvgDocument svg;
  private final Handwriting piece;
  private final SheetLayout.Frame frame;
  private final Box box;
  private final double scale;
  private final double left;
  private final double top;

  /**
   * Creates the drawing of a piece.
   *
   * @param reach the smallest box that is to be visible, such as the guides' one; empty for none
   */
  PieceDrawing(SvgDocument svg, Handwriting piece, SheetLayout.Frame frame, Optional<Box> reach) {
    this.svg = svg;
    this.piece = piece;
    this.frame = frame;
    Box ink = piece.box().orElse(new Box(0, 0, 1, 1));
    this.box = reach.map(ink::with).orElse(ink);
    double width = frame.width() - 2 * PADDING;
    double height = frame.height() - CAPTION - 2 * PADDING;
    double wanted =
        Math.min(width / Math.max(box.width(), 1e-9), height / Math.max(box.height(), 1e-9));
    // A dot is not blown up to fill its frame.
    this.scale = box.width() == 0 && box.height() == 0 ? 1 : wanted;
    this.left = frame.x() + PADDING + (width - scale * box.width()) / 2;
    this.top = frame.y() + CAPTION + PADDING + (height - scale * box.height()) / 2;
  }

  void draw(Optional<Guides> guides) {
    svg.rectangle(
        frame.x(),
        frame.y(),
        frame.width(),
        frame.height(),
        "fill",
        "none",
        "stroke",
        Palette.PALE_GRID);
    caption();
    guides.ifPresent(this::guides);
    ways();
    strokes();
  }

  private void caption() {
    double left = frame.x() + PADDING;
    double width = frame.width() - 2 * PADDING;
    String writer = shortened(piece.writer().orElse(""), (int) (width / 2 / SMALL_LETTER));
    double rest = width - (writer.length() + 1) * SMALL_LETTER;
    String text = piece.text().map(PieceDrawing::visible).orElse("");
    String counts = count(piece.strokes().size(), "stroke") + ", " + count(piece.points(), "point");
    svg.text(
        left,
        frame.y() + 14,
        shortened(text, (int) (rest / LETTER)),
        "font-size",
        "11",
        "font-weight",
        "bold");
    svg.open("font-size", "9", "fill", Palette.PALE_INK);
    svg.text(left + width, frame.y() + 14, writer, "text-anchor", "end");
    svg.text(left, frame.y() + 26, shortened(counts, (int) (width / SMALL_LETTER)));
    svg.close();
  }

  private void guides(Guides guides) {
    svg.open("stroke", Palette.GRID, "stroke-width", "0.7", "class", "guides");
    for (int xHeights = 0; xHeights <= 1; xHeights++) {
      svg.line(
          frame.x() + PADDING / 2,
          clip(y(guides.y(xAt(frame.x() + PADDING / 2), xHeights))),
          frame.x() + frame.width() - PADDING / 2,
          clip(y(guides.y(xAt(frame.x() + frame.width() - PADDING / 2), xHeights))));
    }
    svg.close();
  }

  /** Draws the ways of the pen through the air. */
  private void ways() {
    Path2D ways = new Path2D.Double();
    PenPoint last = null;
    for (Stroke stroke : piece.strokes()) {
      if (last != null) {
        ways.moveTo(x(last.x()), y(last.y()));
        ways.lineTo(x(stroke.first().x()), y(stroke.first().y()));
      }
      last = stroke.last();
    }
    if (piece.strokes().size() > 1) {
      svg.path(
          ways,
          "fill",
          "none",
          "stroke",
          Palette.series(1),
          "stroke-width",
          "0.6",
          "stroke-dasharray",
          "2 2",
          "class",
          "pen-up");
    }
  }

  private void strokes() {
    Simplification unseen = new Simplification(TOLERANCE / scale);
    svg.open(
        "fill",
        "none",
        "stroke",
        Palette.INK,
        "stroke-width",
        frame.kind() == SheetLayout.Kind.PAGE ? "1.1" : "1.6",
        "stroke-linecap",
        "round",
        "stroke-linejoin",
        "round");
    for (Stroke stroke : unseen.apply(piece).ink().strokes()) {
      Path2D path = new Path2D.Double();
      path.moveTo(x(stroke.first().x()), y(stroke.first().y()));
      stroke.points().forEach(point -> path.lineTo(x(point.x()), y(point.y())));
      svg.path(path);
    }
    svg.close();
    svg.open("fill", Palette.series(1), "class", "starts");
    for (Stroke stroke : piece.strokes()) {
      svg.circle(x(stroke.first().x()), y(stroke.first().y()), 1.8);
    }
    svg.close();
  }

  private double x(double inkX) {
    return left + scale * (inkX - box.left());
  }

  private double xAt(double pictureX) {
    return box.left() + (pictureX - left) / scale;
  }

  private double y(double inkY) {
    return top + scale * (box.top() - inkY);
  }

  private double clip(double pictureY) {
    return Math.min(frame.y() + frame.height(), Math.max(frame.y() + CAPTION, pictureY));
  }

  /** A text with its lines as one, and a combining mark on a circle. */
  private static String visible(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() == 1 && Character.getType(line.charAt(0)) == Character.NON_SPACING_MARK
        ? "\u25cc" + line
        : line;
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "\u2026";
  }

  private static String count(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
