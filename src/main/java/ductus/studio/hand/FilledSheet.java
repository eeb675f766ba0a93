package ductus.studio.hand;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.template.HandTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as somebody filled it in.
 *
 * @param name of its file, for complaints
 * @param content as text, such as SVG
 * @param bytes of the file in Base64, in place of the text
 */
record FilledSheet(String name, @Nullable String content, @Nullable String bytes) {
  FilledSheet {
    if (name == null || (content == null && bytes == null)) {
      throw new IllegalArgumentException("a sheet must have a name and content");
    }
  }

  /** What is done with a file. */
  @FunctionalInterface
  interface Reading<T> {
    T of(Path file) throws BadFileException, IOException;
  }

  /**
   * Reads it as a file, which is there only so long.
   *
   * @param folder for what is only needed while it is read
   * @throws IllegalArgumentException if it cannot be used, by its own name
   */
  <T> T read(Path folder, Reading<T> reading) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "sheet", ".tmp");
    try {
      AtomicFile.write(file, fileBytes());
      return reading.of(file);
    } catch (BadFileException unreadable) {
      throw new IllegalArgumentException(name + ": " + unreadable.reason(), unreadable);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private byte[] fileBytes() {
    return bytes == null
        ? String.valueOf(content).getBytes(StandardCharsets.UTF_8)
        : Base64.getDecoder().decode(bytes);
  }

  /** What was drawn in the boxes of the sheet of characters, within the bounds of the page. */
  List<Handwriting> characters(Path folder) throws IOException {
    return read(folder, HandTemplate::readInXHeights).stream().map(FilledSheet::bounded).toList();
  }

  /** A character, as long as it is what the page itself could have drawn. */
  static Handwriting bounded(Handwriting piece) {
    return new Drawing(piece.text().orElse(""), List.of(Drawing.strokes(piece))).ink().get(0);
  }
}
