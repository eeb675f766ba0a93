package ductus.ink.motion;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * When the pen is where in a stroke.
 *
 * @param length of its way, x-heights
 * @param seconds that it takes
 * @param times shares of the time, 0 to 1, that are gone at places which divide the way evenly; the
 *     first is its beginning, the last its end
 */
public record StrokeTiming(double length, double seconds, List<Double> times) {
  /** Distance of the places, x-heights, at most. */
  private static final double SPACING = 0.1;

  /** Places on each side by which curvature is measured. */
  private static final int REACH = 2;

  public StrokeTiming {
    times = List.copyOf(times);
    if (times.size() < 2) {
      throw new IllegalArgumentException("times must be 2 or more but were " + times.size());
    }
  }

  /**
   * Times a stroke. A dot takes no time.
   *
   * @param points in x-heights
   */
  public static StrokeTiming of(Stroke points, PenMotion motion) {
    double length = points.length();
    if (!(length > 0)) {
      return new StrokeTiming(0, 0, List.of(0.0, 1.0));
    }
    int steps = (int) Math.ceil(length / SPACING);
    List<PenPoint> places = places(points.points(), length, steps);
    double[] seconds = new double[steps + 1];
    for (int i = 1; i <= steps; i++) {
      double speed = (speed(places, i - 1, motion) + speed(places, i, motion)) / 2;
      seconds[i] = seconds[i - 1] + length / steps / speed;
    }
    List<Double> times = new ArrayList<>();
    for (double second : seconds) {
      times.add(second / seconds[steps]);
    }
    return new StrokeTiming(length, seconds[steps], times);
  }

  /**
   * The share of the time that is gone when a share of the way is done.
   *
   * @param way 0 to 1
   */
  public double time(double way) {
    int steps = times.size() - 1;
    int before = (int) Math.min(steps - 1, Math.floor(way * steps));
    double step = times.get(before + 1) - times.get(before);
    return times.get(before) + (way * steps - before) * step;
  }

  /**
   * The share of the way that is done when a share of the time is gone.
   *
   * @param time 0 to 1
   */
  public double way(double time) {
    int steps = times.size() - 1;
    int before = 0;
    int behind = steps;
    while (behind - before > 1) {
      int middle = (before + behind) / 2;
      if (times.get(middle) <= time) {
        before = middle;
      } else {
        behind = middle;
      }
    }
    double step = times.get(behind) - times.get(before);
    return (before + (time - times.get(before)) / step) / steps;
  }

  /** This stroke, drawn in a multiple of its time. */
  StrokeTiming stretched(double factor) {
    return new StrokeTiming(length, seconds * factor, times);
  }

  private static List<PenPoint> places(List<PenPoint> points, double length, int steps) {
    List<PenPoint> places = new ArrayList<>(List.of(points.get(0)));
    double way = 0;
    for (int i = 1; i < points.size(); i++) {
      double step = points.get(i - 1).distance(points.get(i));
      while (places.size() < steps && way + step >= places.size() * length / steps) {
        double part = (places.size() * length / steps - way) / step;
        places.add(points.get(i - 1).towards(points.get(i), part));
      }
      way += step;
    }
    places.add(points.get(points.size() - 1));
    return places;
  }

  private static double speed(List<PenPoint> places, int i, PenMotion motion) {
    int last = places.size() - 1;
    int reach = Math.min(REACH, last / 2);
    if (reach == 0) {
      return motion.speed(0);
    }
    // What bends where a stroke begins or ends shows a little farther in.
    int at = Math.min(Math.max(i, reach), last - reach);
    double curvature = Curvature.of(places.get(at - reach), places.get(at), places.get(at + reach));
    // A turn on the spot has no circle.
    return motion.speed(Double.isNaN(curvature) ? Double.POSITIVE_INFINITY : curvature);
  }
}
