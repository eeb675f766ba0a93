package ductus.studio.hand;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.template.HandTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sheet of {@code ductus hand template} as somebody drew on it.
 *
 * @param name of its file, for complaints
 * @param content SVG
 */
record FilledSheet(String name, String content) {
  FilledSheet {
    if (name == null || content == null) {
      throw new IllegalArgumentException("a sheet must have a name and content");
    }
  }

  /**
   * What was drawn in its boxes, within the bounds of what the page draws.
   *
   * @param folder for what is only needed while it is read
   */
  List<Handwriting> characters(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "sheet", ".svg");
    try {
      AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
      return HandTemplate.readInXHeights(file).stream().map(FilledSheet::bounded).toList();
    } catch (BadFileException unreadable) {
      throw new IllegalArgumentException(name + ": " + unreadable.reason(), unreadable);
    } finally {
      Files.delete(file);
    }
  }

  private static Handwriting bounded(Handwriting piece) {
    return new Drawing(piece.text().orElse(""), List.of(Drawing.strokes(piece))).ink().get(0);
  }
}
