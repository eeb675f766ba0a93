package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
  private final Path path;

  CsvRowsTest(@TempDir Path folder) {
    path = folder.resolve("list.csv");
  }

  private List<CsvRows.Row> rows(String text, Charset charset)
      throws BadFileException, IOException {
    Files.writeString(path, text, charset);
    List<CsvRows.Row> rows = new ArrayList<>();
    try (CsvRows table = CsvRows.open(path)) {
      rows.add(new CsvRows.Row(0, table.header()));
      for (Optional<CsvRows.Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static CsvRows.Row row(int line, String... values) {
    return new CsvRows.Row(line, List.of(values));
  }

  @Test
  void readsWhatSpreadsheetsSave() throws Exception {
    List<CsvRows.Row> expected =
        List.of(
            row(0, "name", "street"),
            row(2, "Anna, or \"Ann\"", "High St 3\nTown"),
            row(5, "Bo; 5\" nails", ""),
            row(6, "Zoë", "x"));
    String body =
        "\r\n\"Anna, or \"\"Ann\"\"\"%1$s\"High St 3\r\nTown\"\r\n%1$s\r\n"
            + (char) 34
            + "Bo; 5\"\" nails\"%1$s\r\nZoë%1$sx";
    for (String separator : List.of(",", ";", "\t")) {
      String text = "name" + separator + " street" + body.formatted(separator);
      assertEquals(expected, rows(text, StandardCharsets.UTF_8), separator);
      assertEquals(expected, rows("\uFEFF" + text, StandardCharsets.UTF_8), separator);
      assertEquals(expected, rows("\uFEFF" + text, StandardCharsets.UTF_16LE), separator);
      assertEquals(expected, rows("\uFEFF" + text, StandardCharsets.UTF_16BE), separator);
    }
  }

  @Test
  void knowsEndsOfLinesOfAnyKindAndAQuoteWithinAValue() throws Exception {
    assertEquals(
        List.of(row(0, "a"), row(2, "5\" pipe"), row(3, "y")),
        rows("a\r5\" pipe\ry\r", StandardCharsets.UTF_8));
  }

  @Test
  void takesTheSeparatorThatTheFirstLineSays() throws Exception {
    assertEquals(
        List.of(row(0, "a,b", "c"), row(3, "1", "2,3")),
        rows("sep=;\r\na,b;c\r\n1;2,3\r\n", StandardCharsets.UTF_8));
  }

  @Test
  void namesTheLineOfAQuoteThatIsNotClosed() {
    BadFileException wrong =
        assertThrows(BadFileException.class, () -> rows("a\nx\n\"y\nz\n", StandardCharsets.UTF_8));
    assertEquals("line 3: a quote is opened that is not closed", wrong.reason());
    wrong =
        assertThrows(BadFileException.class, () -> rows("a\n\"y\" z\n", StandardCharsets.UTF_8));
    assertEquals(
        "line 2: behind a closed quote must be the end of the value: double the quotes within it",
        wrong.reason());
  }

  @Test
  void refusesWhatIsNoTable() {
    BadFileException wrong =
        assertThrows(BadFileException.class, () -> rows(" \n", StandardCharsets.UTF_8));
    assertEquals("is empty: it must have a header", wrong.reason());
    wrong =
        assertThrows(
            BadFileException.class, () -> rows("a\nM\u00FCller\n", StandardCharsets.ISO_8859_1));
    assertEquals("must be text in UTF-8 but is not: save it as \"CSV UTF-8\"", wrong.reason());
    wrong =
        assertThrows(
            BadFileException.class,
            () -> rows("a\n\"" + "x".repeat(1_000_001), StandardCharsets.UTF_8));
    assertEquals(
        "line 2: a value must have at most 1,000,000 characters; is a quote not closed?",
        wrong.reason());
  }
}
