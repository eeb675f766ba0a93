package ductus.ink.sheet;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.prepare.InkPreparation;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of the pieces of a sheet, in reading order: single characters side by side, lines of
 * writing and whole pages one below the other.
 *
 * @param frames one a piece
 * @param bottom lower end of the last row
 */
record SheetLayout(List<Frame> frames, double bottom) {
  static final double WIDTH = 1000;
  static final double MARGIN = 24;

  private static final double CELL_WIDTH = 119;
  private static final double CELL_HEIGHT = 132;
  private static final double LINE_HEIGHT = 150;
  private static final double TALLEST_PAGE = 900;
  private static final double GAP = 8;

  /** Most strokes of a small piece; ink of more that is no line is a page. */
  private static final int MOST_STROKES_OF_A_CELL = 20;

  SheetLayout {
    frames = List.copyOf(frames);
  }

  /** The kinds of ink that a piece may be. */
  enum Kind {
    /** A character, or anything small. */
    CELL,
    LINE,
    PAGE;

    static Kind of(Handwriting piece) {
      if (InkPreparation.isLine(piece)) {
        return LINE;
      }
      return piece.strokes().size() <= MOST_STROKES_OF_A_CELL ? CELL : PAGE;
    }
  }

  /** The place of a piece: its caption above, its ink below. */
  record Frame(Kind kind, double x, double y, double width, double height) {}

  /**
   * Lays out pieces.
   *
   * @param top where the first row begins
   */
  static SheetLayout of(List<Handwriting> pieces, double top) {
    List<Frame> frames = new ArrayList<>();
    double x = MARGIN;
    double y = top;
    double right = WIDTH - MARGIN;
    double rowHeight = 0;
    for (Handwriting piece : pieces) {
      Kind kind = Kind.of(piece);
      double width = kind == Kind.CELL ? CELL_WIDTH - GAP : right - MARGIN;
      double height = height(kind, piece, width);
      if (x > MARGIN && x + width > right + 0.001) {
        x = MARGIN;
        y += rowHeight + GAP;
        rowHeight = 0;
      }
      frames.add(new Frame(kind, x, y, width, height));
      rowHeight = Math.max(rowHeight, height);
      x += width + GAP;
    }
    return new SheetLayout(frames, y + rowHeight);
  }

  private static double height(Kind kind, Handwriting piece, double width) {
    return switch (kind) {
      case CELL -> CELL_HEIGHT;
      case LINE -> LINE_HEIGHT;
      case PAGE -> {
        Box box = piece.box().orElseThrow();
        yield Math.min(TALLEST_PAGE, width * box.height() / Math.max(box.width(), 1e-9) + 40);
      }
    };
  }
}
