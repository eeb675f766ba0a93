package ductus.ink.prepare;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets the points of each stroke at equal times, as a tablet of another rate would; its ends stay.
 * A stroke whose times are not known, or do not go forward, stays as it is.
 *
 * @param seconds from point to point
 */
public record TimeResampling(double seconds) implements PreparationStep {
  private static final int MOST_POINTS = 1_000_000;

  public TimeResampling {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("time step must be above 0 but was " + seconds);
    }
  }

  @Override
  public PreparedInk apply(Handwriting ink) {
    return PreparedInk.of(ink.withStrokes(ink.strokes().stream().map(this::resampled).toList()));
  }

  private Stroke resampled(Stroke stroke) {
    List<PenPoint> points = stroke.points();
    double duration = stroke.last().seconds() - stroke.first().seconds();
    if (!goesForward(points) || duration / seconds > MOST_POINTS) {
      return stroke;
    }
    int steps = (int) Math.max(1, Math.rint(duration / seconds));
    double start = stroke.first().seconds();
    List<PenPoint> kept = new ArrayList<>();
    kept.add(stroke.first());
    for (int i = 1; i < points.size(); i++) {
      PenPoint from = points.get(i - 1);
      PenPoint to = points.get(i);
      while (kept.size() < steps && to.seconds() >= start + duration * kept.size() / steps) {
        double time = start + duration * kept.size() / steps;
        kept.add(
            Interpolation.between(
                from, to, (time - from.seconds()) / (to.seconds() - from.seconds())));
      }
    }
    kept.add(stroke.last());
    return new Stroke(kept);
  }

  private static boolean goesForward(List<PenPoint> points) {
    boolean forward = points.size() > 1;
    for (int i = 1; i < points.size(); i++) {
      forward &= points.get(i).seconds() > points.get(i - 1).seconds();
    }
    return forward;
  }
}
