package ductus.ink;

import java.io.Serializable;

/**
 * A point where the pen was.
 *
 * @param x to the right
 * @param y up
 * @param seconds since the handwriting began; NaN where unknown
 * @param pressure 0 to 1; NaN where unknown
 */
public record PenPoint(double x, double y, double seconds, double pressure)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public PenPoint {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a point must be finite but was " + x + ", " + y);
    }
  }

  /** Returns a point of unknown time and pressure. */
  public static PenPoint at(double x, double y) {
    return new PenPoint(x, y, Double.NaN, Double.NaN);
  }

  /** Returns this point at another place. */
  public PenPoint moved(double toX, double toY) {
    return new PenPoint(toX, toY, seconds, pressure);
  }

  /**
   * The point on the straight line to another, its time and pressure likewise.
   *
   * @param part 0 for this point, 1 for the other itself
   */
  public PenPoint towards(PenPoint to, double part) {
    if (part == 1) {
      return to;
    }
    return new PenPoint(
        x + part * (to.x - x),
        y + part * (to.y - y),
        seconds + part * (to.seconds - seconds),
        pressure + part * (to.pressure - pressure));
  }

  /** Distance to another point. */
  public double distance(PenPoint other) {
    return StrictMath.hypot(x - other.x, y - other.y);
  }
}
