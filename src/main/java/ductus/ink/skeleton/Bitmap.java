package ductus.ink.skeleton;

import java.util.BitSet;
import java.util.stream.IntStream;

/** A picture in black and white, row by row from the top. */
public final class Bitmap {
  private final int width;
  private final int height;
  private final BitSet black = new BitSet();

  /** A white one. */
  public Bitmap(int width, int height) {
    this.width = width;
    this.height = height;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Whether a pixel is black; none is outside. */
  public boolean black(int row, int column) {
    return row >= 0
        && row < height
        && column >= 0
        && column < width
        && black.get(row * width + column);
  }

  /** Colors a pixel. */
  public void set(int row, int column, boolean isBlack) {
    black.set(row * width + column, isBlack);
  }

  /** Indices of the black pixels, width · row + column, ascending. */
  public IntStream pixels() {
    return black.stream();
  }

  /** Number of black pixels. */
  public int area() {
    return black.cardinality();
  }

  /** The same picture, to be changed by itself. */
  public Bitmap copy() {
    Bitmap copy = new Bitmap(width, height);
    copy.black.or(black);
    return copy;
  }

  /**
   * The picture with all pixels black that are near a black one, at most so far along each side.
   */
  public Bitmap grown(int by) {
    Bitmap grown = new Bitmap(width, height);
    pixels()
        .forEach(
            i -> {
              int from = Math.max(0, i % width - by);
              int to = Math.min(width - 1, i % width + by);
              for (int row = Math.max(0, i / width - by);
                  row <= Math.min(height - 1, i / width + by);
                  row++) {
                grown.black.set(row * width + from, row * width + to + 1);
              }
            });
    return grown;
  }

  /** The picture mirrored at its diagonal: rows become columns. */
  public Bitmap transposed() {
    Bitmap turned = new Bitmap(height, width);
    pixels().forEach(i -> turned.set(i % width, i / width, true));
    return turned;
  }
}
