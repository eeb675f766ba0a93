package ductus.model.caption;

/**
 * A picture of {@link #WIDTH} by {@link #HEIGHT} pixels, each from 0 for paper to 1 for ink, row by
 * row from the top. Immutable.
 */
public final class SketchPicture {
  /** Pixels of a row. */
  public static final int WIDTH = 72;

  /** Rows. */
  public static final int HEIGHT = 48;

  private final float[] ink;

  /**
   * Copies its argument.
   *
   * @param ink [HEIGHT×WIDTH]
   */
  public SketchPicture(float[] ink) {
    if (ink.length != WIDTH * HEIGHT) {
      throw new IllegalArgumentException(
          "a picture must have %d by %d pixels but has %d numbers"
              .formatted(WIDTH, HEIGHT, ink.length));
    }
    this.ink = ink.clone();
  }

  /** The ink of a pixel. */
  public float ink(int row, int column) {
    return ink[row * WIDTH + column];
  }
}
