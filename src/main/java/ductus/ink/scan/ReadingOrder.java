package ductus.ink.scan;

import ductus.ink.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines of pieces, from top to bottom, and in each the pieces from left to right. */
final class ReadingOrder {
  /** A line is found beyond the heights of its last piece, in usual heights: lines slope. */
  private static final double BEYOND = 0.3;

  private final double height;
  private final List<List<InkPiece>> lines = new ArrayList<>();

  private ReadingOrder(double height) {
    this.height = height;
  }

  /**
   * Orders pieces.
   *
   * @param height that letters usually have
   */
  static List<InkPiece> of(List<InkPiece> pieces, double height) {
    ReadingOrder order = new ReadingOrder(height);
    pieces.stream()
        .sorted(Comparator.comparingDouble(piece -> piece.box().left()))
        .forEach(order::add);
    return order.lines.stream()
        .sorted(Comparator.comparingDouble(line -> -middle(line)))
        .flatMap(List::stream)
        .toList();
  }

  private static double middle(List<InkPiece> line) {
    return line.stream().mapToDouble(piece -> piece.box().centerY()).average().orElse(0);
  }

  private void add(InkPiece piece) {
    List<InkPiece> best = new ArrayList<>();
    double most = 0;
    for (List<InkPiece> line : lines) {
      double common = common(line.get(line.size() - 1).box(), piece.box());
      if (common > most) {
        most = common;
        best = line;
      }
    }
    if (best.isEmpty()) {
      lines.add(best);
    }
    best.add(piece);
  }

  private double common(Box last, Box next) {
    return Math.min(last.top(), next.top())
        - Math.max(last.bottom(), next.bottom())
        + 2 * BEYOND * height;
  }
}
