package ductus.task.translation.german;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of words that ship with the program: rows with tabs, and notes behind a #. */
final class VocabularyTable {
  private static final String FOLDER = "/ductus/task/translation/german/";

  private VocabularyTable() {}

  /** The rows of a table. */
  static List<List<String>> rows(String name) {
    try (InputStream in = VocabularyTable.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program must have the table " + name + " but has not");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
