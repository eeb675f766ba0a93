package ductus.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders moved, copied and deleted as a whole. */
public final class WholeFolder {
  private WholeFolder() {}

  /**
   * Moves a folder, also to another file system. Others see all of it at one place or the other.
   *
   * @return false if there is something at the new place already; the old one is left as it is then
   */
  static boolean move(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      return false;
    }
    AtomicFile.makeFolderOf(to);
    try {
      return rename(from, to);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      Path aside = aside(to);
      try {
        Path whole = aside.resolve(to.getFileName());
        copy(from, whole);
        if (!rename(whole, to)) {
          return false;
        }
      } finally {
        delete(aside);
      }
      delete(from);
      return true;
    }
  }

  /** A new folder beside another, of a name that nobody else has. */
  static Path aside(Path folder) throws IOException {
    return Files.createTempDirectory(
        AtomicFile.makeFolderOf(folder), "." + folder.getFileName() + ".");
  }

  /** Renames a folder; false if another process was faster. */
  static boolean rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (IOException e) {
      if (Files.exists(to)) {
        return false;
      }
      throw e;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path each : all(from)) {
      Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /**
   * Deletes a folder with all that is in it, if it is there; also a file, or a link, whose target
   * stays.
   */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path each : all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** All that is in a folder, and itself first. */
  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList();
    }
  }
}
