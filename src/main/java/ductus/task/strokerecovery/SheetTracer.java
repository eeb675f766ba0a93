package ductus.task.strokerecovery;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.scan.InkMap;
import ductus.ink.scan.InkPiece;
import ductus.ink.scan.PhotographedSheet;
import ductus.ink.scan.ScannedPaper;
import ductus.ink.template.SheetCell;
import ductus.math.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the strokes in the cells of a photographed sheet. */
public final class SheetTracer {
  private static final long SEED = 1;

  /** A drawing shares less of its ink with the picture where it went wrong. */
  private static final double LEAST_OVERLAP = 0.6;

  private SheetTracer() {}

  /**
   * What is written in a cell.
   *
   * @param ink labelled with the cell's text, in x-heights from its origin, y up
   * @param doubtful whether it may be wrong: cut off at the cell's edge, or badly traced
   */
  public record TracedCell(Handwriting ink, boolean doubtful) {}

  /**
   * Reads the cells in which something is written.
   *
   * @param threads most threads of the engine
   */
  public static List<TracedCell> read(PhotographedSheet sheet, List<SheetCell> cells, int threads)
      throws BadFileException, IOException {
    List<TracedCell> traced = new ArrayList<>();
    try (Workers workers = new Workers(threads)) {
      PaperTracer tracer = PictureInk.tracer(workers);
      for (SheetCell cell : cells) {
        InkMap seen = sheet.part(cell.box(), cell.label());
        ScannedPaper.of(seen).ifPresent(paper -> traced.add(traced(cell, paper, tracer)));
      }
    }
    return traced;
  }

  private static TracedCell traced(SheetCell cell, ScannedPaper paper, PaperTracer tracer) {
    LetterTracer.Traced drawn = tracer.trace(paper, SEED);
    double unit = PhotographedSheet.RESOLUTION * cell.xHeight();
    double left = PhotographedSheet.RESOLUTION * (cell.origin().x() - cell.box().left());
    double below = PhotographedSheet.RESOLUTION * (cell.box().top() - cell.origin().y());
    Handwriting ink =
        new Handwriting(drawn.strokes().strokes(), Optional.of(cell.text()), Optional.empty())
            .map(point -> point.moved((point.x() - left) / unit, (point.y() - below) / unit));
    boolean doubtful = drawn.likeness().overlap() < LEAST_OVERLAP || isCut(paper);
    return new TracedCell(ink, doubtful);
  }

  /** Whether writing goes to the edge of what was looked at. */
  private static boolean isCut(ScannedPaper paper) {
    for (InkPiece piece : paper.pieces()) {
      Box box = piece.box();
      if (box.left() <= 1
          || box.bottom() <= 1
          || box.right() >= paper.ink().width() - 1
          || box.top() >= paper.ink().height() - 1) {
        return true;
      }
    }
    return false;
  }
}
