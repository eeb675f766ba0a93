package ductus.studio.corpus;

import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of pieces.
 *
 * @param own whether it came from the page, and may be changed; else it ships with Ductus
 * @param name by which the page shows it
 * @param path its real path
 */
record CorpusFolder(boolean own, String name, Path path) {
  /** The id by which the page tells this folder from all others. */
  String id() {
    return (own ? Corpora.OWN : Corpora.SHIPS) + name;
  }

  /** The files of this folder, those in folders in it too, by name; no hidden ones. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).filter(file -> !isHidden(file)).sorted().toList();
    }
  }

  private boolean isHidden(Path file) {
    for (Path part : path.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** How the page calls a file in it. */
  String name(Path file) {
    return path.relativize(file).toString().replace('\\', '/');
  }

  /** The name of the file in which a piece is: {@code book.abc} of {@code book.abc#2}. */
  static String withoutNumber(String piece) {
    return piece.replaceAll("(?i)(\\.abc)#\\d+$", "$1");
  }

  /**
   * The path of a piece by the name that the page knows: a file, or a tune of one, such as {@code
   * book.abc#2}.
   *
   * @throws RequestException if it leaves the folder, be it by a link, or is not there
   */
  Path piece(String piece) throws IOException {
    file(piece);
    return inside(piece);
  }

  /**
   * The path of the file in which a piece is.
   *
   * @throws RequestException as above
   */
  Path file(String piece) throws IOException {
    Path whole = inside(piece);
    Path file = Files.exists(whole) ? whole : inside(withoutNumber(piece));
    if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(path)) {
      throw new RequestException(404, "there is no " + piece + " any more");
    }
    return file;
  }

  /**
   * A path below the folder, whether it is there or not.
   *
   * @throws RequestException if it leaves the folder
   */
  Path inside(String name) {
    Path inside;
    try {
      inside = path.resolve(name).normalize();
    } catch (InvalidPathException impossible) {
      throw new RequestException(400, "a name of a file cannot hold such characters");
    }
    if (!inside.startsWith(path) || inside.equals(path)) {
      throw new RequestException(403, "the studio keeps to its corpora");
    }
    return inside;
  }
}
