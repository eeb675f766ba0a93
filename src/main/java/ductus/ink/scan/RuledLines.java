package ductus.ink.scan;

import ductus.ink.skeleton.Bitmap;

/**
 * Takes printed lines off paper: fine, straight, and from one edge of the picture to the other,
 * nearly level or nearly upright. What crosses them stays.
 */
final class RuledLines {
  /** Steepest line, in rows a column, and how many slopes are tried to either side. */
  private static final double STEEPEST = 0.06;

  private static final int SLOPES = 48;

  /** Share of the picture's columns in which a line is seen. */
  private static final double SEEN = 0.6;

  /** A line is so many times as long as broad: the bar of a letter is not. */
  private static final double FINE = 40;

  /** The outermost part of the picture, where a line is to be seen, too. */
  private static final double EDGE = 0.08;

  private final Bitmap black;
  private final int[] runs;
  private final double broadest;

  private RuledLines(Bitmap black, double breadth) {
    this.black = black;
    // Rows of the mirrored picture: how far the ink goes up and down.
    runs = LineBreadth.runs(black.transposed());
    broadest = Math.min(1.5 * breadth, black.width() / FINE);
  }

  /** A picture without ruled lines, level and upright ones. */
  static Bitmap removed(Bitmap black, double breadth) {
    Bitmap level = new RuledLines(black, breadth).removed();
    return new RuledLines(level.transposed(), breadth).removed().transposed();
  }

  private boolean isFine(int row, int column) {
    int run = runs[column * black.height() + row];
    return run > 0 && run <= broadest;
  }

  private Bitmap removed() {
    Bitmap left = black.copy();
    int shift = (int) Math.ceil(STEEPEST * black.width());
    int[][] votes = new int[2 * SLOPES + 1][black.height() + 2 * shift + 1];
    black
        .pixels()
        .filter(i -> isFine(i / black.width(), i % black.width()))
        .forEach(i -> vote(votes, i / black.width(), i % black.width(), shift));
    for (int slope = 0; slope < votes.length; slope++) {
      for (int at = 1; at + 1 < votes[slope].length; at++) {
        if (votes[slope][at] >= SEEN * black.width() && votes[slope][at] > 0) {
          erase(left, slope(slope), at - shift);
        }
      }
    }
    return left;
  }

  private static double slope(int number) {
    return STEEPEST * (number - SLOPES) / SLOPES;
  }

  private void vote(int[][] votes, int row, int column, int shift) {
    // Once a column, by the upper end of the ink there.
    if (black.black(row - 1, column)) {
      return;
    }
    for (int slope = 0; slope < votes.length; slope++) {
      int at = (int) Math.round(row - slope(slope) * column) + shift;
      for (int near = Math.max(0, at - 1); near <= at + 1 && near < votes[slope].length; near++) {
        votes[slope][near]++;
      }
    }
  }

  /** Erases fine ink along a line, if the line is seen at both edges. */
  private void erase(Bitmap from, double slope, int start) {
    int edge = (int) Math.ceil(EDGE * black.width());
    if (seen(slope, start, 0, edge) && seen(slope, start, black.width() - edge, black.width())) {
      int reach = (int) Math.ceil(broadest) + 1;
      for (int column = 0; column < black.width(); column++) {
        int row = (int) Math.round(start + slope * column);
        for (int near = Math.max(0, row - reach);
            near <= Math.min(black.height() - 1, row + reach);
            near++) {
          if (black.black(near, column) && isFine(near, column)) {
            from.set(near, column, false);
          }
        }
      }
    }
  }

  private boolean seen(double slope, int start, int from, int to) {
    int seen = 0;
    for (int column = from; column < to; column++) {
      int row = (int) Math.round(start + slope * column);
      boolean here = false;
      for (int near = Math.max(0, row - 2); near <= Math.min(black.height() - 1, row + 2); near++) {
        here |= black.black(near, column);
      }
      seen += here ? 1 : 0;
    }
    return seen >= SEEN * (to - from);
  }
}
