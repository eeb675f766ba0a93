package ductus.ink.layout;

import ductus.ink.PenPoint;

/**
 * The stray of one line from where and how a rule would have it. Lengths are in x-heights of the
 * page.
 *
 * @param left by which the line begins farther to the right
 * @param up by which its beginning stands higher
 * @param slope by which it climbs, dy/dx
 * @param slant by which its letters lean more to the right, dx/dy
 * @param size by which they are larger, relative
 */
record LineStray(double left, double up, double slope, double slant, double size) {
  /** A line that does not stray. */
  static final LineStray NONE = new LineStray(0, 0, 0, 0, 0);

  /** Returns a part of this stray. */
  LineStray times(double part) {
    return new LineStray(part * left, part * up, part * slope, part * slant, part * size);
  }

  /** Returns this stray for a line whose both edges are to stay where they are. */
  LineStray withinEdges() {
    return new LineStray(0, up, slope, slant, 0);
  }

  /**
   * Moves a point of the line.
   *
   * @param point in mm
   * @param fixed the point of the line that is moved by {@code left} and {@code up} only
   * @param xHeight of the page, in mm
   */
  PenPoint move(PenPoint point, PenPoint fixed, double xHeight) {
    double x = point.x() - fixed.x();
    double y = point.y() - fixed.y();
    return point.moved(
        fixed.x() + left * xHeight + (1 + size) * (x + slant * y),
        fixed.y() + up * xHeight + (1 + size) * y + slope * x);
  }
}
