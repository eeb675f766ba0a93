package ductus.music.beat;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file of annotations: columns with white space between them.
 *
 * @param file that it stands in
 * @param number of the line, from 1
 * @param columns as text
 */
record AnnotationLine(Path file, int number, List<String> columns) {
  /** Seconds within which pieces of music are. */
  private static final double EARLIEST = -3600;

  private static final double LATEST = 360_000;

  AnnotationLine {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the lines of a file that are not blank.
   *
   * @param columns that each must have, or more
   */
  static List<AnnotationLine> read(Path file, int columns) throws BadFileException, IOException {
    List<AnnotationLine> lines = new ArrayList<>();
    int number = 0;
    // All that counts is ASCII; other bytes must not stop the reading.
    for (String text : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
      number++;
      if (!text.isBlank()) {
        AnnotationLine line =
            new AnnotationLine(file, number, List.of(text.strip().split("\\s+", -1)));
        if (line.columns.size() < columns) {
          throw line.bad("must have %d columns but has %d".formatted(columns, line.columns.size()));
        }
        lines.add(line);
      }
    }
    return lines;
  }

  /** The text of a column, from 0. */
  String text(int column) {
    return columns.get(column);
  }

  /** The seconds that a column says. */
  double seconds(int column) throws BadFileException {
    return number(column, "a number of seconds");
  }

  /** Whether a column marks the beat: with 1, and not 0. */
  boolean isMarked(int column) throws BadFileException {
    return number(column, "0 or 1") > 0;
  }

  private double number(int column, String what) throws BadFileException {
    try {
      double number = Double.parseDouble(text(column));
      if (number > EARLIEST && number < LATEST) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Said below.
    }
    throw bad("must be %s but was %s".formatted(what, text(column)));
  }

  /** A complaint about this line. */
  BadFileException bad(String reason) {
    return new BadFileException(file, "line %d: %s".formatted(number, reason));
  }
}
