package ductus.picture.chart;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers as colored cells: attention weights, activations, confusions. White is 0; what
 * is above grows blue, what is below orange.
 *
 * @param rows names, from the top; as many as {@code values}
 * @param columns names; as many as each row has values, or none
 * @param values by row; what is not finite stays empty
 * @param largest magnitude of the full color; what is beyond has it, too
 */
public record HeatMap(
    List<String> rows, List<String> columns, List<List<Double>> values, double largest) {
  private static final double MARGIN = 20;
  private static final double TITLE_HEIGHT = 40;
  private static final double PART_TITLE = 26;
  private static final double LEGEND_HEIGHT = 44;
  private static final double LARGEST_CELL = 26;
  private static final double LEAST_WIDTH = 420;
  private static final double FULL_WIDTH = 880;
  private static final double FONT = 12;

  /** Mean width of a letter, in ems, roughly: text has no measure without fonts. */
  private static final double LETTER = 0.58;

  private static final String WHITE = "#ffffff";

  public HeatMap {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    values = values.stream().map(List::copyOf).toList();
    int width = values.isEmpty() ? 0 : values.get(0).size();
    if (width == 0
        || values.stream().anyMatch(row -> row.size() != width)
        || rows.size() != values.size()
        || !(columns.isEmpty() || columns.size() == width)) {
      throw new IllegalArgumentException(
          "values must be %d×%d, or of any width without names of columns, but were of %d rows"
              .formatted(rows.size(), columns.size(), values.size()));
    }
    if (!(largest > 0)) {
      throw new IllegalArgumentException("largest must be above 0 but was " + largest);
    }
  }

  /**
   * Draws an SVG document. The same values give the same bytes.
   *
   * @param columnTitle what stands along the columns, below; null for nothing
   */
  public byte[] svg(String title, @Nullable String columnTitle) {
    double left = MARGIN + labelWidth(rows);
    double cell = cell(left);
    double width = Math.max(LEAST_WIDTH, left + cell * values.get(0).size() + MARGIN);
    double height = TITLE_HEIGHT + labelledHeight();
    SvgDocument svg = new SvgDocument(width, height, "px", title, describe(columnTitle));
    svg.rectangle(0, 0, width, height, "fill", WHITE);
    svg.open("font-family", "sans-serif", "font-size", "12", "fill", Palette.INK);
    svg.text(MARGIN, 28, title, "font-size", "16", "font-weight", "bold");
    drawLabelled(svg, TITLE_HEIGHT, columnTitle);
    svg.close();
    return svg.bytes();
  }

  /**
   * Returns this map as a part of a sheet.
   *
   * @param columnTitle what stands along the columns, below; null for nothing
   */
  public StackedFigure.Part part(String title, @Nullable String columnTitle) {
    return new StackedFigure.Part() {
      @Override
      public double height() {
        return PART_TITLE + labelledHeight();
      }

      @Override
      public void draw(SvgDocument svg, double left, double top, double width) {
        svg.text(left, top + 18, title, "font-size", "14", "font-weight", "bold");
        svg.open("font-size", "12");
        drawLabelled(svg, top + PART_TITLE, columnTitle);
        svg.close();
      }

      @Override
      public String description() {
        return title + ": " + describe(columnTitle);
      }
    };
  }

  private double cell(double left) {
    return Math.min(LARGEST_CELL, (FULL_WIDTH - left - MARGIN) / values.get(0).size());
  }

  private double rowHeight() {
    return Math.min(LARGEST_CELL, Math.max(cell(MARGIN + labelWidth(rows)), FONT + 2));
  }

  private boolean hasUprightNames() {
    double cell = cell(MARGIN + labelWidth(rows));
    return columns.stream().mapToInt(String::length).max().orElse(0) * FONT * LETTER > cell;
  }

  /** Height of the room for the columns' names. */
  private double above() {
    return columns.isEmpty() ? 8 : hasUprightNames() ? labelWidth(columns) + 4 : FONT + 10;
  }

  private double labelledHeight() {
    return above() + rowHeight() * rows.size() + LEGEND_HEIGHT;
  }

  /** Draws the cells with their names and a legend. */
  private void drawLabelled(SvgDocument svg, double place, @Nullable String columnTitle) {
    double left = MARGIN + labelWidth(rows);
    double cell = cell(left);
    double rowHeight = rowHeight();
    double top = place + above();
    double bottom = top + rowHeight * rows.size();
    for (int i = 0; i < rows.size(); i++) {
      svg.text(left - 8, top + (i + 0.5) * rowHeight + 4, rows.get(i), "text-anchor", "end");
    }
    columnNames(svg, left, top, cell);
    draw(svg, new Rectangle2D.Double(left, top, cell * values.get(0).size(), bottom - top));
    legend(svg, left, bottom, columnTitle);
  }

  private void columnNames(SvgDocument svg, double left, double top, double cell) {
    boolean upright = hasUprightNames();
    for (int i = 0; i < columns.size(); i++) {
      double x = left + (i + 0.5) * cell;
      if (upright) {
        svg.text(
            x,
            top - 5,
            columns.get(i),
            "transform",
            String.format(
                Locale.ROOT,
                "rotate(-90 %s %s)",
                SvgDocument.number(x),
                SvgDocument.number(top - 5)),
            "dominant-baseline",
            "central");
      } else {
        svg.text(x, top - 6, columns.get(i), "text-anchor", "middle");
      }
    }
  }

  private void legend(SvgDocument svg, double left, double bottom, @Nullable String columnTitle) {
    boolean signed = values.stream().flatMap(List::stream).anyMatch(value -> value < 0);
    double from = signed ? -largest : 0;
    for (int i = 0; i < 40; i++) {
      double value = from + (largest - from) * (i + 0.5) / 40;
      svg.rectangle(left + 3 * i, bottom + 16, 3.2, 10, "fill", color(value));
    }
    svg.text(left - 6, bottom + 25, label(from), "text-anchor", "end", "fill", Palette.PALE_INK);
    svg.text(left + 126, bottom + 25, label(largest), "fill", Palette.PALE_INK);
    if (columnTitle != null) {
      svg.text(left + 190, bottom + 25, columnTitle, "fill", Palette.PALE_INK);
    }
  }

  private static String label(double value) {
    return String.format(Locale.ROOT, "%.3g", value).replaceAll("\\.?0+$", "");
  }

  /** Draws the cells into a part of a picture. */
  public void draw(SvgDocument svg, Rectangle2D place) {
    double height = place.getHeight() / values.size();
    double width = place.getWidth() / values.get(0).size();
    svg.open("shape-rendering", "crispEdges");
    for (int row = 0; row < values.size(); row++) {
      for (int column = 0; column < values.get(row).size(); column++) {
        double value = values.get(row).get(column);
        if (Double.isFinite(value) && !color(value).equals(WHITE)) {
          svg.rectangle(
              place.getX() + column * width,
              place.getY() + row * height,
              width,
              height,
              "fill",
              color(value));
        }
      }
    }
    svg.close();
    svg.rectangle(
        place.getX(),
        place.getY(),
        place.getWidth(),
        place.getHeight(),
        "fill",
        "none",
        "stroke",
        Palette.GRID);
  }

  /** The color of a value, as in {@code #1c5d8c}. */
  public String color(double value) {
    return Palette.signed(value / largest, WHITE);
  }

  private String describe(@Nullable String columnTitle) {
    return String.format(
        Locale.ROOT,
        "Colored cells of %d rows (%s) and %d columns%s.",
        rows.size(),
        String.join(", ", rows),
        values.get(0).size(),
        columnTitle == null ? "" : ": " + columnTitle);
  }

  private static double labelWidth(List<String> names) {
    return names.stream().mapToInt(String::length).max().orElse(0) * FONT * LETTER + 8;
  }
}
