package ductus.ink;

import java.util.List;
import java.util.Optional;

/** An upright box, in the points' unit, y up. */
public record Box(double left, double bottom, double right, double top) {
  /** The smallest box around some points; empty where there are none. */
  public static Optional<Box> around(List<PenPoint> points) {
    return points.stream()
        .map(point -> new Box(point.x(), point.y(), point.x(), point.y()))
        .reduce(Box::with);
  }

  /** The smallest box around this and another. */
  public Box with(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(bottom, other.bottom),
        Math.max(right, other.right),
        Math.max(top, other.top));
  }

  public double width() {
    return right - left;
  }

  public double centerX() {
    return (left + right) / 2;
  }

  public double centerY() {
    return (bottom + top) / 2;
  }

  public double height() {
    return top - bottom;
  }
}
