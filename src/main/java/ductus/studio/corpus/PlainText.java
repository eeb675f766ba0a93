package ductus.studio.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Texts and tables that networks learn from: files of UTF-8 with one of some endings. */
final class PlainText {
  private static final List<String> TEXTS = List.of(".txt", ".text", ".md");
  private static final List<String> TABLES = List.of(".csv", ".tsv");

  private PlainText() {}

  /** The kind of a file by its ending: {@code text} or {@code table}; empty for any other. */
  static Optional<String> kind(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (TEXTS.stream().anyMatch(name::endsWith)) {
      return Optional.of("text");
    }
    return TABLES.stream().anyMatch(name::endsWith) ? Optional.of("table") : Optional.empty();
  }

  /** The content of a file that is one; empty where it is none, or not UTF-8, or has nothing. */
  static Optional<String> read(Path file) throws IOException {
    if (kind(file).isEmpty()) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file);
      return text.isBlank() || text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }
}
