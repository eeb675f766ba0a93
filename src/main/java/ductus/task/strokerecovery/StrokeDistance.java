package ductus.task.strokerecovery;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.prepare.ArcLengthResampling;
import java.util.List;

/**
 * The distance of two drawings from each other, whatever the order of their strokes: the mean
 * distance of a point of one from the nearest of the other, both ways (Chamfer distance).
 */
final class StrokeDistance {
  private static final ArcLengthResampling POINTS = new ArcLengthResampling(0.5);

  private StrokeDistance() {}

  /**
   * Measures two drawings.
   *
   * @param one in pixels of its picture, with a stroke at least
   * @param other of the same picture
   * @return in pixels
   */
  static double between(Handwriting one, Handwriting other) {
    List<PenPoint> some = points(one);
    List<PenPoint> others = points(other);
    return (oneWay(some, others) + oneWay(others, some)) / 2;
  }

  private static List<PenPoint> points(Handwriting drawing) {
    return POINTS.apply(drawing).ink().strokes().stream()
        .flatMap(stroke -> stroke.points().stream())
        .toList();
  }

  private static double oneWay(List<PenPoint> from, List<PenPoint> to) {
    return from.stream()
        .mapToDouble(point -> to.stream().mapToDouble(point::distance).min().orElseThrow())
        .average()
        .orElseThrow();
  }
}
