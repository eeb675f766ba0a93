package ductus.studio.hand;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkJson;
import ductus.studio.collection.Workspace;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was drawn of a hand so far: a file of ink, so that closing the page loses nothing. */
public final class DrawnCharacters {
  private final Path file;
  private final Path before;

  /** Creates the store of drawn characters of a workspace. */
  public DrawnCharacters(Workspace workspace) {
    file = workspace.sketches().resolve("drawn.json");
    before = workspace.sketches().resolve("before.json");
  }

  /** The labelled characters, each as often as it was drawn. */
  synchronized List<Handwriting> ink() throws BadFileException, IOException {
    return Files.exists(file) ? InkFile.read(file).pieces() : List.of();
  }

  /** The file of them, of which a hand can be learned. */
  Path file() {
    return file;
  }

  /** The examples of each character. */
  Map<String, List<List<List<List<Double>>>>> drawings() throws BadFileException, IOException {
    Map<String, List<List<List<List<Double>>>>> drawings = new LinkedHashMap<>();
    for (Handwriting piece : ink()) {
      drawings
          .computeIfAbsent(piece.text().orElse(""), any -> new ArrayList<>())
          .add(Drawing.strokes(piece));
    }
    return drawings;
  }

  /** Keeps the examples of a character in place of those that there were. */
  synchronized void draw(Drawing drawing) throws BadFileException, IOException {
    List<Handwriting> pieces = new ArrayList<>(ink());
    pieces.removeIf(piece -> piece.text().orElse("").equals(drawing.character()));
    pieces.addAll(drawing.ink());
    keep(pieces);
  }

  /** Adds examples to those that there are, as many of each character as there is room for. */
  synchronized void add(List<Handwriting> drawn) throws BadFileException, IOException {
    List<Handwriting> pieces = new ArrayList<>(ink());
    Map<String, Integer> counts = new HashMap<>();
    pieces.forEach(piece -> counts.merge(piece.text().orElse(""), 1, Integer::sum));
    for (Handwriting piece : drawn) {
      if (counts.merge(piece.text().orElse(""), 1, Integer::sum) <= Drawing.MOST_EXAMPLES) {
        pieces.add(piece);
      }
    }
    keep(pieces);
  }

  private void keep(List<Handwriting> pieces) throws IOException {
    if (pieces.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      AtomicFile.makeFolderOf(file);
      AtomicFile.write(file, InkJson.write(pieces));
    }
  }

  /** Puts all drawings aside. */
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
