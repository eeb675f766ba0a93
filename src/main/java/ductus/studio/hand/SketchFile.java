package ductus.studio.hand;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkJson;
import ductus.studio.bin.Bin;
import ductus.studio.bin.BinEntry;
import ductus.studio.bin.BinKind;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ink that is being drawn, in a file, so that closing the page loses nothing. Each piece says in
 * its text what it is.
 */
final class SketchFile {
  private static final String ENDING = ".json";

  private final Path stem;
  private final Path file;
  private final BinKind kind;
  private final Bin bin;

  /**
   * A file of sketches, which may be missing yet.
   *
   * @param name without its ending
   * @param kind what it is in the bin
   */
  SketchFile(Workspace workspace, String name, BinKind kind) {
    stem = workspace.sketches().resolve(name);
    file = workspace.sketches().resolve(name + ENDING);
    this.kind = kind;
    bin = workspace.bin();
  }

  /** What is to be held by whoever reads, and writes what follows from that. */
  Object lock() {
    return bin;
  }

  /** The pieces, in the order in which they were drawn. */
  List<Handwriting> ink() throws BadFileException, IOException {
    synchronized (lock()) {
      return Files.exists(file) ? InkFile.read(file).pieces() : List.of();
    }
  }

  Path path() {
    return file;
  }

  /** Keeps pieces of one text in place of those that there were. */
  void replace(String text, List<Handwriting> pieces) throws BadFileException, IOException {
    synchronized (lock()) {
      List<Handwriting> all = new ArrayList<>(ink());
      all.removeIf(piece -> piece.text().orElse("").equals(text));
      all.addAll(pieces);
      keep(all);
    }
  }

  /** Keeps pieces in place of all that there were. */
  void keep(List<Handwriting> pieces) throws IOException {
    synchronized (lock()) {
      if (pieces.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        AtomicFile.makeFolderOf(file);
        AtomicFile.write(file, InkJson.write(pieces));
      }
    }
  }

  /** Throws all pieces into the bin. */
  void clear() throws IOException {
    synchronized (lock()) {
      if (Files.exists(file)) {
        bin.throwAway(kind, stem, List.of(ENDING));
      }
    }
  }

  /** Brings back what was thrown into the bin last; what was drawn since changes places with it. */
  void restore() throws IOException {
    synchronized (lock()) {
      BinEntry last =
          bin.newest(entry -> entry.kind() == kind)
              .orElseThrow(() -> new RequestException(409, "there is nothing to bring back"));
      bin.restore(last.number());
    }
  }
}
