package ductus.ink.curve;

import ductus.ink.PenPoint;

/** A place or a direction in the plane. */
record Vector(double x, double y) {
  static Vector of(PenPoint point) {
    return new Vector(point.x(), point.y());
  }

  Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y);
  }

  Vector minus(Vector other) {
    return new Vector(x - other.x, y - other.y);
  }

  Vector times(double factor) {
    return new Vector(x * factor, y * factor);
  }

  double dot(Vector other) {
    return x * other.x + y * other.y;
  }

  double length() {
    return StrictMath.hypot(x, y);
  }

  /** Returns this direction with length 1; itself where it has none. */
  Vector unit() {
    double length = length();
    return length > 0 ? times(1 / length) : this;
  }
}
