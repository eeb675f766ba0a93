package ductus.ink.prepare;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Drops points that the straight lines between the others pass by closely enough (Douglas and
 * Peucker 1973). Ends stay.
 *
 * @param tolerance farthest that a dropped point may be from its line, in the ink's unit
 */
public record Simplification(double tolerance) implements PreparationStep {
  public Simplification {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("tolerance must be 0 or more but was " + tolerance);
    }
  }

  @Override
  public PreparedInk apply(Handwriting ink) {
    return PreparedInk.of(ink.withStrokes(ink.strokes().stream().map(this::simplified).toList()));
  }

  /** The points from an index to another, both included. */
  private record Span(int from, int to) {}

  private Stroke simplified(Stroke stroke) {
    List<PenPoint> points = stroke.points();
    BitSet kept = new BitSet();
    kept.set(0);
    kept.set(points.size() - 1);
    Deque<Span> open = new ArrayDeque<>();
    open.push(new Span(0, points.size() - 1));
    while (!open.isEmpty()) {
      Span span = open.pop();
      int farthest = farthest(points, span);
      if (farthest > span.from()) {
        kept.set(farthest);
        open.push(new Span(span.from(), farthest));
        open.push(new Span(farthest, span.to()));
      }
    }
    List<PenPoint> left = new ArrayList<>();
    kept.stream().forEach(i -> left.add(points.get(i)));
    return new Stroke(left);
  }

  /**
   * Index of the point farthest from the line between the ends; the first one if all are near
   * enough.
   */
  private int farthest(List<PenPoint> points, Span span) {
    int farthest = span.from();
    double most = tolerance;
    for (int i = span.from() + 1; i < span.to(); i++) {
      double distance = distance(points.get(i), points.get(span.from()), points.get(span.to()));
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    return farthest;
  }

  /** Distance of a point from the line between two, not from its extension. */
  private static double distance(PenPoint point, PenPoint from, PenPoint to) {
    double x = to.x() - from.x();
    double y = to.y() - from.y();
    double square = x * x + y * y;
    double along =
        square == 0 ? 0 : ((point.x() - from.x()) * x + (point.y() - from.y()) * y) / square;
    double part = Math.min(1, Math.max(0, along));
    return StrictMath.hypot(point.x() - from.x() - part * x, point.y() - from.y() - part * y);
  }
}
