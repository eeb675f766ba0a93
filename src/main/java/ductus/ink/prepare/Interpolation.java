package ductus.ink.prepare;

import ductus.ink.PenPoint;

/** Points between points. */
final class Interpolation {
  private Interpolation() {}

  /**
   * A point on the straight line between two, its time and pressure likewise.
   *
   * @param part 0 for the first, 1 for the second itself
   */
  static PenPoint between(PenPoint from, PenPoint to, double part) {
    if (part == 1) {
      return to;
    }
    return new PenPoint(
        from.x() + part * (to.x() - from.x()),
        from.y() + part * (to.y() - from.y()),
        from.seconds() + part * (to.seconds() - from.seconds()),
        from.pressure() + part * (to.pressure() - from.pressure()));
  }
}
