package ductus.cli.batch;

import ductus.file.BadFileException;
import ductus.file.CsvRows;
import ductus.format.NearestName;
import ductus.text.TextTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A table of CSV, of whose rows something is made each. */
public final class RowTable {
  /** More rows are more than a week's work, and likely a mistake. */
  static final int MOST_ROWS = 100_000;

  /** What is known of every row beside its columns. */
  static final String NUMBER = "number";

  private static final int FEWEST_DIGITS = 4;

  private final Path path;
  private final List<String> header;
  private final Map<String, Integer> columns = new TreeMap<>();
  private final int rows;

  private RowTable(Path path, List<String> header, int rows) {
    this.path = path;
    this.header = List.copyOf(header);
    this.rows = rows;
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(TextTemplate.folded(header.get(i)), i);
    }
  }

  /** What is done with each row. */
  interface RowAction {
    /**
     * Does it.
     *
     * @return whether to go on
     */
    boolean act(TableRow row) throws BadFileException, IOException;
  }

  /**
   * Reads the header of a table and counts its rows.
   *
   * @throws BadFileException if it cannot be read to its end, or has no rows or too many
   */
  public static RowTable of(Path path) throws BadFileException, IOException {
    boolean piped = Files.exists(path) ? isStream(path) : path.equals(Path.of("-"));
    if (piped) {
      throw new BadFileException(
          path, "must be a file, which can be read twice: save the list in one first");
    }
    try (CsvRows table = CsvRows.open(path)) {
      Set<String> columns = new HashSet<>();
      for (String column : table.header()) {
        if (!column.isEmpty() && !columns.add(column)) {
          throw new BadFileException(path, "column %s is there twice".formatted(column));
        }
      }
      int rows = 0;
      while (table.next().isPresent()) {
        if (rows == MOST_ROWS) {
          throw new BadFileException(
              path,
              "must have at most %,d rows but has more: make it in parts".formatted(MOST_ROWS));
        }
        rows++;
      }
      if (rows == 0) {
        throw new BadFileException(path, "must have rows below its header but has none");
      }
      return new RowTable(path, table.header(), rows);
    }
  }

  private static boolean isStream(Path path) {
    return !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /**
   * Checks that a text has places for columns only.
   *
   * @throws IllegalArgumentException naming the place and the columns that there are
   */
  public void requireColumns(TextTemplate text) {
    for (TextTemplate.Place place : text.places()) {
      if (!place.name().equals(NUMBER) && !columns.containsKey(place.name())) {
        throw new IllegalArgumentException(
            "line %d, column %d: there is no column {%s} in %s, %s; its columns are %s"
                .formatted(
                    place.line(),
                    place.column(),
                    place.name(),
                    path,
                    nearest(place.name(), columns.keySet()),
                    String.join(", ", header)));
      }
    }
  }

  /** A text with the values of a row. */
  public String filled(TextTemplate text, TableRow row) {
    return text.filled(
        name -> {
          Integer column = columns.get(name);
          return column == null ? number(row.number()) : row.value(column);
        });
  }

  /** A row's number with as many digits as all have, so that names sort. */
  private String number(int row) {
    int digits = Math.max(FEWEST_DIGITS, String.valueOf(rows).length());
    return "0".repeat(digits - String.valueOf(row).length()) + row;
  }

  /** The names of the places of a text that a row leaves blank. */
  public List<String> blank(TextTemplate text, TableRow row) {
    return columns.entrySet().stream()
        .filter(column -> text.names().contains(column.getKey()))
        .filter(column -> row.value(column.getValue()).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Reads the rows one after another. */
  void forEach(RowAction action) throws BadFileException, IOException {
    try (CsvRows table = CsvRows.open(path)) {
      int number = 0;
      for (Optional<CsvRows.Row> row = table.next(); row.isPresent(); row = table.next()) {
        number++;
        if (!action.act(new TableRow(number, row.get().line(), row.get().values()))) {
          return;
        }
      }
    }
  }

  /**
   * Checks that a row has a value for each column.
   *
   * @throws IllegalArgumentException if it has more or fewer
   */
  void requireWhole(TableRow row) {
    List<String> values = row.values();
    boolean more =
        values.size() > header.size()
            && values.subList(header.size(), values.size()).stream().anyMatch(v -> !v.isBlank());
    if (more || values.size() < header.size()) {
      throw new IllegalArgumentException(
          "must have %d values, as many as the header, but has %d"
              .formatted(header.size(), values.size()));
    }
  }

  /** The most alike of some names, for people. */
  static String nearest(String name, Collection<String> known) {
    return NearestName.of(name, known.stream())
        .map(each -> "but one like it, " + each)
        .orElse("nor one like it");
  }
}
