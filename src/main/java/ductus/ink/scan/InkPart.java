package ductus.ink.scan;

import ductus.ink.Box;
import ductus.ink.skeleton.Bitmap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Black pixels that hang together, at corners too. */
public final class InkPart {
  private final BitSet pixels;
  private final int width;
  private final Box box;

  private InkPart(BitSet pixels, int width, Box box) {
    this.pixels = pixels;
    this.width = width;
    this.box = box;
  }

  /** The box around the pixels, y up from the bottom of the picture. */
  public Box box() {
    return box;
  }

  /** Number of pixels. */
  public int area() {
    return pixels.cardinality();
  }

  /**
   * Colors the pixels of this part in a picture.
   *
   * @param into a part of the picture that this was found in
   * @param top row of that picture's first pixel
   * @param left column of it
   */
  void paint(Bitmap into, int top, int left) {
    pixels.stream().forEach(i -> into.set(i / width - top, i % width - left, true));
  }

  /** The parts of a picture. */
  static List<InkPart> of(Bitmap black) {
    List<InkPart> parts = new ArrayList<>();
    Bitmap left = black.copy();
    black
        .pixels()
        .filter(pixel -> left.black(pixel / black.width(), pixel % black.width()))
        .forEach(pixel -> parts.add(taken(left, pixel)));
    return parts;
  }

  private static InkPart taken(Bitmap left, int first) {
    BitSet pixels = new BitSet();
    int width = left.width();
    int[] bounds = {Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1};
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    left.set(first / width, first % width, false);
    while (!open.isEmpty()) {
      int pixel = open.pop();
      int row = pixel / width;
      int column = pixel % width;
      pixels.set(pixel);
      bounds[0] = Math.min(bounds[0], column);
      bounds[1] = Math.max(bounds[1], column);
      bounds[2] = Math.min(bounds[2], row);
      bounds[3] = Math.max(bounds[3], row);
      for (int r = row - 1; r <= row + 1; r++) {
        for (int c = column - 1; c <= column + 1; c++) {
          if (left.black(r, c)) {
            left.set(r, c, false);
            open.push(r * width + c);
          }
        }
      }
    }
    return new InkPart(
        pixels,
        width,
        new Box(
            bounds[0], left.height() - bounds[3] - 1, bounds[1] + 1, left.height() - bounds[2]));
  }
}
