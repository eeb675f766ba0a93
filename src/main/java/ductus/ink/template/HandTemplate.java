package ductus.ink.template;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.scan.SheetMarks;
import ductus.ink.scan.SheetMarks.Place;
import ductus.picture.SvgDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sheet with a box for each character, as SVG: to be printed and practiced on, or drawn on with a
 * tablet in any program that keeps the page's size. Strokes are found again by the box in which
 * they lie.
 */
public final class HandTemplate {
  private static final String LINE_COLOR = "#c5d0e0";
  private static final String LABEL_COLOR = "#8e9ab0";
  private static final double CAPITAL_HEIGHT = 9;

  /** Half the breadth of a printed edge, as it may be seen, in mm. */
  private static final double EDGE = 0.5;

  private HandTemplate() {}

  /** The characters of the sheet, the small letters first. */
  public static List<Integer> characters() {
    return TemplateGrid.CHARACTERS.stream().distinct().toList();
  }

  /** Draws the empty sheet. */
  public static byte[] svg() {
    SvgDocument svg =
        new SvgDocument(
            TemplateGrid.PAPER_WIDTH,
            TemplateGrid.PAPER_HEIGHT,
            "mm",
            "A hand to be drawn",
            "A box for each letter, digit and mark, with a line to write on and one for the height"
                + " of small letters.");
    // The reader of SVG passes over rulings, so that only the drawing is read.
    svg.open("id", "ruling", "fill", "none", "stroke", LINE_COLOR, "stroke-width", "0.15");
    SheetCell.drawMarks(svg, SheetMarks.Kind.LETTERS);
    for (int i = 0; i < TemplateGrid.CHARACTERS.size(); i++) {
      box(svg, i);
    }
    svg.close();
    svg.open("id", "labels", "fill", LABEL_COLOR, "font-family", "sans-serif");
    svg.text(
        TemplateGrid.LEFT,
        TemplateGrid.TOP - 8,
        "Draw each character with single strokes of the pen, on the lower line; small letters reach"
            + " the upper one.",
        "font-size",
        "3.4");
    svg.text(
        TemplateGrid.LEFT,
        TemplateGrid.TOP - 3,
        "Save as SVG, without changing the page's size, then: ductus hand add FILE --name NAME."
            + " Or print it, and photograph it with all black squares. Boxes may stay empty.",
        "font-size",
        "3.4");
    for (int i = 0; i < TemplateGrid.CHARACTERS.size(); i++) {
      svg.text(
          TemplateGrid.left(i) + 1,
          TemplateGrid.top(i) + 3.6,
          Character.toString(TemplateGrid.CHARACTERS.get(i)),
          "font-size",
          "3");
    }
    svg.close();
    return svg.bytes();
  }

  private static void box(SvgDocument svg, int index) {
    double left = TemplateGrid.left(index);
    double top = TemplateGrid.top(index);
    double baseline = top + TemplateGrid.BASELINE;
    int character = TemplateGrid.CHARACTERS.get(index);
    svg.open("id", String.format(Locale.ROOT, "box-%d-U+%04X", index + 1, character));
    svg.rectangle(left, top, TemplateGrid.WIDTH, TemplateGrid.HEIGHT);
    double right = left + TemplateGrid.WIDTH - 2;
    svg.line(left + 2, baseline, right, baseline);
    for (double height : new double[] {TemplateGrid.X_HEIGHT, CAPITAL_HEIGHT}) {
      svg.line(
          left + 2, baseline - height, right, baseline - height, "stroke-dasharray", "0.8 0.8");
    }
    svg.close();
  }

  /** The boxes of the sheet, as they are found on paper. */
  public static List<SheetCell> cells() {
    List<SheetCell> cells = new ArrayList<>();
    for (int i = 0; i < TemplateGrid.CHARACTERS.size(); i++) {
      double left = TemplateGrid.left(i);
      double top = TemplateGrid.top(i);
      cells.add(
          new SheetCell(
              Character.toString(TemplateGrid.CHARACTERS.get(i)),
              new Box(
                  left + EDGE,
                  top + EDGE,
                  left + TemplateGrid.WIDTH - EDGE,
                  top + TemplateGrid.HEIGHT - EDGE),
              new Box(left, top, left + 5, top + 4.6),
              new Place(left, top + TemplateGrid.BASELINE),
              TemplateGrid.X_HEIGHT));
    }
    return cells;
  }

  /**
   * Reads the characters that were drawn on a sheet, in x-heights of its boxes, y up, the line to
   * write on at 0.
   *
   * @throws BadFileException if nothing lies in a box
   */
  public static List<Handwriting> readInXHeights(Path file) throws BadFileException, IOException {
    double unit = TemplateGrid.X_HEIGHT;
    return read(file).stream()
        .map(piece -> piece.map(point -> point.moved(point.x() / unit, point.y() / unit)))
        .toList();
  }

  /**
   * Reads the characters that were drawn on a sheet, in millimeters, y up, the line to write on at
   * 0.
   *
   * @throws BadFileException if nothing lies in a box
   */
  public static List<Handwriting> read(Path file) throws BadFileException, IOException {
    SortedMap<Integer, List<Stroke>> drawn = new TreeMap<>();
    for (Stroke stroke : SheetInk.read(file)) {
      int index = TemplateGrid.index(Box.around(stroke.points()).orElseThrow());
      if (index >= 0) {
        drawn.computeIfAbsent(index, any -> new ArrayList<>()).add(stroke);
      }
    }
    if (drawn.isEmpty()) {
      throw new BadFileException(
          file,
          "must have strokes in the boxes of the sheet that ductus hand template makes, of %s by %s"
                  .formatted(
                      SvgDocument.number(TemplateGrid.PAPER_WIDTH),
                      SvgDocument.number(TemplateGrid.PAPER_HEIGHT))
              + " mm, but has none there");
    }
    List<Handwriting> characters = new ArrayList<>();
    drawn.forEach((index, strokes) -> characters.add(character(index, strokes)));
    return characters;
  }

  private static Handwriting character(int index, List<Stroke> strokes) {
    double left = TemplateGrid.left(index);
    double baseline = TemplateGrid.top(index) + TemplateGrid.BASELINE;
    String text = Character.toString(TemplateGrid.CHARACTERS.get(index));
    return new Handwriting(strokes, Optional.of(text), Optional.empty())
        .map(point -> point.moved(point.x() - left, point.y() + baseline));
  }
}
