package ductus.cli.translation;

import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.task.translation.Translator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts to translate, one a line. */
final class LineFile {
  private static final int MOST_BYTES = 16 << 20;
  private static final String STANDARD_INPUT = "-";

  private LineFile() {}

  /**
   * Reads the lines that can be translated; empty ones do not count.
   *
   * @param path {@code -} for standard input
   * @param leftOut gets those that cannot, and why
   */
  static List<String> read(Path path, Translator translator, List<LeftOut> leftOut)
      throws BadFileException, IOException {
    boolean standardInput = path.toString().equals(STANDARD_INPUT);
    Path named = standardInput ? Path.of("standard input") : path;
    if (Files.isDirectory(path)) {
      throw new BadFileException(path, "must be a file of text but is a folder");
    }
    byte[] bytes;
    try (InputStream in = standardInput ? System.in : Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new BadFileException(named, "must be at most 16 MB: translate it in parts");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new BadFileException(named, "must be text in UTF-8 but is not");
    }
    List<String> texts = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        try {
          translator.require(lines[i]);
          texts.add(lines[i]);
        } catch (IllegalArgumentException unreadable) {
          leftOut.add(
              new LeftOut(
                  named,
                  String.format(Locale.ROOT, "line %d: %s", i + 1, unreadable.getMessage())));
        }
      }
    }
    if (texts.isEmpty()) {
      throw new BadFileException(
          named, leftOut.isEmpty() ? "has no line to translate" : leftOut.get(0).reason());
    }
    return texts;
  }
}
