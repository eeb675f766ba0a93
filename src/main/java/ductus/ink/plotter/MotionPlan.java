package ductus.ink.plotter;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a plotter's pen goes along straight lines, from standstill to standstill: at its speed
 * where it can, slower in corners, with one acceleration on every line (a trapezoid of speeds). In
 * a corner it may be as fast as on an arc that strays {@link #DEVIATION} from it, as Grbl plans it.
 */
final class MotionPlan {
  /** Distance of the imagined arc from the corner, in mm; Grbl's own figure. */
  private static final double DEVIATION = 0.01;

  private static final double STRAIGHT = 1 - 1e-9;

  private final List<PenPoint> way;
  private final double speed;
  private final double acceleration;

  /** Lengths of the lines, in mm. */
  private final double[] lengths;

  /** Speeds at the points, in mm a second. */
  private final double[] speeds;

  /** When and where the pen is: in seconds from its start, in mm. */
  record Moment(double seconds, double x, double y) {}

  /**
   * Plans a way.
   *
   * @param way points, one at least
   * @param speed the highest, in mm a second
   * @param acceleration the highest, in mm/s²
   */
  MotionPlan(List<PenPoint> way, double speed, double acceleration) {
    this.way = distinct(way);
    this.speed = speed;
    this.acceleration = acceleration;
    lengths = new double[this.way.size() - 1];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = this.way.get(i).distance(this.way.get(i + 1));
    }
    speeds = new double[this.way.size()];
    for (int i = 1; i < lengths.length; i++) {
      speeds[i] = Math.min(speed, inCorner(i));
    }
    for (int i = lengths.length - 1; i >= 0; i--) {
      speeds[i] = Math.min(speeds[i], reached(speeds[i + 1], lengths[i]));
    }
    for (int i = 0; i < lengths.length; i++) {
      speeds[i + 1] = Math.min(speeds[i + 1], reached(speeds[i], lengths[i]));
    }
  }

  private static List<PenPoint> distinct(List<PenPoint> way) {
    List<PenPoint> distinct = new ArrayList<>();
    for (PenPoint point : way) {
      if (distinct.isEmpty() || point.distance(distinct.get(distinct.size() - 1)) > 0) {
        distinct.add(point);
      }
    }
    return distinct;
  }

  private double inCorner(int point) {
    PenPoint at = way.get(point);
    PenPoint before = way.get(point - 1);
    PenPoint after = way.get(point + 1);
    double cosine =
        ((at.x() - before.x()) * (after.x() - at.x())
                + (at.y() - before.y()) * (after.y() - at.y()))
            / (lengths[point - 1] * lengths[point]);
    if (cosine >= STRAIGHT) {
      return speed;
    }
    double sine = Math.sqrt(Math.max(0, (1 + cosine) / 2));
    return Math.sqrt(acceleration * DEVIATION * sine / (1 - sine));
  }

  private double reached(double from, double length) {
    return Math.sqrt(from * from + 2 * acceleration * length);
  }

  /** How long it takes. */
  double seconds() {
    double seconds = 0;
    for (int i = 0; i < lengths.length; i++) {
      seconds += new Line(i).seconds();
    }
    return seconds;
  }

  /**
   * Where the pen is when: at each point of the way, and between them so often that it goes evenly
   * enough from each moment to the next.
   *
   * @param slice longest time between two moments while the speed changes, in seconds
   * @param most longest time while it does not
   */
  List<Moment> moments(double slice, double most) {
    List<Moment> moments = new ArrayList<>();
    moments.add(new Moment(0, way.get(0).x(), way.get(0).y()));
    double before = 0;
    for (int i = 0; i < lengths.length; i++) {
      Line line = new Line(i);
      double[] phases = {
        line.faster, line.faster + line.even, line.faster + line.even + line.slower
      };
      double from = 0;
      for (int phase = 0; phase < phases.length; phase++) {
        double time = phases[phase] - from;
        int pieces = (int) Math.ceil(time / (phase == 1 ? most : slice) - 1e-9);
        for (int piece = 1; piece <= pieces; piece++) {
          double at = from + time * piece / pieces;
          double share = Math.min(1, line.way(at) / lengths[i]);
          boolean isEnd = phase == phases.length - 1 && piece == pieces;
          moments.add(isEnd ? at(before + at, i, 1) : at(before + at, i, share));
        }
        from = phases[phase];
      }
      before += line.seconds();
    }
    return moments;
  }

  private Moment at(double seconds, int line, double share) {
    PenPoint from = way.get(line);
    PenPoint to = way.get(line + 1);
    return new Moment(
        seconds, from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }

  /** One straight line: faster, even, slower, each in seconds. */
  private final class Line {
    private final double first;
    private final double top;
    private final double faster;
    private final double even;
    private final double slower;

    Line(int line) {
      first = speeds[line];
      double last = speeds[line + 1];
      double square = acceleration * lengths[line] + (first * first + last * last) / 2;
      top = Math.max(Math.max(first, last), Math.min(speed, Math.sqrt(square)));
      faster = (top - first) / acceleration;
      slower = (top - last) / acceleration;
      double ramps = (2 * top * top - first * first - last * last) / (2 * acceleration);
      even = Math.max(0, lengths[line] - ramps) / top;
    }

    double seconds() {
      return faster + even + slower;
    }

    /** The way gone after some seconds, in mm. */
    double way(double seconds) {
      double up = Math.min(seconds, faster);
      double on = Math.min(Math.max(0, seconds - faster), even);
      double down = Math.max(0, seconds - faster - even);
      return first * up
          + acceleration * up * up / 2
          + top * on
          + top * down
          - acceleration * down * down / 2;
    }
  }
}
