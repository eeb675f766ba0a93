package ductus.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A clone of Ductus.
 *
 * @param root where {@code pom.xml} is
 */
record ProjectFolder(Path root) {
  private static final List<String> SOURCES = List.of("src/main", "corpora", "pom.xml");

  /** Where what is built goes. */
  Path target() {
    return root.resolve("target");
  }

  /** Is a source newer than a file that was built of them? */
  boolean hasNewerThan(Path built, List<String> moreSources) throws IOException {
    List<String> sources = new ArrayList<>(SOURCES);
    sources.addAll(moreSources);
    return hasNewer(Files.getLastModifiedTime(built), sources);
  }

  private boolean hasNewer(FileTime time, List<String> sources) throws IOException {
    for (String source : sources) {
      try (Stream<Path> files = Files.walk(root.resolve(source))) {
        if (files.anyMatch(file -> isNewer(file, time))) {
          return true;
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return false;
  }

  private static boolean isNewer(Path file, FileTime time) {
    try {
      return Files.getLastModifiedTime(file).compareTo(time) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Is the launcher itself newer than the classes of it that are running? */
  boolean hasNewerLauncher() throws IOException {
    Path running = target().resolve("launcher/ductus/launch/Launcher.class");
    return Files.exists(running)
        && hasNewer(Files.getLastModifiedTime(running), List.of("src/main/java/ductus/launch"));
  }

  /** Deletes a file or a folder with all that is in it, if it is there. */
  static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }
}
