package ductus.text;

import ductus.file.BadFileException;
import ductus.file.CsvSeparator;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table in a text file: a row a line, its cells between commas, or where the first line has none
 * between semicolons or tabs; in a {@code .tsv} file between tabs, where quotes are letters. Else a
 * cell may stand in double quotes, which are doubled within it, and then hold separators and ends
 * of lines (RFC 4180). Empty lines are no rows.
 */
public record TextTable(List<Row> rows) {
  private static final String TABS = ".tsv";

  /**
   * A row of a table.
   *
   * @param line of the file on which it begins, counted from 1
   */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public TextTable {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a table from a file.
   *
   * @throws BadFileException if it is no text, has no row, or a quote is not closed
   */
  public static TextTable read(Path path) throws BadFileException, IOException {
    String text = TextFile.read(path);
    TextTable table =
        path.toString().toLowerCase(Locale.ROOT).endsWith(TABS)
            ? betweenTabs(text)
            : new Reading(path, text).run();
    if (table.rows().isEmpty()) {
      throw new BadFileException(path, "must be a table but has no row with something in it");
    }
    return table;
  }

  /** Names of the columns: the cells of the first row, in small letters. */
  public List<String> head() {
    return rows.get(0).cells().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * Names of the columns, of which two must be there.
   *
   * @param path of the table, for the complaint
   * @throws BadFileException if one of them is not
   */
  public List<String> head(Path path, String first, String second) throws BadFileException {
    List<String> head = head();
    if (!head.contains(first) || !head.contains(second)) {
      throw new BadFileException(
          path, "must name the columns %s and %s in its first line".formatted(first, second));
    }
    return head;
  }

  /**
   * The file that a cell names, from the folder of the table.
   *
   * @param path of the table
   * @throws BadFileException if no file can have that name
   */
  public static Path file(Path path, Row row, int column) throws BadFileException {
    String name = row.cells().get(column);
    try {
      return path.resolveSibling(name.strip());
    } catch (InvalidPathException noPath) {
      throw new BadFileException(
          path, "line %d: %s is no name of a file".formatted(row.line(), name));
    }
  }

  private static TextTable betweenTabs(String text) {
    List<Row> rows = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        rows.add(new Row(i + 1, List.of(lines[i].split("\t", -1))));
      }
    }
    return new TextTable(rows);
  }

  /** Reads cells, which may be quoted, from the characters of a file. */
  private static final class Reading {
    private final Path path;
    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private boolean blank = true;
    private int line = 1;
    private int begun = 1;

    Reading(Path path, String text) {
      this.path = path;
      this.text = text;
      String first = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
      // A first line without names may be a text with its own semicolons, and its label.
      separator = first.contains(",") ? ',' : CsvSeparator.of(first);
    }

    TextTable run() throws BadFileException {
      int at = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '"' && blank) {
          at = quoted(at + 1);
          continue;
        }
        if (c == separator) {
          endCell();
        } else if (c == '\n') {
          endRow();
        } else {
          cell.append(c);
          blank &= Character.isWhitespace(c);
        }
        at++;
      }
      endRow();
      return new TextTable(rows);
    }

    /**
     * Reads a quoted cell from behind its first quote; returns the place behind the closing one.
     */
    private int quoted(int from) throws BadFileException {
      cell.setLength(0);
      blank = false;
      int opened = line;
      for (int at = from; at < text.length(); at++) {
        char c = text.charAt(at);
        boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (c == '"' && !doubled) {
          return at + 1;
        }
        cell.append(c);
        at += doubled ? 1 : 0;
        line += c == '\n' ? 1 : 0;
      }
      throw new BadFileException(path, "line %d: this quote is not closed".formatted(opened));
    }

    private void endCell() {
      cells.add(cell.toString());
      cell.setLength(0);
      blank = true;
    }

    private void endRow() {
      endCell();
      if (cells.size() > 1 || !cells.get(0).isBlank()) {
        rows.add(new Row(begun, cells));
      }
      cells = new ArrayList<>();
      line++;
      begun = line;
    }
  }
}
