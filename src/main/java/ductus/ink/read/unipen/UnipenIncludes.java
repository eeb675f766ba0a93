package ductus.ink.read.unipen;

import ductus.file.BadFileException;
import ductus.ink.read.source.InkSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the files that a UNIPEN file includes: beside it, or below a folder {@code include} beside
 * a folder that it lies in, as in the published collections. Names may be in upper or lower case.
 */
public final class UnipenIncludes {
  /** How deep files may include others. */
  static final int DEEPEST = 8;

  private static final String INCLUDE = "include";
  private static final String DATA = "data";

  private final Path file;

  /** Finds what a file includes. */
  UnipenIncludes(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /** Whether a file lies below {@code include} beside {@code data}: others include it. */
  static boolean isIncluded(Path file) {
    Path inside = file.toAbsolutePath().normalize();
    for (Path folder = inside.getParent(); folder != null; folder = folder.getParent()) {
      Path name = folder.getFileName();
      if (name != null
          && name.toString().equalsIgnoreCase(INCLUDE)
          && entry(folder.resolveSibling(""), DATA).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Those of some files that no other includes; all, where others include each. */
  public static List<Path> withoutIncluded(List<Path> files) {
    List<Path> others = files.stream().filter(file -> !isIncluded(file)).toList();
    return others.isEmpty() ? files : others;
  }

  /**
   * Opens an included file; empty where it is not there.
   *
   * @param name as the statement has it
   * @param statement for complaints
   * @throws BadFileException if it leads out of the folders, or cannot be used
   */
  Optional<InkSource> open(String name, InkSource statement, String place)
      throws BadFileException, IOException {
    Path relative;
    try {
      relative = Path.of(name.replace('\\', '/'));
    } catch (InvalidPathException wrong) {
      throw statement.error(place, ".INCLUDE names '" + name + "', which is no name of a file");
    }
    if (name.isEmpty() || relative.isAbsolute() || name.contains("..")) {
      throw statement.error(
          place,
          ".INCLUDE must name a file below the collection's folder but names '" + name + "'");
    }
    for (Path folder : folders()) {
      Optional<Path> found = find(folder, relative);
      if (found.isPresent() && Files.isRegularFile(found.get())) {
        return Optional.of(InkSource.open(found.get()));
      }
    }
    return Optional.empty();
  }

  /** Where included files may lie, nearest first. */
  private List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    Path parent = file.getParent();
    if (parent != null) {
      folders.add(parent);
    }
    for (Path folder = parent; folder != null; folder = folder.getParent()) {
      entry(folder, INCLUDE).filter(Files::isDirectory).ifPresent(folders::add);
    }
    return folders;
  }

  private static Optional<Path> find(Path folder, Path relative) {
    Path exact = folder.resolve(relative);
    if (Files.exists(exact)) {
      return Optional.of(exact);
    }
    Optional<Path> found = Optional.of(folder);
    for (Path name : relative) {
      found = found.flatMap(inside -> entry(inside, name.toString()));
    }
    return found;
  }

  /** The entry of a folder by its name, in upper or lower case; of several the first. */
  private static Optional<Path> entry(Path folder, String name) {
    Path exact = folder.resolve(name);
    if (Files.exists(exact)) {
      return Optional.of(exact);
    }
    Optional<Path> first = Optional.empty();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (String.valueOf(entry.getFileName()).equalsIgnoreCase(name)
            && first.filter(other -> other.compareTo(entry) < 0).isEmpty()) {
          first = Optional.of(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return Optional.empty();
    }
    return first;
  }
}
