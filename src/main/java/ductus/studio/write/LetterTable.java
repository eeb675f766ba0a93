package ductus.studio.write;

import ductus.file.BadFileException;
import ductus.file.CsvRows;
import ductus.studio.web.RequestException;
import ductus.text.TextTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Letters from a table: a text with the values of each row in its places. */
final class LetterTable {
  private static final int MOST_ROWS = 500;
  private static final int MOST_CHARACTERS = 1 << 20;

  private LetterTable() {}

  /**
   * A table and a text.
   *
   * @param csv the table, its columns named in the first row
   * @param text with places such as {@code {name}}
   */
  record Asked(String csv, String text) {
    Asked {
      if (csv == null || text == null) {
        throw new IllegalArgumentException("a table and a text must be given");
      }
      if (csv.length() > MOST_CHARACTERS) {
        throw new IllegalArgumentException(
            "a table must have at most %,d characters but has %,d: make it in parts"
                .formatted(MOST_CHARACTERS, csv.length()));
      }
    }

    Letters letters() throws IOException {
      return LetterTable.letters(this);
    }
  }

  /**
   * The letters of a table.
   *
   * @param unknown places of the text that no column has
   */
  record Letters(List<String> columns, List<String> unknown, List<Letter> letters) {}

  /**
   * The letter of a row.
   *
   * @param name the row's first value
   * @param blank places of the text that the row leaves blank
   */
  record Letter(String name, String text, List<String> blank) {}

  private static Letters letters(Asked asked) throws IOException {
    TextTemplate text = TextTemplate.parse(asked.text());
    try (CsvRows table = CsvRows.of("the table", asked.csv())) {
      Map<String, Integer> columns = new TreeMap<>();
      for (int i = 0; i < table.header().size(); i++) {
        columns.putIfAbsent(TextTemplate.folded(table.header().get(i)), i);
      }
      List<String> unknown =
          text.names().stream().filter(name -> !columns.containsKey(name)).toList();
      List<Letter> letters = new ArrayList<>();
      for (Optional<CsvRows.Row> row = table.next(); row.isPresent(); row = table.next()) {
        if (letters.size() == MOST_ROWS) {
          throw new RequestException(
              422,
              "a table must have at most %d rows here: ductus write --merge takes more"
                  .formatted(MOST_ROWS));
        }
        letters.add(letter(text, columns, row.get().values()));
      }
      return new Letters(table.header(), unknown, letters);
    } catch (BadFileException broken) {
      throw new RequestException(422, String.valueOf(broken.getMessage()));
    }
  }

  private static Letter letter(
      TextTemplate text, Map<String, Integer> columns, List<String> values) {
    List<String> blank =
        text.names().stream()
            .filter(columns::containsKey)
            .filter(name -> value(columns, values, name).isEmpty())
            .toList();
    String filled = text.filled(name -> value(columns, values, name));
    return new Letter(values.isEmpty() ? "" : values.get(0).strip(), filled, blank);
  }

  /** The value of a place; of one that no column has, the place itself. */
  private static String value(Map<String, Integer> columns, List<String> values, String name) {
    Integer column = columns.get(name);
    if (column == null) {
      return "{" + name + "}";
    }
    return column < values.size() ? values.get(column).strip() : "";
  }
}
