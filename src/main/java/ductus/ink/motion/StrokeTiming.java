package ductus.ink.motion;

import ductus.ink.PenPoint;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When the pen is where in a stroke.
 *
 * @param stops some of its places in their order, the first and the last among them
 * @param length of its way
 * @param seconds that it takes
 */
public record StrokeTiming(List<Stop> stops, double length, double seconds) {
  /** Points on each side by which curvature is measured. */
  private static final int REACH = 2;

  /** Stops at the most. */
  private static final int MOST_STOPS = 25;

  /**
   * A place of the pen.
   *
   * @param length share of the way that is done, 0 to 1
   * @param time share of the time that is gone, 0 to 1
   */
  public record Stop(double length, double time) {}

  public StrokeTiming {
    stops = List.copyOf(stops);
  }

  /**
   * Times a stroke.
   *
   * @param points close to each other, one or more, in x-heights
   */
  public static StrokeTiming of(List<PenPoint> points, PenMotion motion) {
    int last = points.size() - 1;
    double[] lengths = new double[points.size()];
    double[] times = new double[points.size()];
    for (int i = 1; i <= last; i++) {
      double step = points.get(i - 1).distance(points.get(i));
      lengths[i] = lengths[i - 1] + step;
      double speed = (speed(points, i - 1, motion) + speed(points, i, motion)) / 2;
      times[i] = times[i - 1] + step / speed;
    }
    if (!(lengths[last] > 0)) {
      return new StrokeTiming(List.of(new Stop(0, 0), new Stop(1, 1)), 0, 0);
    }
    int parts = Math.min(last, MOST_STOPS - 1);
    List<Stop> stops =
        IntStream.rangeClosed(0, parts)
            .map(part -> part * last / parts)
            .mapToObj(i -> new Stop(lengths[i] / lengths[last], times[i] / times[last]))
            .toList();
    return new StrokeTiming(stops, lengths[last], times[last]);
  }

  private static double speed(List<PenPoint> points, int i, PenMotion motion) {
    int reach = Math.min(REACH, Math.min(i, points.size() - 1 - i));
    double curvature =
        reach == 0 ? 0 : Curvature.of(points.get(i - reach), points.get(i), points.get(i + reach));
    // A turn on the spot has no circle.
    return motion.speed(Double.isNaN(curvature) ? Double.POSITIVE_INFINITY : curvature);
  }
}
