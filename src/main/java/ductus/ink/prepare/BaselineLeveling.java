package ductus.ink.prepare;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a line of writing until its baseline is level. The baseline is the straight line that most
 * bottoms of strokes stand on: of all lines through two of them, the one with most others near
 * enough, fitted to these by least squares; descenders and commas have no say. Ink that is too
 * short to tell is left as it is.
 */
public record BaselineLeveling() implements PreparationStep {
  private static final double STEEPEST = StrictMath.tan(Math.toRadians(25));

  /** Least width of a line of writing, in heights of letters. */
  private static final double SHORTEST = 2;

  private static final int FEWEST_BOTTOMS = 4;
  private static final int MOST_BOTTOMS = 150;

  /** Largest distance of a point that stands on the line, in heights of letters. */
  private static final double NEAR = 0.1;

  @Override
  public PreparedInk apply(Handwriting ink) {
    double slope = slope(ink);
    double angle = StrictMath.atan(slope);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    Handwriting level =
        slope == 0
            ? ink
            : ink.map(
                point ->
                    point.moved(
                        cos * point.x() + sin * point.y(), cos * point.y() - sin * point.x()));
    return new PreparedInk(
        level,
        List.of(
            new PreparedInk.Estimate(
                PreparedInk.BASELINE_ANGLE, Math.toDegrees(angle), "degrees")));
  }

  /** A straight line by a point on it. */
  private record Line(double x, double y, double slope) {
    /** Height of a point above the line. */
    double height(PenPoint point) {
      return point.y() - y - slope * (point.x() - x);
    }

    /** Number of points that stand on the line; one that is further from it counts less. */
    double votes(List<PenPoint> points, double near) {
      return points.stream()
          .mapToDouble(point -> height(point) / near)
          .map(away -> Math.max(0, 1 - away * away))
          .sum();
    }

    /** The slope that fits best to the points near the line. */
    double fittedSlope(List<PenPoint> points, double near) {
      List<PenPoint> on = points.stream().filter(p -> Math.abs(height(p)) <= near).toList();
      double meanX = on.stream().mapToDouble(PenPoint::x).average().orElse(0);
      double covariance = on.stream().mapToDouble(p -> (p.x() - meanX) * height(p)).sum();
      double variance = on.stream().mapToDouble(p -> (p.x() - meanX) * (p.x() - meanX)).sum();
      return variance == 0 ? slope : slope + covariance / variance;
    }
  }

  private static double slope(Handwriting ink) {
    double height = TurningPoints.letterHeight(ink);
    Optional<Box> box = ink.box();
    if (box.isEmpty() || box.get().width() < SHORTEST * height) {
      return 0;
    }
    List<PenPoint> bottoms = thinned(TurningPoints.of(ink).bottoms());
    if (bottoms.size() < FEWEST_BOTTOMS) {
      return 0;
    }
    double near = NEAR * height;
    return best(bottoms, box.get().width() / 4, near)
        .map(line -> line.fittedSlope(bottoms, near))
        .orElse(0.0);
  }

  private static List<PenPoint> thinned(List<PenPoint> points) {
    List<PenPoint> kept = new ArrayList<>();
    int every = (points.size() + MOST_BOTTOMS - 1) / MOST_BOTTOMS;
    for (int i = 0; i < points.size(); i += every) {
      kept.add(points.get(i));
    }
    return kept;
  }

  /** The line with most votes of those through two points that are wide enough apart. */
  private static Optional<Line> best(List<PenPoint> points, double apart, double near) {
    Optional<Line> best = Optional.empty();
    double most = 0;
    for (PenPoint from : points) {
      for (PenPoint to : points) {
        Line line = new Line(from.x(), from.y(), (to.y() - from.y()) / (to.x() - from.x()));
        if (to.x() - from.x() < apart || Math.abs(line.slope()) > STEEPEST) {
          continue;
        }
        double votes = line.votes(points, near);
        if (votes > most) {
          most = votes;
          best = Optional.of(line);
        }
      }
    }
    return best;
  }
}
