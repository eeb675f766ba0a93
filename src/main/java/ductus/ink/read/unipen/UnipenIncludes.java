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
import java.util.stream.StreamSupport;

/**
 * Finds the files that a UNIPEN file includes: beside it, or below the folder {@code include} that
 * stands beside the folder {@code data} that it lies in, as in the published collection. Names may
 * be in upper or lower case. Nothing is read that lies elsewhere, by a link either.
 */
public final class UnipenIncludes {
  /** How deep files may include others. */
  static final int DEEPEST = 8;

  private static final String INCLUDE = "include";
  private static final String DATA = "data";

  /** The folders where included files may lie, nearest first. */
  private final List<Path> roots = new ArrayList<>();

  /** Finds what a file includes. */
  UnipenIncludes(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    if (parent != null) {
      roots.add(parent);
    }
    for (Path folder = parent; folder != null && roots.size() < 2; folder = folder.getParent()) {
      Path name = folder.getFileName();
      if (name != null && name.toString().equalsIgnoreCase(DATA)) {
        entry(folder.resolveSibling(""), INCLUDE).filter(Files::isDirectory).ifPresent(roots::add);
      } else if (isNamed(folder, INCLUDE)) {
        roots.add(folder);
      }
    }
  }

  private static boolean isNamed(Path folder, String name) {
    return folder.getFileName() != null
        && folder.getFileName().toString().equalsIgnoreCase(name)
        && entry(folder.resolveSibling(""), DATA).isPresent();
  }

  /** Whether a file lies below {@code include} beside {@code data}: others include it. */
  static boolean isIncluded(Path file) {
    Path inside = file.toAbsolutePath().normalize();
    for (Path folder = inside.getParent(); folder != null; folder = folder.getParent()) {
      if (isNamed(folder, INCLUDE)) {
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
    boolean leaves =
        relative.getRoot() != null
            || StreamSupport.stream(relative.spliterator(), false)
                .anyMatch(part -> part.toString().equals(".."));
    if (name.isEmpty() || leaves) {
      throw statement.error(
          place,
          ".INCLUDE must name a file below the collection's folder but names '" + name + "'");
    }
    for (Path root : roots) {
      Optional<Path> found = find(root, relative);
      if (found.isPresent() && isFileIn(root, found.get())) {
        return Optional.of(InkSource.open(found.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean isFileIn(Path root, Path file) throws IOException {
    return Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
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
