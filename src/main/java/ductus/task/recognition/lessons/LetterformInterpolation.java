package ductus.task.recognition.lessons;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Drawings of a letter that nobody drew: between two that are alike, or a little beyond one of
 * them. So a reader sees more letterforms than there are hands.
 */
final class LetterformInterpolation {
  /** Farthest that a drawing lies beyond either, as a share of the way between them. */
  private static final double BEYOND = 0.3;

  /** Drawings whose points are farther from each other, on the mean, are of different forms. */
  private static final double ALIKE = 0.4;

  /** Distance of the points, x-heights. */
  private static final double SPACING = 0.05;

  private LetterformInterpolation() {}

  /** A drawing between two, at random; empty where the two are not alike. */
  static Optional<Glyph> of(Glyph first, Glyph second, RandomGenerator random) {
    double share = random.nextDouble() * (1 + 2 * BEYOND) - BEYOND;
    int strokes = first.strokes().size();
    if (second.strokes().size() != strokes || second.joins() != first.joins()) {
      return Optional.empty();
    }
    List<Stroke> blended = new ArrayList<>();
    double apart = 0;
    double points = 0;
    for (int i = 0; i < strokes; i++) {
      Stroke one = first.strokes().get(i);
      Stroke other = second.strokes().get(i);
      int count = 1 + (int) (Math.max(one.length(), other.length()) / SPACING);
      List<PenPoint> from = even(one, count);
      List<PenPoint> to = even(other, count);
      List<PenPoint> between = new ArrayList<>();
      for (int p = 0; p < count; p++) {
        PenPoint a = from.get(p);
        PenPoint b = to.get(p);
        apart += a.distance(b);
        between.add(PenPoint.at(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y())));
      }
      points += count;
      blended.add(new Stroke(between));
    }
    return apart > ALIKE * points
        ? Optional.empty()
        : Optional.of(new Glyph(blended, first.joins()));
  }

  /** The points at equal distances along a stroke, so many, its ends included. */
  private static List<PenPoint> even(Stroke stroke, int count) {
    List<PenPoint> ink = stroke.points();
    double step = stroke.length() / Math.max(1, count - 1);
    List<PenPoint> even = new ArrayList<>();
    double gone = 0;
    for (int i = 1; i < ink.size() && even.size() < count - 1; i++) {
      PenPoint from = ink.get(i - 1);
      PenPoint to = ink.get(i);
      double way = from.distance(to);
      while (way > 0 && even.size() < count - 1 && even.size() * step <= gone + way) {
        double part = (even.size() * step - gone) / way;
        even.add(
            PenPoint.at(
                from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y())));
      }
      gone += way;
    }
    while (even.size() < count) {
      even.add(stroke.last());
    }
    return even;
  }
}
