package ductus.ink.skeleton;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A line of a skeleton, from an end or a crossing to another.
 *
 * @param from number of the node where it begins
 * @param to number of the node where it ends; the same for a loop
 * @param points those of the nodes included, two or more
 */
record SkeletonLine(int from, int to, List<PenPoint> points) {
  /** Behind this many breadths a line has its direction, and it is measured so far. */
  private static final double NEAR = 0.5;

  private static final double FAR = 2.5;

  SkeletonLine {
    points = List.copyOf(points);
  }

  double length() {
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      length += points.get(i).distance(points.get(i - 1));
    }
    return length;
  }

  SkeletonLine backwards() {
    List<PenPoint> turned = new ArrayList<>(points);
    Collections.reverse(turned);
    return new SkeletonLine(to, from, turned);
  }

  /** This line and one that begins where it ends. */
  SkeletonLine with(SkeletonLine next) {
    List<PenPoint> all = new ArrayList<>(points);
    all.addAll(next.points.subList(1, next.points.size()));
    return new SkeletonLine(from, next.to, all);
  }

  /** The same line between nodes that have another number, or another place. */
  SkeletonLine between(int newFrom, PenPoint start, int newTo, PenPoint end) {
    List<PenPoint> moved = new ArrayList<>(points);
    moved.set(0, start);
    moved.set(moved.size() - 1, end);
    return new SkeletonLine(newFrom, newTo, moved);
  }

  /** Direction in which the line begins, in radians. */
  double direction(double breadth) {
    PenPoint near = points.get(0);
    PenPoint far = points.get(points.size() - 1);
    double way = 0;
    for (int i = 1; i < points.size() && way < FAR * breadth; i++) {
      way += points.get(i).distance(points.get(i - 1));
      near = way <= NEAR * breadth ? points.get(i) : near;
      far = points.get(i);
    }
    PenPoint start = near.distance(far) > 0 ? near : points.get(0);
    return StrictMath.atan2(far.y() - start.y(), far.x() - start.x());
  }

  /** How sharply a pen turns that comes to where both lines begin, and goes on, 0 to π. */
  double turn(SkeletonLine next, double breadth) {
    double difference = Math.abs(direction(breadth) - next.direction(breadth));
    return Math.abs(Math.PI - difference);
  }
}
