package ductus.model.pen;

/**
 * What a network reads of a point: its scaled offset, whether the pen is lifted behind it, and its
 * height over the baseline, without which a line wanders.
 */
public final class PenFeatures {
  /** Numbers of a point. */
  public static final int SIZE = 4;

  private PenFeatures() {}

  /** Writes those of the beginning of a line: on the baseline, the pen in the air. */
  public static void beginning(float[] into, int at) {
    point(0, 0, true, 0, into, at);
  }

  /**
   * Writes those of a point.
   *
   * @param height in x-heights
   */
  public static void point(
      float scaledX, float scaledY, boolean penUp, double height, float[] into, int at) {
    into[at] = scaledX;
    into[at + 1] = scaledY;
    into[at + 2] = penUp ? 1 : 0;
    into[at + 3] = (float) height;
  }
}
