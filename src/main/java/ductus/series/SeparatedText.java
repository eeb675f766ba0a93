package ductus.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of cells between commas, semicolons or tabs, as spreadsheets write it. Cells may be quoted;
 * a cell does not go over the end of a line. Lines without anything do not count.
 *
 * @param separator the one of the first line
 * @param lines each with its number in the file
 */
record SeparatedText(char separator, List<Line> lines) {
  private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

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

  SeparatedText {
    lines = List.copyOf(lines);
  }

  static SeparatedText of(String text) {
    String[] all = text.split("\\r\\n|\\n|\\r", -1);
    char separator = ',';
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      String line = all[i];
      if (!line.isBlank()) {
        if (lines.isEmpty()) {
          separator =
              SEPARATORS.stream().filter(each -> line.indexOf(each) >= 0).findFirst().orElse(',');
        }
        lines.add(new Line(i + 1, cells(line, separator)));
      }
    }
    return new SeparatedText(separator, lines);
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
