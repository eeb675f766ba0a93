package ductus.model.tracing;

import java.util.Arrays;

/**
 * A picture and the points of the pen that draw it, in the order of writing, in pixels of the
 * picture, y up.
 */
public final class TracedLetter {
  private final Picture picture;
  private final double[] x;
  private final double[] y;
  private final boolean[] penUp;

  /**
   * A letter.
   *
   * @param penUp whether the stroke ends with a point
   */
  public TracedLetter(Picture picture, double[] x, double[] y, boolean[] penUp) {
    if (x.length != y.length || x.length != penUp.length) {
      throw new IllegalArgumentException(
          "points must have as many of each but have %d x, %d y, %d pens"
              .formatted(x.length, y.length, penUp.length));
    }
    this.picture = picture;
    this.x = Arrays.copyOf(x, x.length);
    this.y = Arrays.copyOf(y, y.length);
    this.penUp = Arrays.copyOf(penUp, penUp.length);
  }

  /** The picture of the letter, which is to be drawn. */
  public Picture picture() {
    return picture;
  }

  /** Number of points. */
  public int points() {
    return x.length;
  }

  public double x(int point) {
    return x[point];
  }

  public double y(int point) {
    return y[point];
  }

  /** Whether it is the last point of its stroke. */
  public boolean penUp(int point) {
    return penUp[point];
  }
}
