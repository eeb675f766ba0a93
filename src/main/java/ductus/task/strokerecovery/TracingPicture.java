package ductus.task.strokerecovery;

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
 * Letters and digits of a hand as their pictures show them to a network, and below each how it
 * draws it: every stroke in a color of its own, with a dot where it begins.
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
            "Above each letter as its picture shows it, below the strokes that the network draws.");
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
      drawing.ink(letters.get(i), x, y);
      drawing.strokes(traced.get(i).strokes(), x, y + Picture.SIDE + GAP);
    }
    return drawing.svg.bytes();
  }

  /** Adds a letter as the pen of its picture drew it. */
  private void ink(LetterPicture letter, int left, int top) {
    for (Stroke stroke : LetterPicture.strokes(letter.traced()).strokes()) {
      stroke(stroke, left, top, Palette.INK, letter.nib());
    }
  }

  private void strokes(Handwriting drawn, int left, int top) {
    for (int i = 0; i < drawn.strokes().size(); i++) {
      Stroke stroke = drawn.strokes().get(i);
      stroke(stroke, left, top, Palette.series(i), LINE);
      svg.circle(
          x(stroke.first(), left), y(stroke.first(), top), SCALE * LINE, "fill", Palette.INK);
    }
  }

  private void stroke(Stroke stroke, int left, int top, String color, double width) {
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
        SvgDocument.number(SCALE * width),
        "stroke-linecap",
        "round",
        "stroke-linejoin",
        "round");
  }

  private static double x(PenPoint point, int left) {
    return SCALE * (left + point.x());
  }

  private static double y(PenPoint point, int top) {
    return SCALE * (top + Picture.SIDE - point.y());
  }
}
