package ductus.ink.compose;

/**
 * The curve from the exit of one letter to the entry of the next: a cubic Bézier curve along both
 * letters' directions.
 */
final class Join {
  /** Length of the way over which a letter's direction is measured. */
  private static final double REACH = 0.1;

  private static final double HANDLE = 0.38;
  private static final double FINE = 0.05;

  private final double[] x = new double[4];
  private final double[] y = new double[4];
  private final int pieces;

  /** Creates the join between two letters at their places. */
  Join(ComposedLetter before, ComposedLetter next) {
    int exit = before.exit();
    int inside = before.from(exit, -1, REACH);
    int beyond = next.from(0, 1, REACH);
    x[0] = before.x[exit];
    y[0] = before.y[exit];
    x[3] = next.x[0];
    y[3] = next.y[0];
    double length = length(x[3] - x[0], y[3] - y[0]);
    handle(1, 0, x[0] - before.x[inside], y[0] - before.y[inside], HANDLE * length);
    handle(2, 3, next.x[beyond] - x[3], next.y[beyond] - y[3], -HANDLE * length);
    pieces = Math.max(2, (int) Math.ceil(1.2 * length / FINE));
  }

  private void handle(int at, int from, double directionX, double directionY, double length) {
    double norm = length(directionX, directionY);
    x[at] = x[from] + (norm == 0 ? 0 : directionX / norm * length);
    y[at] = y[from] + (norm == 0 ? 0 : directionY / norm * length);
  }

  /**
   * Draws the points between both ends.
   *
   * @param first character of the first half
   * @param second character of the second half
   */
  void draw(Trace trace, int first, int second) {
    for (int piece = 1; piece < pieces; piece++) {
      double t = (double) piece / pieces;
      trace.add(at(x, t), at(y, t), 2 * piece < pieces ? first : second, false);
    }
  }

  private static double at(double[] p, double t) {
    double s = 1 - t;
    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }
}
