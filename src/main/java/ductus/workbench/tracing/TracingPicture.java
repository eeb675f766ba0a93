package ductus.workbench.tracing;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Hand;
import ductus.ink.tracing.LetterPicture;
import ductus.model.tracing.Picture;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Letters and digits of a hand as a network sees them, and below each how it draws it: every stroke
 * in a color of its own, with a dot where it begins.
 */
public final class TracingPicture {
  private static final int COLUMNS = 16;
  private static final int GAP = 4;
  private static final int WIDTH = Picture.SIDE + GAP;
  private static final int HEIGHT = 2 * Picture.SIDE + 3 * GAP;
  private static final double SCALE = 1.6;
  private static final double LINE = 1.5;

  private final SvgDocument svg;

  private TracingPicture(String hand, int letters) {
    int rows = (letters + COLUMNS - 1) / COLUMNS;
    svg =
        new SvgDocument(
            SCALE * (COLUMNS * WIDTH + GAP),
            SCALE * (rows * HEIGHT + GAP),
            "px",
            "Letters of the hand " + hand + " and how they are drawn",
            "Above each picture as the network sees it, below the strokes that it draws.");
  }

  /** The picture, as SVG; of a hand with a letter or a digit. */
  public static byte[] svg(LetterTracer tracer, Hand hand, long seed) {
    List<LetterPicture> letters =
        hand.characters().stream()
            .filter(Character::isLetterOrDigit)
            .filter(character -> character < 128)
            .map(character -> hand.drawings(character).get(0))
            .map(glyph -> LetterPicture.of(Handwriting.of(glyph.strokes()), TracingEvaluation.NIB))
            .toList();
    List<Picture> pictures = letters.stream().map(letter -> letter.traced().picture()).toList();
    List<LetterTracer.Traced> traced = tracer.trace(pictures, seed);
    TracingPicture drawing = new TracingPicture(hand.name(), letters.size());
    for (int i = 0; i < letters.size(); i++) {
      int x = GAP + i % COLUMNS * WIDTH;
      int y = GAP + i / COLUMNS * HEIGHT;
      drawing.pixels(pictures.get(i), x, y);
      drawing.strokes(traced.get(i).strokes(), x, y + Picture.SIDE + GAP);
    }
    return drawing.svg.bytes();
  }

  private void pixels(Picture picture, int left, int top) {
    for (int row = 0; row < Picture.SIDE; row++) {
      for (int column = 0; column < Picture.SIDE; column++) {
        int gray = Math.round(255 * (1 - picture.ink(row, column)));
        if (gray < 255) {
          svg.rectangle(
              SCALE * (left + column),
              SCALE * (top + row),
              SCALE,
              SCALE,
              "fill",
              "#%02x%02x%02x".formatted(gray, gray, gray));
        }
      }
    }
  }

  private void strokes(Handwriting drawn, int left, int top) {
    for (int i = 0; i < drawn.strokes().size(); i++) {
      Stroke stroke = drawn.strokes().get(i);
      String color = Palette.series(i);
      Path2D path = new Path2D.Double();
      path.moveTo(x(stroke.first(), left), y(stroke.first(), top));
      stroke.points().forEach(point -> path.lineTo(x(point, left), y(point, top)));
      svg.path(
          path,
          "fill",
          "none",
          "stroke",
          color,
          "stroke-width",
          SvgDocument.number(SCALE * LINE),
          "stroke-linecap",
          "round",
          "stroke-linejoin",
          "round");
      svg.circle(
          x(stroke.first(), left), y(stroke.first(), top), SCALE * LINE, "fill", Palette.INK);
    }
  }

  private static double x(PenPoint point, int left) {
    return SCALE * (left + point.x());
  }

  private static double y(PenPoint point, int top) {
    return SCALE * (top + Picture.SIDE - point.y());
  }
}
