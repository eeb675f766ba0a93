package ductus.ink.scan;

import ductus.ink.skeleton.Bitmap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

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

  /** Pixels by which a line that is printed evenly is broader here and there. */
  private static final int UNEVEN = 2;

  /** Ink in a column that was taken for a part of a line. */
  private record Run(int column, int top, int bottom) {}

  private final Set<Run> erased = new LinkedHashSet<>();
  private final Bitmap black;
  private final int[] runs;
  private final double broadest;

  private RuledLines(Bitmap black, double breadth) {
    this.black = black;
    // Rows of the mirrored picture: how far the ink goes up and down.
    runs = LineBreadth.runs(black.transposed());
    broadest = Math.min(1.5 * breadth, black.width() / FINE);
  }

  /**
   * A picture without ruled lines, level and upright ones.
   *
   * @param black ink, not modified
   * @param faint the same with paler ink, too: ruled lines are often pale
   * @param breadth of the lines of writing, in pixels
   */
  static Bitmap removed(Bitmap black, Bitmap faint, double breadth) {
    Bitmap clean = black.copy();
    RuledLines level = new RuledLines(faint, breadth);
    level.remove(clean);
    Bitmap turned = clean.transposed();
    RuledLines upright = new RuledLines(faint.transposed(), breadth);
    upright.remove(turned);
    upright.restore(turned, black.transposed());
    clean = turned.transposed();
    level.restore(clean, black);
    return clean;
  }

  private int run(int row, int column) {
    return row < 0 || row >= black.height() ? 0 : runs[column * black.height() + row];
  }

  private boolean isFine(int row, int column) {
    int run = run(row, column);
    return run > 0 && run <= broadest;
  }

  private void remove(Bitmap from) {
    int shift = (int) Math.ceil(STEEPEST * black.width());
    int[][] votes = new int[2 * SLOPES + 1][black.height() + 2 * shift + 1];
    black
        .pixels()
        .filter(i -> isFine(i / black.width(), i % black.width()))
        .forEach(i -> vote(votes, i / black.width(), i % black.width(), shift));
    for (int slope = 0; slope < votes.length; slope++) {
      for (int at = 1; at + 1 < votes[slope].length; at++) {
        if (votes[slope][at] >= SEEN * black.width() && votes[slope][at] > 0) {
          erase(from, slope(slope), at - shift);
        }
      }
    }
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

  /** Erases a line, if it is seen at both edges, but for what crosses it. */
  private void erase(Bitmap from, double slope, int start) {
    int edge = (int) Math.ceil(EDGE * black.width());
    if (seen(slope, start, 0, edge) && seen(slope, start, black.width() - edge, black.width())) {
      int thickest = Math.min((int) broadest, usualRun(slope, start) + UNEVEN);
      for (int column = 0; column < black.width(); column++) {
        int row = (int) Math.round(start + slope * column);
        for (int near = row - 1; near <= row + 1; near++) {
          int run = run(near, column);
          if (run > 0 && run <= thickest) {
            eraseRun(from, near, column);
          }
        }
      }
    }
  }

  /** Median of how far the ink goes up and down along a line. */
  private int usualRun(double slope, int start) {
    int[] along =
        IntStream.range(0, black.width())
            .map(column -> run((int) Math.round(start + slope * column), column))
            .filter(run -> run > 0)
            .sorted()
            .toArray();
    return along.length == 0 ? 0 : along[along.length / 2];
  }

  private void eraseRun(Bitmap from, int row, int column) {
    int top = row;
    while (black.black(top - 1, column)) {
      top--;
    }
    Run run = new Run(column, top, top + run(row, column) - 1);
    for (int r = run.top(); r <= run.bottom(); r++) {
      from.set(r, column, false);
    }
    erased.add(run);
  }

  /** Brings back what was erased where writing goes on above and below. */
  private void restore(Bitmap clean, Bitmap before) {
    Bitmap writing = clean.copy();
    for (Run run : erased) {
      if (goesOn(writing, run.top() - UNEVEN, run.column())
          && goesOn(writing, run.bottom() + UNEVEN, run.column())) {
        for (int row = run.top(); row <= run.bottom(); row++) {
          clean.set(row, run.column(), before.black(row, run.column()));
        }
      }
    }
  }

  private static boolean goesOn(Bitmap writing, int row, int column) {
    boolean on = false;
    for (int near = column - UNEVEN - 1; near <= column + UNEVEN + 1; near++) {
      on |= writing.black(row, near);
    }
    return on;
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
