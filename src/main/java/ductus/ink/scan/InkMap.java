package ductus.ink.scan;

import ductus.ink.skeleton.Bitmap;

/** How much ink each pixel of a picture has, 0 for none to 1, row by row from the top. */
public final class InkMap {
  private final int width;
  private final int height;
  private final float[] ink;

  /**
   * A map.
   *
   * @param ink of each pixel [height×width]; taken over
   */
  public InkMap(int width, int height, float[] ink) {
    if (ink.length != width * height) {
      throw new IllegalArgumentException(
          "a map of %d by %d must have as many pixels but has %d"
              .formatted(width, height, ink.length));
    }
    this.width = width;
    this.height = height;
    this.ink = ink;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The ink of a pixel; none outside. */
  public float ink(int row, int column) {
    return row < 0 || row >= height || column < 0 || column >= width
        ? 0
        : ink[row * width + column];
  }

  /** All ink, in pixels that are full of it. */
  public double total() {
    double sum = 0;
    for (float each : ink) {
      sum += each;
    }
    return sum;
  }

  /** Mean ink of a square, each pixel as far as it lies within; none outside of the picture. */
  public double mean(double left, double top, double side) {
    double sum = 0;
    for (int row = (int) Math.max(0, Math.floor(top)); row < Math.min(height, top + side); row++) {
      double high = Math.min(row + 1, top + side) - Math.max(row, top);
      for (int column = (int) Math.max(0, Math.floor(left));
          column < Math.min(width, left + side);
          column++) {
        double wide = Math.min(column + 1, left + side) - Math.max(column, left);
        sum += high * wide * ink[row * width + column];
      }
    }
    return sum / (side * side);
  }

  /** The ink between the middles of four pixels, linearly. */
  double between(double row, double column) {
    int above = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    double below = row - above;
    double right = column - left;
    return (1 - below) * ((1 - right) * ink(above, left) + right * ink(above, left + 1))
        + below * ((1 - right) * ink(above + 1, left) + right * ink(above + 1, left + 1));
  }

  /** The picture with several pixels for each of this one. */
  public InkMap enlarged(int factor) {
    float[] more = new float[ink.length * factor * factor];
    for (int i = 0; i < more.length; i++) {
      int down = i / (width * factor);
      int along = i % (width * factor);
      double row = (down + 0.5) / factor - 0.5;
      double column = (along + 0.5) / factor - 0.5;
      more[i] = (float) between(row, column);
    }
    return new InkMap(width * factor, height * factor, more);
  }

  /** The picture with a pixel for each square of several of this one, rounded up at its edges. */
  public InkMap reduced(int factor) {
    int columns = (width + factor - 1) / factor;
    int rows = (height + factor - 1) / factor;
    float[] fewer = new float[columns * rows];
    for (int i = 0; i < fewer.length; i++) {
      int row = i / columns;
      fewer[i] = (float) mean((i - row * columns) * factor, row * factor, factor);
    }
    return new InkMap(columns, rows, fewer);
  }

  /** Black where there is ink. */
  public Bitmap blackFrom(double least) {
    Bitmap black = new Bitmap(width, height);
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] >= least) {
        black.set(i / width, i % width, true);
      }
    }
    return black;
  }

  /**
   * The ink of black pixels.
   *
   * @param black a part of this picture
   * @param top row of its first pixel
   * @param left column of it
   */
  public InkMap within(Bitmap black, int top, int left) {
    float[] kept = new float[black.width() * black.height()];
    black.pixels().forEach(i -> kept[i] = ink(top + i / black.width(), left + i % black.width()));
    return new InkMap(black.width(), black.height(), kept);
  }
}
