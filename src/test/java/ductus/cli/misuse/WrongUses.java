package ductus.cli.misuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tables of wrong uses. */
final class WrongUses {
  private static final Path TABLES = Path.of("src/test/resources/ductus/cli/misuse");
  private static final String REMARK = "#";

  private WrongUses() {}

  /** A table for each group of commands. */
  static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
  }

  /** The rows of a table; lines that begin with # are remarks. */
  static List<WrongUse> read(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(row -> !row.startsWith(REMARK))
        .map(WrongUse::parse)
        .toList();
  }
}
