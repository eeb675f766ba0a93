package ductus.studio.hand;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkJson;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Ink that is being drawn, in a file, so that closing the page loses nothing. Each piece says in
 * its text what it is.
 */
final class SketchFile {
  private final Path file;
  private final Path before;

  /**
   * A file of sketches, which may be missing yet.
   *
   * @param before where they lie that were put aside
   */
  SketchFile(Path file, Path before) {
    this.file = file;
    this.before = before;
  }

  /** The pieces, in the order in which they were drawn. */
  synchronized List<Handwriting> ink() throws BadFileException, IOException {
    return Files.exists(file) ? InkFile.read(file).pieces() : List.of();
  }

  Path path() {
    return file;
  }

  /** Keeps pieces of one text in place of those that there were. */
  synchronized void replace(String text, List<Handwriting> pieces)
      throws BadFileException, IOException {
    List<Handwriting> all = new ArrayList<>(ink());
    all.removeIf(piece -> piece.text().orElse("").equals(text));
    all.addAll(pieces);
    keep(all);
  }

  /** Keeps pieces in place of all that there were. */
  synchronized void keep(List<Handwriting> pieces) throws IOException {
    if (pieces.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      AtomicFile.makeFolderOf(file);
      AtomicFile.write(file, InkJson.write(pieces));
    }
  }

  /** Puts all pieces aside. */
  synchronized void clear() throws IOException {
    if (Files.exists(file)) {
      Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Brings back what was put aside. */
  synchronized void restore() throws IOException {
    if (Files.exists(file) || !Files.exists(before)) {
      throw new RequestException(409, "there is nothing to bring back, or something new was drawn");
    }
    Files.move(before, file);
  }
}
