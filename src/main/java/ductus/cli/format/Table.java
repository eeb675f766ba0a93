package ductus.cli.format;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in aligned columns; columns of numbers are aligned to the right. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A table with a line of headings.
   *
   * @param headings one for each column
   */
  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a line; one cell for each heading. */
  public Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell).replaceAll("\\p{Cntrl}", " "));
    }
    if (row.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "a line must have " + rows.get(0).size() + " cells but has " + row.size());
    }
    rows.add(row);
    return this;
  }

  /** The lines, without a line break after the last one. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String space = " ".repeat(width(column) - length(cell));
        line.append(column == 0 ? "" : GAP);
        line.append(isNumeric(column) ? space + cell : cell + space);
      }
      text.append(text.isEmpty() ? "" : System.lineSeparator())
          .append(line.toString().stripTrailing());
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    return rows.size() > 1
        && rows.subList(1, rows.size()).stream()
            .allMatch(row -> row.get(column).matches("[-+]?[0-9][0-9.,]*|-?"));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
