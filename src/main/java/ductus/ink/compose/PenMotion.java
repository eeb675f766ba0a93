package ductus.ink.compose;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds when the pen was where: speed falls with curvature by the two-thirds power law (Lacquaniti,
 * Terzuolo and Viviani 1983), v = V·κ^(−1/3), within bounds and the pen's acceleration from and to
 * rest at the ends of strokes; points are taken at equal times, as a tablet does.
 */
final class PenMotion {
  /** Speed where the curvature is 1, x-heights a second. */
  private static final double SPEED = 11;

  private static final double SLOWEST = 2;
  private static final double FASTEST = 25;

  /** Most acceleration of the pen, x-heights a second². */
  private static final double ACCELERATION = 250;

  /** Time to lift and to set the pen, in seconds. */
  private static final double LIFT = 0.05;

  private static final double SPEED_IN_AIR = 20;

  /** Length of the way before and after a point over which its curvature is measured. */
  private static final double REACH = 0.12;

  private final Trace trace;
  private final double interval;
  private final List<Stroke> strokes = new ArrayList<>();

  /** Time in seconds at the end of what is written. */
  private double clock;

  /**
   * Creates the motion along a trace.
   *
   * @param interval of the samples, seconds
   */
  PenMotion(Trace trace, double interval) {
    this.trace = trace;
    this.interval = interval;
  }

  /** The strokes with their times. */
  List<Stroke> strokes() {
    int start = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.penUp(i)) {
        if (start > 0) {
          clock += LIFT + distance(start - 1, start) / SPEED_IN_AIR;
        }
        strokes.add(new Stroke(sampled(start, times(start, i))));
        start = i + 1;
      }
    }
    return strokes;
  }

  /** The time in seconds at each point of a stroke. */
  private double[] times(int first, int last) {
    double[] speed = speeds(first, last);
    double[] times = new double[speed.length];
    times[0] = clock;
    for (int i = 1; i < times.length; i++) {
      double mean = (speed[i] + speed[i - 1]) / 2;
      times[i] = times[i - 1] + distance(first + i - 1, first + i) / mean;
    }
    return times;
  }

  private double[] speeds(int first, int last) {
    double[] speed = new double[last - first + 1];
    for (int i = 0; i < speed.length; i++) {
      double curvature = Math.max(1e-3, curvature(first + i, first, last));
      speed[i] = Math.min(FASTEST, Math.max(SLOWEST, SPEED / StrictMath.cbrt(curvature)));
    }
    speed[0] = SLOWEST;
    speed[speed.length - 1] = SLOWEST;
    for (int i = 1; i < speed.length; i++) {
      speed[i] = Math.min(speed[i], faster(speed[i - 1], first + i));
    }
    for (int i = speed.length - 2; i >= 0; i--) {
      speed[i] = Math.min(speed[i], faster(speed[i + 1], first + i + 1));
    }
    return speed;
  }

  /** Speed that the pen can reach from one point to the next, or has had before. */
  private double faster(double speed, int next) {
    return Math.sqrt(speed * speed + 2 * ACCELERATION * distance(next - 1, next));
  }

  /** Turn between the chords before and after a point, by the way between their middles. */
  private double curvature(int at, int first, int last) {
    int before = at;
    while (before > first && distance(before, at) < REACH) {
      before--;
    }
    int after = at;
    while (after < last && distance(after, at) < REACH) {
      after++;
    }
    double inX = trace.x(at) - trace.x(before);
    double inY = trace.y(at) - trace.y(before);
    double outX = trace.x(after) - trace.x(at);
    double outY = trace.y(after) - trace.y(at);
    double turn = Math.abs(StrictMath.atan2(inX * outY - inY * outX, inX * outX + inY * outY));
    double way = (distance(before, at) + distance(at, after)) / 2;
    return way == 0 ? 0 : turn / way;
  }

  /**
   * The points at multiples of the interval; a stroke's first and last point are always among them.
   */
  private List<PenPoint> sampled(int first, double[] times) {
    List<PenPoint> points = new ArrayList<>();
    points.add(point(first, 0, times[0]));
    double next = times[0] + interval;
    for (int i = 1; i < times.length; i++) {
      for (; next < times[i]; next += interval) {
        double part = (next - times[i - 1]) / (times[i] - times[i - 1]);
        points.add(point(first + i - 1, part, next));
      }
    }
    clock = times[times.length - 1];
    if (times.length > 1) {
      points.add(point(first + times.length - 1, 0, clock));
    }
    return points;
  }

  private PenPoint point(int at, double part, double seconds) {
    int next = part == 0 ? at : at + 1;
    return new PenPoint(
        trace.x(at) + part * (trace.x(next) - trace.x(at)),
        trace.y(at) + part * (trace.y(next) - trace.y(at)),
        seconds,
        Double.NaN);
  }

  private double distance(int a, int b) {
    double deltaX = trace.x(a) - trace.x(b);
    double deltaY = trace.y(a) - trace.y(b);
    return Math.sqrt(deltaX * deltaX + deltaY * deltaY);
  }
}
