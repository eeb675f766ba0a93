package ductus.model.tracing;

/** A letter in 28×28 pixels of gray, as those of handwritten digits are in MNIST. */
public final class Picture {
  /** Pixels of a side. */
  public static final int SIDE = 28;

  /** Pixels of the longer side of the letter, its line's width included; it is in the middle. */
  public static final int LETTER = 24;

  private final float[] ink;

  /**
   * A picture.
   *
   * @param ink of each pixel, 0 for none to 1, row by row from the top [28×28]; taken over
   */
  public Picture(float[] ink) {
    if (ink.length != SIDE * SIDE) {
      throw new IllegalArgumentException(
          "a picture must have %d pixels but has %d".formatted(SIDE * SIDE, ink.length));
    }
    this.ink = ink;
  }

  /**
   * The ink of a pixel; none outside.
   *
   * @param row from the top
   */
  public float ink(int row, int column) {
    return row < 0 || row >= SIDE || column < 0 || column >= SIDE ? 0 : ink[row * SIDE + column];
  }

  /** The ink at a point, between the middles of pixels linearly. */
  public float at(double x, double y) {
    double column = x - 0.5;
    double row = SIDE - 0.5 - y;
    int left = (int) Math.floor(column);
    int above = (int) Math.floor(row);
    double right = column - left;
    double below = row - above;
    return (float)
        ((1 - below) * ((1 - right) * ink(above, left) + right * ink(above, left + 1))
            + below * ((1 - right) * ink(above + 1, left) + right * ink(above + 1, left + 1)));
  }

  /** Copies all pixels, row by row. */
  void copyTo(float[] into, int offset) {
    System.arraycopy(ink, 0, into, offset, ink.length);
  }
}
