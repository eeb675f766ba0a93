package ductus.ink.scan;

import ductus.ink.skeleton.Bitmap;

/** The breadth of the lines of ink: of the black pixels' runs along rows and columns. */
public final class LineBreadth {
  private LineBreadth() {}

  /** Half of all black pixels lie in lines that are broader, in pixels; 0 where none is black. */
  public static double of(Bitmap black) {
    int[] down = runs(black.transposed());
    int[] along = runs(black);
    int[] counts = new int[Math.max(black.width(), black.height()) + 1];
    for (int i = 0; i < along.length; i++) {
      int turned = i % black.width() * black.height() + i / black.width();
      counts[Math.min(along[i], down[turned])]++;
    }
    int breadth = 0;
    for (int below = 0; 2 * below < black.area(); below += counts[breadth]) {
      breadth++;
    }
    return breadth;
  }

  /** Length of the run along its row that each pixel lies in, 0 for white ones. */
  static int[] runs(Bitmap black) {
    int[] runs = new int[black.width() * black.height()];
    for (int row = 0; row < black.height(); row++) {
      int start = 0;
      for (int column = 0; column <= black.width(); column++) {
        if (!black.black(row, column)) {
          for (int c = start; c < column; c++) {
            runs[row * black.width() + c] = column - start;
          }
          start = column + 1;
        }
      }
    }
    return runs;
  }
}
