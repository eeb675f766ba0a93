package ductus.ink.prepare;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets the points of each stroke at equal distances along its way, as composed lines have them: the
 * ends and sharp corners stay, and between two of them the distance is as near to the wanted one as
 * the way allows. A stroke much shorter than it becomes a dot. Times and pressures are those at the
 * new points.
 *
 * @param spacing wanted distance, in the ink's unit
 */
public record ArcLengthResampling(double spacing) implements PreparationStep {
  private static final int MOST_POINTS = 1_000_000;

  /** Part of the spacing below whose length a stroke is a dot. */
  private static final double DOT = 0.6;

  /** Distance of the points between which corners are looked for, as a part of the spacing. */
  private static final double FINE = 0.25;

  /** Part of the spacing within which a turn is a corner. */
  private static final double REACH = 0.5;

  public ArcLengthResampling {
    if (!(spacing > 0)) {
      throw new IllegalArgumentException("spacing must be above 0 but was " + spacing);
    }
  }

  @Override
  public PreparedInk apply(Handwriting ink) {
    double points = ink.strokes().stream().mapToDouble(Stroke::length).sum() / spacing;
    if (points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "spacing must give at most " + MOST_POINTS + " points but was " + spacing);
    }
    return PreparedInk.of(ink.withStrokes(ink.strokes().stream().map(this::resampled).toList()));
  }

  private Stroke resampled(Stroke stroke) {
    if (stroke.length() < DOT * spacing) {
      return new Stroke(List.of(stroke.first().towards(stroke.last(), 0.5)));
    }
    List<PenPoint> fine = fine(stroke.points());
    List<PenPoint> kept = new ArrayList<>();
    kept.add(stroke.first());
    int start = 0;
    for (int corner : ResamplingCorners.of(fine, REACH * spacing)) {
      addEvenly(fine.subList(start, corner + 1), kept);
      start = corner;
    }
    addEvenly(fine.subList(start, fine.size()), kept);
    return new Stroke(kept);
  }

  private List<PenPoint> fine(List<PenPoint> points) {
    List<PenPoint> fine = new ArrayList<>();
    fine.add(points.get(0));
    for (int i = 1; i < points.size(); i++) {
      PenPoint from = points.get(i - 1);
      PenPoint to = points.get(i);
      int parts = (int) Math.max(1, Math.ceil(from.distance(to) / (FINE * spacing)));
      for (int part = 1; part <= parts; part++) {
        fine.add(from.towards(to, (double) part / parts));
      }
    }
    return fine;
  }

  /** Adds the points of a way, all but its first, at even distances. */
  private void addEvenly(List<PenPoint> way, List<PenPoint> kept) {
    double length = new Stroke(way).length();
    int steps = (int) Math.max(1, Math.rint(length / spacing));
    double gone = 0;
    int taken = 1;
    for (int i = 1; i < way.size(); i++) {
      double more = way.get(i).distance(way.get(i - 1));
      while (taken < steps && gone + more >= taken * length / steps) {
        double part = more == 0 ? 0 : (taken * length / steps - gone) / more;
        kept.add(way.get(i - 1).towards(way.get(i), part));
        taken++;
      }
      gone += more;
    }
    kept.add(way.get(way.size() - 1));
  }
}
