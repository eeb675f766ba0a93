package ductus.ink.skeleton;

import ductus.ink.PenPoint;

/** The middle of lines near a pixel: thinning leaves one of the two pixels that share it. */
record LineMiddle(Bitmap ink, double breadth) {
  /** A run of black pixels that is longer, in breadths, is not across a line. */
  private static final double ACROSS = 2;

  /** The middle of the shorter run through a pixel, along its row or its column. */
  PenPoint of(int row, int column) {
    int left = run(row, column, 0, -1);
    int right = run(row, column, 0, 1);
    int up = run(row, column, -1, 0);
    int down = run(row, column, 1, 0);
    double x = column + 0.5;
    double y = ink.height() - 0.5 - row;
    if (Math.min(left + right, up + down) > ACROSS * breadth) {
      return PenPoint.at(x, y);
    }
    return left + right < up + down
        ? PenPoint.at(x + (right - left) / 2.0, y)
        : PenPoint.at(x, y + (up - down) / 2.0);
  }

  private int run(int row, int column, int down, int right) {
    int length = 0;
    while (ink.black(row + (length + 1) * down, column + (length + 1) * right)) {
      length++;
    }
    return length;
  }
}
