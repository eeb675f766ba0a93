package ductus.model.tracing;

/**
 * What a network reads of a point: its offset, whether the pen is lifted behind it, where it is,
 * and the picture around it, as sharp as the picture is, so that the pen can follow a line.
 *
 * <p>The pen rests beside the picture, at {@link #REST_X}, {@link #REST_Y}: there it comes from,
 * and there it goes, lifted, when the drawing is done. So no output of its own says that it ends.
 */
public final class TracingFeatures {
  /** The x of the place beside the picture at which the pen rests. */
  public static final double REST_X = Picture.SIDE + 6;

  public static final double REST_Y = Picture.SIDE / 2.0;

  /** Distance of the points of a stroke along its way, in pixels; offsets are counted in it. */
  public static final double SPACING = 2;

  /** Samples of a side of what is seen around the pen, a pixel apart. */
  private static final int SIGHT = 9;

  private static final int PLACE = 5;

  /** Numbers of a point. */
  public static final int SIZE = PLACE + SIGHT * SIGHT;

  private TracingFeatures() {}

  /** Writes those of the beginning: the pen rests. */
  public static void beginning(Picture picture, float[] into, int at) {
    point(picture, 0, 0, true, REST_X, REST_Y, into, at);
  }

  /**
   * Writes those of a point.
   *
   * @param deltaX offset from the point before, in the spacing
   * @param x where it is, in pixels
   */
  public static void point(
      Picture picture,
      float deltaX,
      float deltaY,
      boolean penUp,
      double x,
      double y,
      float[] into,
      int at) {
    into[at] = deltaX;
    into[at + 1] = deltaY;
    into[at + 2] = penUp ? 1 : 0;
    into[at + 3] = fromMiddle(x);
    into[at + 4] = fromMiddle(y);
    int next = at + PLACE;
    for (int row = SIGHT / 2; row >= -(SIGHT / 2); row--) {
      for (int column = -(SIGHT / 2); column <= SIGHT / 2; column++) {
        into[next++] = picture.at(x + column, y + row);
      }
    }
  }

  private static float fromMiddle(double place) {
    return (float) (place / (Picture.SIDE / 2.0) - 1);
  }

  /** Whether a lifted pen at a place has left the picture. */
  public static boolean isAway(double x) {
    return x > Picture.SIDE;
  }
}
