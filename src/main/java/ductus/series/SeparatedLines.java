package ductus.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text of cells between commas, semicolons or tabs, as spreadsheets write it, line by line. Cells
 * may be quoted; a cell does not go over the end of a line. Lines without anything do not count.
 */
final class SeparatedLines {
  private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

  private final BufferedReader reader;

  /** That of the first line, once it was read. */
  private Optional<Character> separator = Optional.empty();

  private int number;

  /** The lines of a text, which whoever opened it closes. */
  SeparatedLines(BufferedReader reader) {
    this.reader = reader;
  }

  /**
   * A line of the file.
   *
   * @param number from 1
   */
  record Line(int number, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  /** The separator of the cells; a comma as long as no line was read. */
  char separator() {
    return separator.orElse(',');
  }

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank()) {
        if (separator.isEmpty()) {
          separator = Optional.of(separator(line));
        }
        return Optional.of(new Line(number, cells(line, separator())));
      }
    }
    return Optional.empty();
  }

  private static char separator(String line) {
    return SEPARATORS.stream().filter(each -> line.indexOf(each) >= 0).findFirst().orElse(',');
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == separator) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
