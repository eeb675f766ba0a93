package ductus.cli.pipe;

import ductus.file.BadFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What comes through a pipe, as a file whose name ends as its content begins. */
final class PipedInput {
  /** What messages call it. */
  static final String NAME = "standard input";

  private static final int BEGINNING = 1 << 12;

  private PipedInput() {}

  /**
   * Reads all that there is.
   *
   * @param folder that the file is to be in
   * @throws BadFileException if there is nothing
   */
  static Path read(InputStream in, Path folder) throws BadFileException, IOException {
    Path raw = folder.resolve("standard-input");
    Files.copy(in, raw);
    if (Files.size(raw) == 0) {
      throw new BadFileException(Path.of(NAME), "is empty");
    }
    byte[] beginning;
    try (InputStream file = Files.newInputStream(raw)) {
      beginning = file.readNBytes(BEGINNING);
    }
    return Files.move(raw, raw.resolveSibling(raw.getFileName() + ending(beginning)));
  }

  /** The ending that files have which begin so; readers that look at the content need none. */
  static String ending(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    String words = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    if (text.startsWith("MThd")) {
      return ".mid";
    }
    if (text.startsWith("RIFF")) {
      return ".wav";
    }
    if (text.startsWith("PK\u0003\u0004")) {
      return ".mxl";
    }
    if (text.startsWith("\u0089PNG")) {
      return ".png";
    }
    if (text.startsWith("\u00ff\u00d8")) {
      return ".jpg";
    }
    if (words.stripLeading().startsWith("<")) {
      return words.contains("<score-partwise") || words.contains("<score-timewise")
          ? ".musicxml"
          : ".xml";
    }
    return words.startsWith("%abc") || words.lines().anyMatch(line -> line.matches("X:\\s*\\d+.*"))
        ? ".abc"
        : ".txt";
  }
}
