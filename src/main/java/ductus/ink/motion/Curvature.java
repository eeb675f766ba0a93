package ductus.ink.motion;

import ductus.ink.PenPoint;

/** The curvature of a way by three of its points. */
final class Curvature {
  private Curvature() {}

  /** One by the radius of the circle through three points (Menger); NaN where two are the same. */
  static double of(PenPoint before, PenPoint at, PenPoint behind) {
    double cross =
        (at.x() - before.x()) * (behind.y() - before.y())
            - (at.y() - before.y()) * (behind.x() - before.x());
    return 2
        * Math.abs(cross)
        / (before.distance(at) * at.distance(behind) * before.distance(behind));
  }
}
