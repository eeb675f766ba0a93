package ductus.run;

import ductus.file.AtomicFile;
import ductus.file.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A CSV file that gets a row from time to time, for whoever reads along. Its first column is a
 * number that grows. A row that has no line end yet is not whole.
 */
final class GrowingTable {
  private final Path file;

  GrowingTable(Path file) {
    this.file = file;
  }

  /**
   * Takes away the rows behind a number, and what is left of one that was never written to its end.
   *
   * @param last largest first number of a row that stays; 0 for none, not even the header
   */
  void cut(long last) throws IOException {
    if (last == 0) {
      Files.deleteIfExists(file);
      return;
    }
    if (!Files.exists(file)) {
      return;
    }
    String before = Files.readString(file, StandardCharsets.ISO_8859_1);
    String whole = before.substring(0, before.lastIndexOf('\n') + 1);
    AtomicFile.write(
        file,
        whole
            .lines()
            .filter(row -> number(row) <= last)
            .map(row -> row + "\n")
            .collect(Collectors.joining()));
  }

  /** The number that a row begins with; of the header 0. */
  private static long number(String row) {
    String first = row.substring(0, Math.max(0, row.indexOf(',')));
    return first.matches("\\d{1,18}") ? Long.parseLong(first) : 0;
  }

  /** Writes the header where there is nothing yet. */
  void head(List<String> columns) throws IOException {
    if (!Files.exists(file)) {
      append(String.join(",", columns));
    }
  }

  /** Adds a row. */
  void add(long number, List<Double> values) throws IOException {
    append(
        number
            + values.stream()
                .map(value -> String.format(Locale.ROOT, ",%.6g", value))
                .collect(Collectors.joining()));
  }

  private void append(String row) throws IOException {
    try {
      Files.writeString(
          file,
          row + "\n",
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw FileFailure.at(file, e);
    }
  }
}
