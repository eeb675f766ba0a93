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
 * that begins at the left edge, going right, also to the one before.
 */
final class FontJoins {
  /** How far from the edge an entry or exit may be, x-heights. */
  private static final double EDGE = 0.15;

  /** Way over which the direction of an entry or exit is measured. */
  private static final double REACH = 0.1;

  /** A stroke shorter than this part of the longest is not the letter's body. */
  private static final double BODY = 0.6;

  private final double slant;

  /** For letters of a slant, dx/dy. */
  FontJoins(double slant) {
    this.slant = slant;
  }

  /** The letter with its body first. */
  Glyph joined(Glyph glyph) {
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
    for (Stroke stroke : glyph.strokes()) {
      if (stroke.length() > BODY * longest
          && isBetweenLines(stroke.last())
          && upright(stroke.last()) > right - EDGE
          && goesRight(stroke, stroke.points().size() - 1, -1)) {
        boolean entry =
            isBetweenLines(stroke.first())
                && upright(stroke.first()) < left + EDGE
                && goesRight(stroke, 0, 1);
        List<Stroke> strokes = new ArrayList<>(glyph.strokes());
        strokes.remove(stroke);
        strokes.add(0, stroke);
        return new Glyph(strokes, entry ? Joins.BOTH : Joins.RIGHT);
      }
    }
    return glyph;
  }

  /** Joins neither climb to ascenders nor come from descenders. */
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
