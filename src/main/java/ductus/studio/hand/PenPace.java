package ductus.studio.hand;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Times for lines that have none since they were written on paper: the pen goes at one pace. What
 * learns a hand looks at the shapes alone.
 */
final class PenPace {
  /** X-heights a second. */
  private static final double PACE = 12;

  /** Seconds between two strokes. */
  private static final double LIFTED = 0.2;

  private PenPace() {}

  /** The line with times; one that has them as it is. */
  static Handwriting timed(Handwriting line) {
    boolean known =
        line.strokes().stream()
            .flatMap(stroke -> stroke.points().stream())
            .noneMatch(point -> Double.isNaN(point.seconds()));
    if (known) {
      return line;
    }
    List<Stroke> strokes = new ArrayList<>();
    double seconds = 0;
    for (Stroke stroke : line.strokes()) {
      List<PenPoint> points = new ArrayList<>();
      PenPoint before = stroke.first();
      for (PenPoint point : stroke.points()) {
        seconds += before.distance(point) / PACE;
        points.add(new PenPoint(point.x(), point.y(), seconds, point.pressure()));
        before = point;
      }
      strokes.add(new Stroke(points));
      seconds += LIFTED;
    }
    return line.withStrokes(strokes);
  }
}
