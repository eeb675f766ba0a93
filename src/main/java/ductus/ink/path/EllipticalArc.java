package ductus.ink.path;

/**
 * An arc of an ellipse as cubic Bézier curves, each of at most a quarter turn; the center and the
 * angles as SVG 1.1, appendix F.6, has them.
 *
 * @param radiusX of the ellipse; zero makes a straight line
 * @param rotation of its axes, degrees
 */
record EllipticalArc(
    double radiusX, double radiusY, double rotation, boolean large, boolean sweep) {

  private static final double SMALLEST = 1e-9;

  /** Draws the arc from the place where the path is. */
  void draw(Flattening path, double fromX, double fromY, double x, double y) {
    if ((fromX == x && fromY == y) || Math.min(Math.abs(radiusX), Math.abs(radiusY)) < SMALLEST) {
      path.line(x, y);
      return;
    }
    double cos = StrictMath.cos(StrictMath.toRadians(rotation));
    double sin = StrictMath.sin(StrictMath.toRadians(rotation));
    double halfX = (cos * (fromX - x) + sin * (fromY - y)) / 2;
    double halfY = (cos * (fromY - y) - sin * (fromX - x)) / 2;
    double rx = Math.abs(radiusX);
    double ry = Math.abs(radiusY);
    double stretch = (halfX * halfX) / (rx * rx) + (halfY * halfY) / (ry * ry);
    if (stretch > 1) {
      rx *= Math.sqrt(stretch);
      ry *= Math.sqrt(stretch);
    }
    double across = rx * rx * halfY * halfY + ry * ry * halfX * halfX;
    double factor = Math.sqrt(Math.max(0, (rx * rx * ry * ry - across) / across));
    double sign = large == sweep ? -factor : factor;
    double turnedX = sign * rx * halfY / ry;
    double turnedY = -sign * ry * halfX / rx;
    double start = StrictMath.atan2((halfY - turnedY) / ry, (halfX - turnedX) / rx);
    double end = StrictMath.atan2((-halfY - turnedY) / ry, (-halfX - turnedX) / rx);
    double turn = end - start;
    if (sweep && turn < 0) {
      turn += 2 * Math.PI;
    } else if (!sweep && turn > 0) {
      turn -= 2 * Math.PI;
    }
    double centerX = cos * turnedX - sin * turnedY + (fromX + x) / 2;
    double centerY = sin * turnedX + cos * turnedY + (fromY + y) / 2;
    int pieces = (int) Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9);
    double piece = turn / pieces;
    double handle = 4.0 / 3 * StrictMath.tan(piece / 4);
    for (int i = 0; i < pieces; i++) {
      double a = start + i * piece;
      double b = a + piece;
      double ax = rx * (StrictMath.cos(a) - handle * StrictMath.sin(a));
      double ay = ry * (StrictMath.sin(a) + handle * StrictMath.cos(a));
      double bx = rx * (StrictMath.cos(b) + handle * StrictMath.sin(b));
      double by = ry * (StrictMath.sin(b) - handle * StrictMath.cos(b));
      boolean last = i == pieces - 1;
      double endX = rx * StrictMath.cos(b);
      double endY = ry * StrictMath.sin(b);
      path.cubic(
          centerX + cos * ax - sin * ay,
          centerY + sin * ax + cos * ay,
          centerX + cos * bx - sin * by,
          centerY + sin * bx + cos * by,
          last ? x : centerX + cos * endX - sin * endY,
          last ? y : centerY + sin * endX + cos * endY);
    }
  }
}
