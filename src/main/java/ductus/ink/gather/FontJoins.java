package ductus.ink.gather;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Joins;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out where the letters of a script font are joined, which the font does not say: a stroke
 * that ends at the letter's right edge, going right, is its body and can be joined to the next; if
 * that begins at the left edge, going right, also to the one before. A font's strokes have no
 * direction that counts, so a body may also have been drawn from its end.
 */
final class FontJoins {
  /** Largest distance of an entry or exit from the edge, x-heights. */
  private static final double EDGE = 0.15;

  /** Length of the way over which the direction of an entry or exit is measured. */
  private static final double REACH = 0.1;

  /** Part of the longest stroke's length below which a stroke is not the letter's body. */
  private static final double BODY = 0.6;

  /**
   * Height below which a stroke that begins at the right edge was drawn from its end, x-heights.
   */
  private static final double LOW = 0.65;

  private final double slant;

  /** Creates a search in letters of a slant, dx/dy. */
  FontJoins(double slant) {
    this.slant = slant;
  }

  /** Returns a letter with its body first, drawn towards the next letter. */
  Glyph joined(Glyph glyph) {
    Edges edges = edges(glyph);
    for (int i = 0; i < glyph.strokes().size(); i++) {
      Stroke stroke = glyph.strokes().get(i);
      if (leaves(stroke, edges)) {
        return withBody(stroke, i, glyph, edges);
      }
    }
    for (int i = 0; i < glyph.strokes().size(); i++) {
      Stroke turned = glyph.strokes().get(i).backwards();
      if (leaves(turned, edges) && turned.last().y() < LOW) {
        return withBody(turned, i, glyph, edges);
      }
    }
    return glyph;
  }

  /** The reach of a letter, and the length of its longest stroke. */
  private record Edges(double left, double right, double longest) {}

  private Edges edges(Glyph glyph) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (Stroke stroke : glyph.strokes()) {
      for (PenPoint point : stroke.points()) {
        if (isBetweenLines(point)) {
          left = Math.min(left, upright(point));
          right = Math.max(right, upright(point));
        }
      }
    }
    double longest = glyph.strokes().stream().mapToDouble(Stroke::length).max().orElse(0);
    return new Edges(left, right, longest);
  }

  private boolean leaves(Stroke stroke, Edges edges) {
    return stroke.length() > BODY * edges.longest()
        && isBetweenLines(stroke.last())
        && upright(stroke.last()) > edges.right() - EDGE
        && goesRight(stroke, stroke.points().size() - 1, -1);
  }

  private Glyph withBody(Stroke body, int at, Glyph glyph, Edges edges) {
    boolean entry =
        isBetweenLines(body.first())
            && upright(body.first()) < edges.left() + EDGE
            && goesRight(body, 0, 1);
    List<Stroke> strokes = new ArrayList<>(glyph.strokes());
    strokes.remove(at);
    strokes.add(0, body);
    return new Glyph(strokes, entry ? Joins.BOTH : Joins.RIGHT);
  }

  /** Whether a join may be at a point: none climbs to ascenders or comes from descenders. */
  private static boolean isBetweenLines(PenPoint point) {
    return point.y() > -0.25 && point.y() < 1.15;
  }

  private double upright(PenPoint point) {
    return point.x() - slant * point.y();
  }

  private static boolean goesRight(Stroke stroke, int from, int step) {
    List<PenPoint> points = stroke.points();
    int at = from;
    while (at + step >= 0
        && at + step < points.size()
        && points.get(at).distance(points.get(from)) < REACH) {
      at += step;
    }
    return (points.get(at).x() - points.get(from).x()) * step > 0.2 * REACH;
  }
}
