package ductus.ink.prepare;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops points that lie where the one before them does: the pen rested, or the tablet stuttered.
 */
public record RepeatedPointRemoval() implements PreparationStep {
  @Override
  public PreparedInk apply(Handwriting ink) {
    return PreparedInk.of(
        ink.withStrokes(ink.strokes().stream().map(RepeatedPointRemoval::once).toList()));
  }

  private static Stroke once(Stroke stroke) {
    List<PenPoint> kept = new ArrayList<>();
    PenPoint last = stroke.first();
    kept.add(last);
    for (PenPoint point : stroke.points()) {
      if (point.distance(last) > 0) {
        kept.add(point);
        last = point;
      }
    }
    return new Stroke(kept);
  }
}
