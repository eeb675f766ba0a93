package ductus.task.classification;

import ductus.file.BadFileException;
import ductus.text.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table in CSV or TSV that says of which class files are: it has the columns {@code file}, from
 * the table's own folder, and {@code label}.
 *
 * @param rows in the order of the table
 */
public record FileTable(List<Row> rows) {
  private static final String FILE = "file";
  private static final String LABEL = "label";
  private static final List<String> ENDINGS = List.of(".csv", ".tsv");

  /** A file and its class. */
  public record Row(Path file, String label) {}

  public FileTable {
    rows = List.copyOf(rows);
  }

  /** Whether a file is such a table. */
  public static boolean isOne(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (ENDINGS.stream().noneMatch(name::endsWith) || !Files.isRegularFile(path)) {
      return false;
    }
    try {
      List<String> head = TextTable.read(path).head();
      return head.contains(FILE) && head.contains(LABEL);
    } catch (BadFileException | IOException unreadable) {
      return false;
    }
  }

  /**
   * Reads a table.
   *
   * @throws BadFileException naming the line that is no row of it
   */
  public static FileTable read(Path path) throws BadFileException, IOException {
    TextTable table = TextTable.read(path);
    List<String> head = table.head(path, FILE, LABEL);
    int file = head.indexOf(FILE);
    int label = head.indexOf(LABEL);
    List<Row> rows = new ArrayList<>();
    for (TextTable.Row row : table.rows().subList(1, table.rows().size())) {
      List<String> cells = row.cells();
      if (cells.size() != head.size() || cells.get(file).isBlank() || cells.get(label).isBlank()) {
        throw new BadFileException(
            path, "line %d: must have a file and a label".formatted(row.line()));
      }
      rows.add(new Row(TextTable.file(path, row, file), cells.get(label).strip()));
    }
    return new FileTable(rows);
  }
}
