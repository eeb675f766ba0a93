package ductus.ink.template;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.practice.CopyText;
import ductus.ink.scan.SheetMarks;
import ductus.ink.scan.SheetMarks.Place;
import ductus.picture.SvgDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sheet with the sentences of {@link CopyText}, printed pale, each above a line to copy it on: A4
 * upright, as SVG. Lengths are mm, y down.
 */
public final class LineTemplate {
  private static final String LINE_COLOR = "#c5d0e0";
  private static final String TEXT_COLOR = "#8e9ab0";
  private static final double LEFT = 15;
  private static final double WIDTH = 180;
  private static final double TOP = 26;
  private static final double HEIGHT = 25.5;

  /** Of a row, from its top: the foot of the printed text, and the line to write on. */
  private static final double TEXT = 4;

  private static final double WRITING = 6;
  private static final double BASELINE = 17;
  private static final double X_HEIGHT = 3;

  private LineTemplate() {}

  /** Draws the empty sheet. */
  public static byte[] svg() {
    SvgDocument svg =
        new SvgDocument(
            TemplateGrid.PAPER_WIDTH,
            TemplateGrid.PAPER_HEIGHT,
            "mm",
            "Lines to be copied",
            "A line to write on below each of ten sentences.");
    svg.open("id", "ruling", "fill", "none", "stroke", LINE_COLOR, "stroke-width", "0.15");
    SheetCell.drawMarks(svg, SheetMarks.Kind.LINES);
    for (SheetCell cell : cells()) {
      double y = cell.origin().y();
      svg.line(LEFT, y, LEFT + WIDTH, y);
      svg.line(LEFT, y - X_HEIGHT, LEFT + WIDTH, y - X_HEIGHT, "stroke-dasharray", "0.8 0.8");
    }
    svg.close();
    svg.open("id", "labels", "fill", TEXT_COLOR, "font-family", "sans-serif", "font-size", "3.4");
    svg.text(
        LEFT,
        TOP - 6,
        "Copy each sentence on the line below it, as you always write. Lines may stay empty.");
    for (SheetCell cell : cells()) {
      svg.text(LEFT, cell.origin().y() - BASELINE + TEXT, cell.text());
    }
    svg.close();
    return svg.bytes();
  }

  /** The rows of the sheet. */
  public static List<SheetCell> cells() {
    List<SheetCell> cells = new ArrayList<>();
    for (String sentence : CopyText.sentences()) {
      double top = TOP + HEIGHT * cells.size();
      cells.add(
          new SheetCell(
              sentence,
              new Box(LEFT - 2, top + WRITING, LEFT + WIDTH + 4, top + HEIGHT),
              new Box(0, 0, 0, 0),
              new Place(LEFT, top + BASELINE),
              X_HEIGHT));
    }
    return cells;
  }

  /**
   * Reads the lines that were written on a sheet with a tablet, in x-heights, y up, the line to
   * write on at 0.
   *
   * @throws BadFileException if nothing is written on a line
   */
  public static List<Handwriting> readInXHeights(Path file) throws BadFileException, IOException {
    List<Stroke> strokes = SheetInk.read(file);
    List<Handwriting> lines = new ArrayList<>();
    for (SheetCell cell : cells()) {
      List<Stroke> own = strokes.stream().filter(stroke -> holds(cell.box(), stroke)).toList();
      if (!own.isEmpty()) {
        double x = cell.origin().x();
        double y = cell.origin().y();
        lines.add(
            new Handwriting(own, Optional.of(cell.text()), Optional.empty())
                .map(point -> point.moved((point.x() - x) / X_HEIGHT, (point.y() + y) / X_HEIGHT)));
      }
    }
    if (lines.isEmpty()) {
      throw new BadFileException(
          file, "must have writing on the lines of the sheet of sentences but has none there");
    }
    return lines;
  }

  private static boolean holds(Box row, Stroke stroke) {
    Box box = Box.around(stroke.points()).orElseThrow();
    double y = -box.centerY();
    return y >= row.bottom() && y < row.top();
  }
}
